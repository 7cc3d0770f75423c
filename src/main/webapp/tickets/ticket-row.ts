import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { serverNow } from '../clock.ts';
import { avatar, priorityMark, statusBadge } from '../elements/badges.ts';
import { icon } from '../elements/icons.ts';
import { ago, dateTime } from '../i18n/format.ts';
import { place, withQuery } from '../router.ts';
import type { Row } from './live-list.ts';
import { slaState, type Ticket } from './ticket.ts';
import { slaText, statusName, typeName } from './words.ts';

interface Column {
  key: string;
  name: string;
  /** The server's name of the order; without one the column cannot be sorted by. */
  sort?: string;
}

export const columns = (): Column[] => [
  { key: 'number', name: msg('Number'), sort: 'number' },
  { key: 'title', name: msg('Ticket') },
  { key: 'status', name: msg('Status'), sort: 'status' },
  { key: 'priority', name: msg('Priority'), sort: 'priority' },
  { key: 'type', name: msg('Type'), sort: 'type' },
  { key: 'technician', name: msg('Technician') },
  { key: 'sla', name: msg('SLA'), sort: 'slaDueAt' },
  { key: 'created', name: msg('Opened'), sort: 'createdAt' },
];

export function ticketRow(row: Row<Ticket>): TemplateResult {
  const { item: ticket } = row;
  const current = place.state.path === `/tickets/${ticket.id}`;
  // Two names for one tint: when they take turns, a second change starts it anew.
  const tint = (...fields: string[]) => (fields.some((field) => row.changed.includes(field)) ? `changed changed-${row.stamp % 2}` : '');
  return html`<tr class="${row.gone ? 'gone' : ''} ${current ? 'current' : ''}">
    <td class="col-number">${ticket.number}</td>
    ${cell('title', tint('title', 'customer', 'description'), title(row, current))}
    ${cell('status', tint('status'), html`${statusBadge(ticket.status)}${slaMark(ticket, 'on-phone')}`)}
    ${cell('priority', tint('priority'), priorityMark(ticket.priority))}
    ${cell('type', tint('type', 'category'), html`<span class="ellipsis">${typeName(ticket.type)}</span>`)}
    ${cell('technician', tint('technician'), technician(ticket))}
    ${cell('sla', tint('slaDueAt'), slaMark(ticket))}
    <td class="col-created"><time datetime=${ticket.createdAt} title=${dateTime(ticket.createdAt)} class="soft">${ago(ticket.createdAt)}</time></td>
  </tr>`;
}

const cell = (key: string, tint: string, content: unknown): TemplateResult => html`<td class="col-${key} ${tint}">${content}</td>`;

function title(row: Row<Ticket>, current: boolean): TemplateResult {
  const { item: ticket } = row;
  return html`<a href=${withQuery({}, `/tickets/${ticket.id}`)} aria-current=${current ? 'true' : nothing}>${ticket.title}</a>
    <span class="beside"><span class="on-phone">${ticket.number} · </span>${row.gone ? html`<em>${goneReason(row)}</em>` : ticket.customer.name}</span>`;
}

function goneReason({ gone, item }: Row<Ticket>): string {
  if (gone === 'hidden') return msg('no longer yours to see');
  if (item.technician && item.status === 'assigned') return msg(str`now assigned to ${item.technician.fullName}`);
  return msg(str`now ${statusName(item.status).toLowerCase()}`);
}

const technician = ({ technician: who }: Ticket): TemplateResult =>
  who
    ? html`<span class="person">${avatar(who.fullName)}<span class="ellipsis">${who.fullName}</span></span>`
    : html`<span class="soft">${msg('Nobody')}</span>`;

export function slaMark(ticket: Ticket, extra = ''): TemplateResult {
  const state = slaState(ticket, serverNow());
  const alarm = state === 'over' || state === 'missed';
  const when = ticket.slaDueAt ? msg(str`Due ${dateTime(ticket.slaDueAt)}`) : nothing;
  return html`<span class="sla sla-${state} ${extra}" title=${when}>${alarm ? icon('alarm', 14) : state === 'soon' ? icon('clock', 14) : nothing}${slaText(ticket)}</span>`;
}
