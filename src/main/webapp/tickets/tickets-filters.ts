import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { statusShape } from '../elements/badges.ts';
import { PortalElement } from '../elements/element.ts';
import { icon } from '../elements/icons.ts';
import { number } from '../i18n/format.ts';
import { currentUser, may } from '../identity/session.ts';
import { go, place, withQuery } from '../router.ts';
import { Watch } from '../store.ts';
import { technicians, type Technician } from '../technicians/technicians.ts';
import { isFiltered, queryOf, type ListQuery } from './list-query.ts';
import { PRIORITIES, STATUSES, TYPES, type Status } from './ticket.ts';
import { pause, tickets } from './tickets.ts';
import { priorityName, statusName, typeName } from './words.ts';

/** While somebody types, ms. */
const TYPING_PAUSE = 250;

@customElement('portal-tickets-filters')
export class TicketsFilters extends PortalElement {
  @state() private people: Technician[] = [];
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new Watch(this, place, tickets);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (may('technicians.view') && !isTechnician())
      technicians().then(
        (people) => (this.people = people),
        () => undefined,
      );
  }

  override render(): TemplateResult {
    const query = queryOf(place.state.query);
    return html`
      <nav class="tabs" aria-label=${msg('Tickets by status')}><ul>
        ${this.tab(undefined, query)}${STATUSES.map((status) => this.tab(status, query))}
      </ul></nav>
      <form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
        <div class="search">
          ${icon('search', 16)}
          <input type="search" id="ticket-search" aria-label=${msg('Search number, title or customer')} placeholder=${msg('Number, title or customer')}
            .value=${query.search} @input=${this.type} @keydown=${leaveOnEscape}>
        </div>
        ${this.choice(
          'priority',
          msg('Any priority'),
          PRIORITIES.map((code) => [code, priorityName(code)]),
          query.priority,
        )}
        ${this.choice(
          'type',
          msg('Any type'),
          TYPES.map((code) => [code, typeName(code)]),
          query.type,
        )}
        ${
          isTechnician()
            ? nothing
            : this.choice(
                'technicianId',
                msg('Any technician'),
                this.people.map(({ id, fullName }) => [String(id), fullName]),
                query.technicianId,
              )
        }
        <label class="switch"><input type="checkbox" role="switch" .checked=${query.mine} @change=${mine}>${isTechnician() ? msg('Mine') : msg('Opened by me')}</label>
        <label class="switch"><input type="checkbox" role="switch" .checked=${tickets.state.paused} @change=${pauseOrNot}>${msg('Pause updates')}</label>
        ${isFiltered(query) ? html`<button class="button quiet" type="button" @click=${clear}>${icon('close', 16)}${msg('Clear filter')}</button>` : nothing}
      </form>`;
  }

  private tab(status: Status | undefined, query: ListQuery): TemplateResult {
    const { counts } = tickets.state;
    const chosen = status ? query.status.length === 1 && query.status[0] === status : query.status.length === 0;
    const figure = counts && (status ? counts[status] : Object.values(counts).reduce((sum, count) => sum + count, 0));
    return html`<li><a class="tab ${status ? `status-${status}` : ''}" href=${withQuery({ status, page: undefined })} aria-current=${chosen ? 'true' : nothing}>
      <span class="tab-name">${status ? statusShape(status) : nothing}${status ? statusName(status) : msg('All')}</span>
      <strong class="figure">${figure === null ? '\u2007' : number(figure)}</strong>
    </a></li>`;
  }

  private choice(name: string, any: string, choices: [string, string][], chosen: string): TemplateResult {
    return html`<select aria-label=${any} class=${chosen ? 'set' : ''} @change=${(event: Event) => filter(name, (event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${!chosen}>${any}</option>
      ${choices.map(([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
    </select>`;
  }

  private type = (event: Event): void => {
    clearTimeout(this.typing);
    const { value } = event.target as HTMLInputElement;
    this.typing = setTimeout(() => filter('search', value, true), TYPING_PAUSE);
  };
}

const isTechnician = (): boolean => currentUser()?.role === 'technician';

function filter(name: string, value: string, replace = false): void {
  void go(withQuery({ [name]: value, page: undefined }), { replace });
}

const mine = (event: Event): void => filter('mine', (event.target as HTMLInputElement).checked ? 'true' : '');

const pauseOrNot = (event: Event): void => pause((event.target as HTMLInputElement).checked);

function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  (event.target as HTMLElement).blur();
}

/** The order stays: it is no filter. */
export function clear(): void {
  const gone = {
    status: undefined,
    type: undefined,
    priority: undefined,
    technicianId: undefined,
    search: undefined,
    mine: undefined,
    page: undefined,
  };
  void go(withQuery(gone));
}
