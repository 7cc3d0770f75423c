import { get, patch, post, Problem, put, type Page } from '../api.ts';
import { currentUser } from '../identity/session.ts';
import { listen, onGap, type Event } from '../realtime.ts';
import { Slice } from '../store.ts';
import { requestOf, rulesOf, type ListQuery } from './list-query.ts';
import { apply, fill, hasGap, receive, withdraw, type LiveList } from './live-list.ts';
import { ticketOf, type HistoryEntry, type Status, type Ticket } from './ticket.ts';

export type Counts = Record<Status, number>;

export interface TicketsState {
  query: ListQuery | null;
  list: LiveList<Ticket> | null;
  loading: boolean;
  problem: Problem | null;
  paused: boolean;
  counts: Counts | null;
  detail: { ticket: Ticket; history: HistoryEntry[] } | null;
  detailProblem: Problem | null;
}

type Action =
  | { type: 'asked'; query: ListQuery }
  | { type: 'listed'; query: ListQuery; page: Page<Ticket> }
  | { type: 'failed'; problem: Problem }
  | { type: 'counted'; counts: Counts }
  | { type: 'told'; ticket: Ticket; created: boolean }
  | { type: 'hidden'; id: number }
  | { type: 'applied' }
  | { type: 'paused'; paused: boolean }
  | { type: 'opened'; ticket: Ticket; history: HistoryEntry[] }
  | { type: 'open-failed'; problem: Problem }
  | { type: 'closed' };

const START: TicketsState = {
  query: null,
  list: null,
  loading: false,
  problem: null,
  paused: false,
  counts: null,
  detail: null,
  detailProblem: null,
};

export const tickets = new Slice<TicketsState, Action>(START, reduce);

function reduce(state: TicketsState, action: Action): TicketsState {
  switch (action.type) {
    case 'asked':
      return { ...state, query: action.query, loading: true };
    case 'listed':
      return action.query === state.query ? { ...state, loading: false, problem: null, list: listOf(action.page) } : state;
    case 'failed':
      return { ...state, loading: false, problem: action.problem };
    case 'counted':
      return { ...state, counts: action.counts };
    case 'told':
      return tell(state, action.ticket, action.created);
    case 'hidden':
      return state.list ? { ...state, list: withdraw(state.list, action.id) } : state;
    case 'applied':
      return state.list && state.query ? { ...state, list: apply(state.list, rules(state.query), state.query.size) } : state;
    case 'paused':
      return { ...state, paused: action.paused };
    case 'opened':
      return { ...state, detail: newest(state, action), detailProblem: null };
    case 'open-failed':
      return { ...state, detail: null, detailProblem: action.problem };
    case 'closed':
      return { ...state, detail: null, detailProblem: null };
  }
}

const listOf = (page: Page<Ticket>): LiveList<Ticket> => fill(page.items, page.total);

/** An event may overtake the answer that it made old. */
function newest(state: TicketsState, { ticket, history }: { ticket: Ticket; history: HistoryEntry[] }): TicketsState['detail'] {
  const known = state.detail?.ticket;
  return known?.id === ticket.id && known.version > ticket.version ? { ticket: known, history } : { ticket, history };
}

/** Row, counter and detail move together, from one event. */
function tell(state: TicketsState, ticket: Ticket, created: boolean): TicketsState {
  const { detail, query, list } = state;
  return {
    ...state,
    counts: recount(state, ticket, created),
    detail: detail?.ticket.id === ticket.id && detail.ticket.version < ticket.version ? { ...detail, ticket } : detail,
    list: list && query ? receive(list, ticket, rules(query), state.paused) : list,
  };
}

/** Exact when the ticket is known here; for others `stats_changed` brings the figures. */
function recount({ counts, list, detail }: TicketsState, ticket: Ticket, created: boolean): Counts | null {
  if (!counts) return counts;
  const row = list?.rows.find(({ item }) => item.id === ticket.id);
  const known = row
    ? (row.next ?? row.item)
    : (list?.arrivals.find(({ id }) => id === ticket.id) ?? (detail?.ticket.id === ticket.id ? detail.ticket : undefined));
  if (known ? known.version >= ticket.version || known.status === ticket.status : !created) return counts;
  const fewer = known ? { [known.status]: counts[known.status] - 1 } : {};
  return { ...counts, ...fewer, [ticket.status]: counts[ticket.status] + 1 };
}

export function rules(query: ListQuery): ReturnType<typeof rulesOf> {
  const user = currentUser();
  return rulesOf(query, { id: user?.id ?? 0, technician: user?.role === 'technician' });
}

let latest: AbortController | undefined;

