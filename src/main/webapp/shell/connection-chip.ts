import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Ticking } from '../clock.ts';
import { PortalElement } from '../elements/element.ts';
import { time } from '../i18n/format.ts';
import { connection } from '../realtime.ts';
import { Watch } from '../store.ts';

/** A short break heals before anybody needs to know, and so does the first connection; ms. */
const SHOWN_AFTER = 1_500;

/** Small, always there, never in the way: whether what the page shows is what is. */
@customElement('portal-connection-chip')
export class ConnectionChip extends PortalElement {
  constructor() {
    super();
    new Watch(this, connection);
    new Ticking(this, 1_000);
  }

  override render(): TemplateResult {
    const state = this.shown();
    return html`<span class="chip chip-${state} ${this.isStarting() ? 'chip-starting' : ''}" role="status" title=${this.heard()}><span class="dot"></span>${this.text(state)}</span>`;
  }

  private shown(): typeof connection.state.state {
    const { state } = connection.state;
    return state !== 'catching-up' && this.isShort() ? 'live' : state;
  }

  /** Keeps its place, so that nothing moves when it appears. */
  private isStarting(): boolean {
    return connection.state.state === 'connecting' && this.isShort();
  }

  private isShort(): boolean {
    return Date.now() - connection.state.since < SHOWN_AFTER;
  }

  private text(state: typeof connection.state.state): string {
    return {
      'connecting': msg('Connecting'),
      'live': msg('Live'),
      'catching-up': msg('Catching up'),
      'offline': msg(str`Not connected since ${time(connection.state.since)}`),
    }[state];
  }

  private heard(): string {
    return msg(str`Last heard from the server at ${time(connection.state.heardAt)}`);
  }
}
