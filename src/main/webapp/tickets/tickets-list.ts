import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Ticking } from '../clock.ts';
import { announce } from '../elements/announcer.ts';
import { empty, failed } from '../elements/empty.ts';
import { PortalElement } from '../elements/element.ts';
import { icon } from '../elements/icons.ts';
import { number, plural } from '../i18n/format.ts';
import { may } from '../identity/session.ts';
import { go, place, withQuery } from '../router.ts';
import { Watch } from '../store.ts';
import { DEFAULT_SORT, isFiltered, SIZES, type ListQuery } from './list-query.ts';
import { isPending, pending } from './live-list.ts';
import { columns, ticketRow } from './ticket-row.ts';
import { clear } from './tickets-filters.ts';
import { applyPending, show, tickets } from './tickets.ts';

/** A list that nobody points at settles by itself after this many quiet ms. */
const QUIET = 1_500;
/** SLA times count in minutes. */
const CLOCK = 20_000;

@customElement('portal-tickets-list')
export class TicketsList extends PortalElement {
  private settling: ReturnType<typeof setTimeout> | undefined;
  private told = 0;

  constructor() {
    super();
    new Watch(this, tickets, place);
    new Ticking(this, CLOCK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.settling);
  }

  override render(): TemplateResult {
    const { list, problem, query } = tickets.state;
    return html`<div class="tickets">
      ${this.liveBar()}
      <div class="scroll" @pointerleave=${this.settleSoon} @focusout=${this.settleSoon}>
        <table aria-label=${msg('Tickets')} aria-busy=${tickets.state.loading ? 'true' : 'false'} aria-rowcount=${list ? list.total + 1 : nothing}>
          <thead><tr>${columns().map((column) => this.heading(column))}</tr></thead>
          <tbody>${
            list
              ? repeat(
                  list.rows,
                  (row) => row.item.id,
                  (row) => ticketRow(row),
                )
              : problem
                ? nothing
                : skeleton()
          }</tbody>
        </table>
        ${problem && !list ? failed(problem, () => query && void show(query)) : nothing}
        ${list && list.rows.length === 0 && query ? this.empty(query) : nothing}
      </div>
      ${this.pager()}
    </div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    const { list } = tickets.state;
    if (!list) return;
    if (isPending(list)) this.settleSoon();
    const waiting = Object.values(pending(list)).reduce((sum, count) => sum + count, 0);
    if (waiting > this.told) announce(plural(waiting, msg('1 ticket changed'), msg(str`${waiting} tickets changed`)));
    this.told = waiting;
  }

  private heading({ key, name, sort }: ReturnType<typeof columns>[number]): TemplateResult {
    if (!sort) return html`<th scope="col" class="col-${key}">${name}</th>`;
    const current = tickets.state.query?.sort ?? DEFAULT_SORT;
    const direction = current === sort ? 'ascending' : current === `-${sort}` ? 'descending' : undefined;
    const next = direction === 'descending' ? sort : `-${sort}`;
    return html`<th scope="col" class="col-${key}" aria-sort=${direction ?? nothing}>
      <button @click=${() => void go(withQuery({ sort: next, page: undefined }))}>${name}${direction ? icon(direction === 'ascending' ? 'up' : 'down', 14) : nothing}</button>
    </th>`;
  }

  private liveBar(): TemplateResult | typeof nothing {
    const { list, paused } = tickets.state;
    if (!list || !isPending(list)) return nothing;
    const { arrived, changed, left } = pending(list);
    const parts = [
      arrived > 0 && msg(str`${number(arrived)} new`),
      changed > 0 && msg(str`${number(changed)} changed`),
      left > 0 && msg(str`${number(left)} left the filter`),
    ].filter(Boolean);
    return html`<button class="live-bar" @click=${() => void applyPending()}>
      ${paused ? icon('pause', 14) : nothing}${parts.join(', ')} <strong>${msg('Show')}</strong>
    </button>`;
  }

  private empty(query: ListQuery): TemplateResult {
    if (query.page > 1)
      return empty(
        'filtered',
        msg('This page is empty'),
        msg('The list has become shorter.'),
        html`<a class="button" href=${withQuery({ page: undefined })}>${msg('To the first page')}</a>`,
      );
    if (query.status.length > 0 && !query.search && !query.type && !query.priority && !query.technicianId) {
      return empty(
        'done',
        msg('Nothing here'),
        msg('No ticket is in this state. All done.'),
        html`<button class="button" @click=${clear}>${msg('Show all tickets')}</button>`,
      );
    }
    if (isFiltered(query))
      return empty(
        'filtered',
        msg('No ticket fits'),
        msg('Nothing matches all parts of the filter.'),
        html`<button class="button" @click=${clear}>${msg('Clear filter')}</button>`,
      );
    const action = may('tickets.create')
      ? html`<a class="button primary" href="/tickets/new">${icon('plus')}${msg('New ticket')}</a>`
      : nothing;
    return empty('first', msg('No tickets yet'), msg('Tickets appear here as soon as somebody opens one.'), action);
  }

  private pager(): TemplateResult {
    const { list, query } = tickets.state;
    if (!list || !query) return html`<div class="pager"></div>`;
    const first = (query.page - 1) * query.size;
    const pages = Math.max(1, Math.ceil(list.total / query.size));
    const range = list.rows.length ? msg(str`${number(first + 1)}–${number(first + list.rows.length)} of ${number(list.total)}`) : '';
    return html`<div class="pager">
      <span class="soft figure">${range}</span>
      <select aria-label=${msg('Rows per page')} @change=${resize}>
        ${SIZES.map((size) => html`<option value=${size} ?selected=${size === query.size}>${msg(str`${size} per page`)}</option>`)}
      </select>
      <nav class="buttons" aria-label=${msg('Pages')}>
        ${turn(msg('Previous page'), 'left', query.page > 1 ? query.page - 1 : 0)}
        <span class="figure">${query.page} / ${pages}</span>
        ${turn(msg('Next page'), 'right', query.page < pages ? query.page + 1 : 0)}
      </nav>
    </div>`;
  }

  /** Rows must not move under a pointer or away from the focus. */
  private settleSoon = (): void => {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      const busy = this.querySelector('.scroll:is(:hover, :focus-within)');
      if (!busy && !tickets.state.paused && tickets.state.list && isPending(tickets.state.list)) void applyPending();
    }, QUIET);
  };
}

function skeleton(): TemplateResult[] {
  return Array.from(
    { length: 12 },
    () => html`<tr class="waiting">${columns().map(({ key }) => html`<td class="col-${key}"><span class="skeleton"></span></td>`)}</tr>`,
  );
}

function turn(label: string, picture: 'left' | 'right', page: number): TemplateResult {
  const to = withQuery({ page: page > 1 ? String(page) : undefined });
  return html`<button class="icon" aria-label=${label} ?disabled=${!page} @click=${() => void go(to)}>${icon(picture)}</button>`;
}

function resize(event: Event): void {
  void go(withQuery({ size: (event.target as HTMLSelectElement).value, page: undefined }));
}
