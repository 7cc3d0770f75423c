import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PortalElement } from '../elements/element.ts';
import { icon, mark, type IconName } from '../elements/icons.ts';
import { may, session } from '../identity/session.ts';
import { place } from '../router.ts';
import { Watch } from '../store.ts';
import { HOME } from './routes.ts';

@customElement('portal-rail')
export class Rail extends PortalElement {
  constructor() {
    super();
    new Watch(this, session, place);
  }

  override render(): TemplateResult {
    return html`
      <nav class="areas" aria-label=${msg('Areas')}>
        <a class="brand" href=${HOME}>${mark()}<span>Aglis <small>${msg('Operations portal')}</small></span></a>
        <ul>
          ${this.area('/dashboard', 'dashboard', msg('Dashboard'), 'dashboard.view')}
          ${this.area('/tickets', 'tickets', msg('Tickets'), 'tickets.view')}
        </ul>
      </nav>`;
  }

  private area(path: string, picture: IconName, name: string, permission: string): TemplateResult | string {
    if (!may(permission)) return '';
    const here = place.state.path === path || place.state.path.startsWith(`${path}/`);
    return html`<li><a href=${path} aria-current=${here ? 'page' : nothing}>${icon(picture, 20)}<span>${name}</span></a></li>`;
  }
}
