import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Ticking } from '../clock.ts';
import { statusBadge, priorityMark } from '../elements/badges.ts';
import { empty, failed } from '../elements/empty.ts';
import { PortalElement } from '../elements/element.ts';
import { icon } from '../elements/icons.ts';
import { ago, dateTime } from '../i18n/format.ts';
import { may } from '../identity/session.ts';
import { withQuery } from '../router.ts';
import { enter } from '../realtime.ts';
import { Watch } from '../store.ts';
import './ticket-actions.ts';
import './ticket-edit.ts';
import { historyOf } from './ticket-history.ts';
import { slaMark } from './ticket-row.ts';
import { isOver, type Ticket } from './ticket.ts';
import { close, open, tickets } from './tickets.ts';
import { categoryName, typeName } from './words.ts';

/** The event brings the ticket, the history comes after it; several events in a row ask once. In ms. */
const HISTORY_PAUSE = 200;
const CLOCK = 20_000;

@customElement('portal-ticket-detail')
export class TicketDetail extends PortalElement {
  @property({ type: Number }) ticketId = 0;
  @state() private editing = false;
  private leave: (() => void) | undefined;
  private rereading: ReturnType<typeof setTimeout> | undefined;
  private version = 0;

  constructor() {
    super();
    new Watch(this, tickets);
    new Ticking(this, CLOCK);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave?.();
    clearTimeout(this.rereading);
    close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('ticketId')) this.turnTo(this.ticketId);
    const ticket = this.ticket();
    if (!ticket) return;
    if (this.version && ticket.version > this.version) this.rereadSoon();
    this.version = ticket.version;
  }

  override render(): TemplateResult {
    const ticket = this.ticket();
    const { detailProblem, detail } = tickets.state;
    return html`<article class="detail" aria-labelledby="detail-title">
      ${ticket && detail ? this.content(ticket) : html`${this.closeButton()}${detailProblem ? this.problem() : skeleton()}`}
    </article>`;
  }

  protected override updated(): void {
    const ticket = this.ticket();
    document.title = ticket ? `${ticket.number} ${ticket.title} · Aglis Portal` : `${msg('Ticket')} · Aglis Portal`;
  }

  private content(ticket: Ticket): TemplateResult {
    const { history } = tickets.state.detail!;
    return html`
      <header class="detail-head">
        <div class="detail-line"><span class="soft figure">${ticket.number}</span>${this.closeButton()}</div>
        <h2 id="detail-title" tabindex="-1">${ticket.title}</h2>
        <div class="marks">${statusBadge(ticket.status)}${priorityMark(ticket.priority)}<span class="sla-label"><span class="soft small">${msg('SLA')}</span>${slaMark(ticket)}</span></div>
      </header>
      <portal-ticket-actions .ticket=${ticket}></portal-ticket-actions>
      ${
        this.editing
          ? html`<portal-ticket-edit .ticket=${ticket} .history=${history} @done=${this.stopEditing}></portal-ticket-edit>`
          : html`${this.facts(ticket)}${this.texts(ticket)}`
      }
      <section class="block" aria-labelledby="history-title"><h3 id="history-title">${msg('History')}</h3>${historyOf(history)}</section>`;
  }

  private facts(ticket: Ticket): TemplateResult {
    const editable = may('tickets.edit') && !isOver(ticket);
    return html`<section class="block" aria-labelledby="facts-title">
      <div class="block-head"><h3 id="facts-title">${msg('Facts')}</h3>
        ${editable ? html`<button class="button quiet" id="edit-ticket" @click=${this.edit}>${icon('edit', 16)}${msg('Edit')}</button>` : nothing}</div>
      <dl class="facts">
        ${fact(msg('Customer'), html`${ticket.customer.name} <span class="soft small">${ticket.customer.number}</span>`)}
        ${fact(msg('Technician'), ticket.technician?.fullName ?? msg('Nobody'))}
        ${fact(msg('Type'), [typeName(ticket.type), ticket.category && categoryName(ticket.category)].filter(Boolean).join(' · '))}
        ${fact(msg('Appointment'), ticket.scheduledAt ? dateTime(ticket.scheduledAt) : msg('None'))}
        ${fact(msg('SLA deadline'), ticket.slaDueAt ? dateTime(ticket.slaDueAt) : msg('None'))}
        ${fact(msg('Opened'), html`<time datetime=${ticket.createdAt} title=${dateTime(ticket.createdAt)}>${ago(ticket.createdAt)}</time>${ticket.createdBy ? html` ${msg(str`by ${ticket.createdBy.fullName}`)}` : nothing}`)}
      </dl>
    </section>`;
  }

  private texts(ticket: Ticket): TemplateResult {
    return html`<section class="block"><h3>${msg('Description')}</h3><p class="prose">${ticket.description}</p></section>
      ${ticket.resolutionNotes ? html`<section class="block"><h3>${msg('Resolution')}</h3><p class="prose">${ticket.resolutionNotes}</p></section>` : nothing}`;
  }

  private problem(): TemplateResult {
    const problem = tickets.state.detailProblem!;
    if (problem.status === 404)
      return empty('filtered', msg('There is no such ticket'), msg('It does not exist, or it is not yours to see.'));
    return failed(problem, () => void open(this.ticketId));
  }

  private closeButton(): TemplateResult {
    return html`<a class="button quiet close" href=${withQuery({}, '/tickets')} aria-label=${msg('Back to the list')}>${icon('close')}</a>`;
  }

  private ticket(): Ticket | undefined {
    const ticket = tickets.state.detail?.ticket;
    return ticket?.id === this.ticketId ? ticket : undefined;
  }

  private turnTo(id: number): void {
    this.leave?.();
    this.leave = enter(`ticket_${id}`);
    this.editing = false;
    this.version = 0;
    const pointed = document.activeElement?.closest('.tickets tbody a');
    void open(id).then(async () => {
      await this.updateComplete;
      if (!this.isConnected || this.ticketId !== id || (pointed && pointed !== document.activeElement)) return;
      this.querySelector<HTMLElement>('#detail-title')?.focus();
    });
  }

  private rereadSoon(): void {
    clearTimeout(this.rereading);
    this.rereading = setTimeout(() => void open(this.ticketId), HISTORY_PAUSE);
  }

  private edit = async (): Promise<void> => {
    this.editing = true;
    await this.updateComplete;
    await (this.querySelector('portal-ticket-edit') as PortalElement | null)?.updateComplete;
    this.querySelector<HTMLElement>('portal-ticket-edit input')?.focus();
  };

  private stopEditing = async (): Promise<void> => {
    this.editing = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#edit-ticket')?.focus();
  };
}

const fact = (name: string, value: unknown): TemplateResult => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const skeleton = (): TemplateResult => html`<div class="detail-skeleton" aria-busy="true">
  ${Array.from({ length: 6 }, () => html`<span class="skeleton"></span>`)}
</div>`;
