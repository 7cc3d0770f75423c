import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PortalElement } from '../elements/element.ts';
import { describedBy, field, invalid } from '../elements/field.ts';
import { icon } from '../elements/icons.ts';
import { plural } from '../i18n/format.ts';
import { may } from '../identity/session.ts';
import { askNewCustomer } from './new-customer-dialog.ts';
import { findCustomers, type Customer } from './customers.ts';

/** While somebody types, ms. */
const TYPING_PAUSE = 200;

/** The combobox pattern of ARIA 1.2 over a search on the server. Fires `chosen` with a Customer, or null. */
@customElement('portal-customer-field')
export class CustomerField extends PortalElement {
  @property({ attribute: false }) error: string | undefined;
  @state() private text = '';
  @state() private found: Customer[] = [];
  @state() private expanded = false;
  @state() private active = -1;
  @state() private told = '';
  private typing: ReturnType<typeof setTimeout> | undefined;
  private searching: AbortController | undefined;

  override render(): TemplateResult {
    const parts = { id: 'customer', label: msg('Customer'), error: this.error };
    return field(
      parts,
      html`<div class="combobox">
      <input id=${parts.id} role="combobox" autocomplete="off" spellcheck="false" placeholder=${msg('Name or customer number')} .value=${this.text}
        aria-autocomplete="list" aria-expanded=${this.expanded ? 'true' : 'false'} aria-controls="customer-options"
        aria-activedescendant=${this.expanded && this.active >= 0 ? `customer-option-${this.active}` : nothing}
        aria-invalid=${invalid(parts)} aria-describedby=${describedBy(parts)}
        @input=${this.type} @keydown=${this.steer} @click=${this.search} @blur=${() => (this.expanded = false)}>
      <ul class="options" id="customer-options" role="listbox" aria-label=${msg('Customers')} ?hidden=${!this.expanded}>
        ${this.found.map((customer, index) => this.option(customer, index))}
      </ul>
    </div>`,
      html`<span class="seen-by-readers" role="status">${this.told}</span>
      ${may('customers.create') ? html`<button class="link" type="button" @click=${this.create}>${msg('New customer…')}</button>` : nothing}`,
    );
  }

  protected override updated(_changed: PropertyValues): void {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  private option(customer: Customer, index: number): TemplateResult {
    // Not the click: the input would lose the focus first, and with it the list.
    const take = (event: Event) => (event.preventDefault(), this.choose(customer));
    return html`<li role="option" id="customer-option-${index}" aria-selected=${index === this.active ? 'true' : 'false'} @mousedown=${take}>
      <span>${customer.name}</span><span class="soft small">${[customer.number, customer.city].filter(Boolean).join(' · ')}</span>
      ${index === this.active ? icon('check', 14) : nothing}
    </li>`;
  }

  private type = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.dispatchEvent(new CustomEvent('chosen', { detail: null }));
    clearTimeout(this.typing);
    this.typing = setTimeout(this.search, TYPING_PAUSE);
  };

  private search = async (): Promise<void> => {
    this.searching?.abort();
    this.searching = new AbortController();
    try {
      this.found = await findCustomers(this.text.trim(), this.searching.signal);
    } catch {
      return;
    }
    this.active = -1;
    this.expanded = this.found.length > 0 && this.querySelector('input') === document.activeElement;
    this.told = plural(this.found.length, msg('1 customer found'), msg(str`${this.found.length} customers found`));
  };

  private steer = (event: KeyboardEvent): void => {
    const last = this.found.length - 1;
    if (event.key === 'ArrowDown' && !this.expanded) void this.search();
    else if (event.key === 'ArrowDown') this.point(this.active >= last ? 0 : this.active + 1, event);
    else if (event.key === 'ArrowUp' && this.expanded) this.point(this.active <= 0 ? last : this.active - 1, event);
    else if (event.key === 'Enter' && this.expanded && this.found[this.active]) {
      event.preventDefault();
      this.choose(this.found[this.active]!);
    } else if (event.key === 'Escape' && this.expanded) {
      event.preventDefault();
      this.expanded = false;
    }
  };

  private point(index: number, event: Event): void {
    event.preventDefault();
    this.active = index;
  }

  private choose(customer: Customer): void {
    this.text = `${customer.name} (${customer.number})`;
    this.expanded = false;
    this.dispatchEvent(new CustomEvent('chosen', { detail: customer }));
  }

  private create = async (): Promise<void> => {
    const customer = await askNewCustomer(this.text);
    if (customer) this.choose(customer);
  };
}
