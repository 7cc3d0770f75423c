import type { Query } from '../api.ts';
import type { Rules } from './live-list.ts';
import { PRIORITIES, STATUSES, type Status, type Ticket } from './ticket.ts';

/** A view of the list; it lives in the address, so that it can be kept, shared and gone back to. */
export interface ListQuery {
  status: Status[];
  type: string;
  priority: string;
  technicianId: string;
  search: string;
  mine: boolean;
  /** A field, with a minus in front for descending. */
  sort: string;
  page: number;
  size: number;
}

export const SIZES = [25, 50, 100];
export const DEFAULT_SORT = '-createdAt';

export function queryOf(parameters: URLSearchParams): ListQuery {
  const size = Number(parameters.get('size'));
  return {
    status: (parameters.get('status') ?? '').split(',').filter((code): code is Status => STATUSES.includes(code as Status)),
    type: parameters.get('type') ?? '',
    priority: parameters.get('priority') ?? '',
    technicianId: parameters.get('technicianId') ?? '',
    search: parameters.get('search') ?? '',
    mine: parameters.get('mine') === 'true',
    sort: parameters.get('sort') ?? DEFAULT_SORT,
    page: Math.max(1, Math.trunc(Number(parameters.get('page')) || 1)),
    size: SIZES.includes(size) ? size : SIZES[0]!,
  };
}

export const requestOf = (query: ListQuery): Query => ({ ...query, status: query.status.join(',') });

export const isFiltered = (query: ListQuery): boolean =>
  query.status.length > 0 || Boolean(query.type || query.priority || query.technicianId || query.search || query.mine);

/** The server's filter and order once more, for what comes by event. @param me the user's id and whether he is a technician */
export function rulesOf(query: ListQuery, me: { id: number; technician: boolean }): Rules<Ticket> {
  return { matches: (ticket) => matches(query, ticket, me), compare: comparing(query.sort) };
}

function matches(query: ListQuery, ticket: Ticket, me: { id: number; technician: boolean }): boolean {
  return (
    (query.status.length === 0 || query.status.includes(ticket.status)) &&
    (!query.type || ticket.type === query.type) &&
    (!query.priority || ticket.priority === query.priority) &&
    (!query.technicianId || String(ticket.technician?.id) === query.technicianId) &&
    (!query.mine || (me.technician ? ticket.technician?.userId : ticket.createdBy?.id) === me.id) &&
    contains(ticket, query.search.trim().toLowerCase())
  );
}

const contains = (ticket: Ticket, text: string): boolean =>
  !text || [ticket.number, ticket.title, ticket.customer.name].some((field) => field.toLowerCase().includes(text));

function comparing(sort: string): (a: Ticket, b: Ticket) => number {
  const direction = sort.startsWith('-') ? -1 : 1;
  const field = sort.replace(/^-/, '') as keyof Ticket;
  const key = (ticket: Ticket): string | number =>
    field === 'priority' ? PRIORITIES.indexOf(ticket.priority) : String(ticket[field] ?? '');
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    return direction * (left < right ? -1 : left > right ? 1 : a.id - b.id);
  };
}
