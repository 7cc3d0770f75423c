import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Slice, Watch } from '../store.ts';
import { PortalElement } from './element.ts';
import { icon } from './icons.ts';

interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
}

/** Long enough to read two lines and reach for "undo"; pointer or focus on it stops the clock. */
const SHOWN_FOR = 7_000;
const AT_MOST = 3;

let last = 0;
const toasts = new Slice<Toast[], { add: Toast } | { remove: number }>([], (state, action) =>
  'add' in action ? [...state, action.add].slice(-AT_MOST) : state.filter((toast) => toast.id !== action.remove),
);

/** One sentence about what just happened; never the only place where an error is told. */
export function toast(text: string, action?: Toast['action']): void {
  const id = ++last;
  toasts.dispatch({ add: { id, text, ...(action && { action }) } });
  dismissLater(id);
}

function dismissLater(id: number): void {
  setTimeout(() => {
    if (document.querySelector(`#toast-${id}:is(:hover, :focus-within)`)) dismissLater(id);
    else toasts.dispatch({ remove: id });
  }, SHOWN_FOR);
}

@customElement('portal-toasts')
export class Toasts extends PortalElement {
  constructor() {
    super();
    new Watch(this, toasts);
  }

  override render(): TemplateResult {
    return html`<div class="toasts" role="status">${repeat(
      toasts.state,
      (toast) => toast.id,
      (toast) => this.toast(toast),
    )}</div>`;
  }

  private toast({ id, text, action }: Toast): TemplateResult {
    const close = () => toasts.dispatch({ remove: id });
    return html`<div class="toast" id="toast-${id}">
      <p>${text}</p>
      ${action ? html`<button class="button" @click=${() => (close(), action.run())}>${action.label}</button>` : nothing}
      <button class="icon" aria-label=${msg('Dismiss')} @click=${close}>${icon('close', 16)}</button>
    </div>`;
  }
}