/** Rows that are shown stay until their successors are here. */
export async function show(query: ListQuery): Promise<void> {
  latest?.abort();
  latest = new AbortController();
  const { signal } = latest;
  tickets.dispatch({ type: 'asked', query });
  try {
    const page = await get<Page<Ticket>>('/tickets', { query: requestOf(query), signal });
    tickets.dispatch({ type: 'listed', query, page: { ...page, items: page.items.map(ticketOf) } });
  } catch (problem) {
    if (problem instanceof Problem) tickets.dispatch({ type: 'failed', problem });
  }
}

/** Figures that cannot be read now stay as they are; the list beside them tells what is wrong. */
export async function count(): Promise<void> {
  try {
    const { byStatus } = await get<{ byStatus: Counts }>('/tickets/stats/overview');
    tickets.dispatch({ type: 'counted', counts: byStatus });
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
  }
}

/** The bar's "show", and what a quiet list does by itself. */
export async function applyPending(): Promise<void> {
  tickets.dispatch({ type: 'applied' });
  const { list, query } = tickets.state;
  if (list && query && (query.page > 1 || hasGap(list, query.size))) await show(query);
}

export function pause(paused: boolean): void {
  tickets.dispatch({ type: 'paused', paused });
}

export async function open(id: number): Promise<void> {
  try {
    const { history, ...ticket } = await get<Ticket & { history: HistoryEntry[] }>(`/tickets/${id}`);
    tickets.dispatch({ type: 'opened', ticket: ticketOf(ticket), history });
  } catch (problem) {
    if (problem instanceof Problem) tickets.dispatch({ type: 'open-failed', problem });
  }
}

export const close = (): void => tickets.dispatch({ type: 'closed' });

export interface NewTicket {
  customerId: number | null;
  type: string;
  category: string | null;
  title: string;
  description: string;
  priority: string;
  scheduledAt: string | null;
}

/** Each of these resolves to the new state, which the page shows at once, whether or not the event is here yet. */
export const create = async (ticket: NewTicket): Promise<Ticket> => accept(await post<Ticket>('/tickets', ticket), true);
export const update = async (id: number, change: object): Promise<Ticket> => accept(await patch<Ticket>(`/tickets/${id}`, change));
export const assign = async (id: number, assignment: { technicianId: number; version: number; note?: string }): Promise<Ticket> =>
  accept(await put<Ticket>(`/tickets/${id}/assignment`, assignment));

/**
 * A step of the state machine. When somebody changed other things meanwhile the step still means the same, and is tried once more.
 * @throws Problem when status or technician are not what the user saw any more
 */
export async function move(ticket: Ticket, change: { status: Status; note?: string; resolutionNotes?: string }): Promise<Ticket> {
  try {
    return await update(ticket.id, { version: ticket.version, ...change });
  } catch (problem) {
    const newer = problem instanceof Problem ? newerOf(problem) : undefined;
    if (!newer || newer.status !== ticket.status || newer.technician?.id !== ticket.technician?.id) throw problem;
    return update(ticket.id, { version: newer.version, ...change });
  }
}

/** The state that made a write too old, which is shown at once. */
export function newerOf(problem: Problem): Ticket | undefined {
  return problem.status === 409 && problem.body.current ? accept(problem.body.current as Ticket) : undefined;
}

function accept(json: Ticket, created = false): Ticket {
  const ticket = ticketOf(json);
  tickets.dispatch({ type: 'told', ticket, created });
  return ticket;
}

/** Other tabs ask as well; they must not all do so in the same moment. In ms. */
const COUNT_SPREAD = 800;

/** Follows events for as long as a page of tickets is open. @returns the function that ends it */
export function follow(): () => void {
  let recounting: ReturnType<typeof setTimeout> | undefined;
  const ends = [
    listen<Ticket>('ticket_created', (event) => told(event, true)),
    listen<Ticket>('ticket_updated', (event) => told(event, false)),
    listen<Ticket>('ticket_assigned', (event) => told(event, false)),
    listen(
      'stats_changed',
      () => (recounting ??= setTimeout(() => ((recounting = undefined), void count()), Math.random() * COUNT_SPREAD)),
    ),
    onGap(refetch),
  ];
  return () => {
    clearTimeout(recounting);
    ends.forEach((end) => end());
  };
}

function told({ entity, data }: Event<Ticket | { hidden: true }>, created: boolean): void {
  if ('hidden' in data) tickets.dispatch({ type: 'hidden', id: entity.id });
  else tickets.dispatch({ type: 'told', ticket: { ...ticketOf(data), version: entity.version }, created });
}

async function refetch(): Promise<void> {
  const { query, detail } = tickets.state;
  await Promise.all([count(), query && show(query), detail && open(detail.ticket.id)]);
}
