import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Problem } from '../api.ts';
import '../customers/customer-field.ts';
import type { Customer } from '../customers/customers.ts';
import { confirm } from '../elements/confirm.ts';
import { PortalElement } from '../elements/element.ts';
import { reason } from '../elements/empty.ts';
import { focusFirstError } from '../elements/field.ts';
import { icon } from '../elements/icons.ts';
import { toast } from '../elements/toasts.ts';
import { go, guard, withQuery } from '../router.ts';
import * as fields from './ticket-fields.ts';
import { create, type NewTicket } from './tickets.ts';

const BLANK: NewTicket = { customerId: null, type: '', category: null, title: '', description: '', priority: 'normal', scheduledAt: null };

@customElement('portal-ticket-create')
export class TicketCreate extends PortalElement {
  @state() private ticket = BLANK;
  @state() private errors: Record<string, string> = {};
  @state() private problem: Problem | undefined;
  @state() private types: fields.TypeInfo[] = [];
  @state() private busy = false;
  private endGuard: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.endGuard = guard(() => this.ticket !== BLANK, askToDiscard);
    fields.types().then(
      (types) => (this.types = types),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endGuard?.();
  }

  override render(): TemplateResult {
    const port: fields.FormPort = {
      value: (name) => this.ticket[name as keyof NewTicket],
      write: (name, value) => this.write(name, value),
      error: (name) => this.errors[name],
      below: () => nothing,
      types: this.types,
    };
    return html`<article class="detail" aria-labelledby="create-title">
      <header class="detail-head"><div class="detail-line">
        <h2 id="create-title" tabindex="-1">${msg('New ticket')}</h2>
        <a class="button quiet close" href=${withQuery({}, '/tickets')} aria-label=${msg('Back to the list')}>${icon('close')}</a>
      </div></header>
      <form class="block edit" @submit=${this.submit} novalidate>
        <portal-customer-field .error=${this.errors['customerId']} @chosen=${this.choose}></portal-customer-field>
        <div class="fields two">${fields.typeField(port)}${fields.categoryField(port)}</div>
        ${fields.titleField(port)}${fields.descriptionField(port)}
        <div class="fields two">${fields.priorityField(port)}${fields.appointmentField(port)}</div>
        ${this.problem ? html`<p class="notice alarm" role="alert">${icon('alarm')}${reason(this.problem)}</p>` : nothing}
        <div class="buttons">
          <button class="button primary" ?disabled=${this.busy}>${icon('check', 16)}${msg('Open ticket')}</button>
          <a class="button" href=${withQuery({}, '/tickets')}>${msg('Discard')}</a>
        </div>
      </form>
    </article>`;
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    document.title = `${msg('New ticket')} · Aglis Portal`;
    requestAnimationFrame(() => this.querySelector<HTMLElement>('#customer')?.focus());
  }

  private choose = (event: CustomEvent<Customer | null>): void => this.write('customerId', event.detail?.id ?? null);

  private write(name: string, value: unknown): void {
    const dropped = name === 'type' ? { category: null } : {};
    this.ticket = { ...this.ticket, ...dropped, [name]: value };
    const { [name]: _, ...others } = this.errors;
    this.errors = others;
  }

  private submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.errors = missing(this.ticket);
    this.problem = undefined;
    if (Object.keys(this.errors).length === 0) await this.send();
    await this.updateComplete;
    focusFirstError(this);
  };

  private async send(): Promise<void> {
    this.busy = true;
    try {
      const ticket = await create(this.ticket);
      this.ticket = BLANK;
      toast(msg(str`${ticket.number} is open.`));
      await go(withQuery({}, `/tickets/${ticket.id}`), { replace: true });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.errors = Object.fromEntries((problem.body.errors ?? []).map(({ field, message }) => [field, message]));
      this.problem = problem.body.errors?.length ? undefined : problem;
    } finally {
      this.busy = false;
    }
  }
}

function missing(ticket: NewTicket): Record<string, string> {
  const required = {
    customerId: msg('Choose a customer.'),
    type: msg('Choose a type.'),
    title: msg('Give it a title.'),
    description: msg('Describe what is wrong or wanted.'),
  };
  return Object.fromEntries(Object.entries(required).filter(([name]) => !String(ticket[name as keyof NewTicket] ?? '').trim()));
}

const askToDiscard = (): Promise<boolean> =>
  confirm({
    title: msg('Discard this ticket?'),
    text: msg('What you wrote has not been saved.'),
    yes: msg('Discard'),
    no: msg('Keep editing'),
  });
