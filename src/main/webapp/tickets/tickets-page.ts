import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PortalElement } from '../elements/element.ts';
import { icon } from '../elements/icons.ts';
import { may } from '../identity/session.ts';
import { go, place, withQuery } from '../router.ts';
import { useKeys } from '../shell/shortcuts.ts';
import { Watch } from '../store.ts';
import { queryOf } from './list-query.ts';
import './ticket-create.ts';
import './ticket-detail.ts';
import './tickets-filters.ts';
import './tickets-list.ts';
import './tickets.css';
import { count, follow, pause, show, tickets } from './tickets.ts';

/** List and, beside it, one ticket or the form for a new one: opening a ticket must not lose the list. */
@customElement('portal-tickets-page')
export class TicketsPage extends PortalElement {
  private shown = '';
  private ends: (() => void)[] = [];

  constructor() {
    super();
    new Watch(this, place, tickets);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const list = { '/': search, 'j': () => step(1), 'k': () => step(-1), 'c': create };
    this.ends = [follow(), useKeys({ ...list, Escape: () => void this.back() })];
    void count();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ends.forEach((end) => end());
    pause(false);
  }

  protected override willUpdate(): void {
    const query = queryOf(place.state.query);
    const name = JSON.stringify(query);
    if (name === this.shown) return;
    this.shown = name;
    void show(query);
  }

  override render(): TemplateResult {
    const { path } = place.state;
    const opened = path !== '/tickets';
    return html`<div class="split ${opened ? 'opened' : ''}">
      <section class="work-list" aria-labelledby="tickets-title">
        <div class="page-head">
          <h1 id="tickets-title">${msg('Tickets')}</h1>
          ${may('tickets.create') ? html`<a class="button primary" href=${withQuery({}, '/tickets/new')}>${icon('plus')}${msg('New ticket')}</a>` : nothing}
        </div>
        <portal-tickets-filters></portal-tickets-filters>
        <portal-tickets-list></portal-tickets-list>
      </section>
      ${opened ? this.pane(path) : nothing}
    </div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    if (place.state.path === '/tickets') document.title = `${msg('Tickets')} · Aglis Portal`;
  }

  private pane(path: string): TemplateResult {
    return path === '/tickets/new'
      ? html`<portal-ticket-create class="pane"></portal-ticket-create>`
      : html`<portal-ticket-detail class="pane" .ticketId=${Number(path.split('/').pop())}></portal-ticket-detail>`;
  }

  private async back(): Promise<void> {
    const from = place.state.path;
    if (from === '/tickets' || !(await go(withQuery({}, '/tickets')))) return;
    await this.updateComplete;
    const link = this.querySelector<HTMLElement>(`a[href^="${from}"]`) ?? this.querySelector<HTMLElement>('tbody a');
    link?.focus();
  }
}

function search(): void {
  document.querySelector<HTMLInputElement>('#ticket-search')?.focus();
}

function create(): void {
  if (may('tickets.create')) void go(withQuery({}, '/tickets/new'));
}

/** Moves the focus along the rows; from outside it starts at the open ticket, or at the end it comes from. */
function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('.tickets tbody a')];
  const focused = links.indexOf(document.activeElement as HTMLElement);
  const from = focused >= 0 ? focused : links.findIndex((link) => link.ariaCurrent === 'true');
  links[from < 0 ? 0 : Math.min(links.length - 1, Math.max(0, from + by))]?.focus();
}
