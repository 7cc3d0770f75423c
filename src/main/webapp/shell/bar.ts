import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { avatar } from '../elements/badges.ts';
import { PortalElement } from '../elements/element.ts';
import { icon, mark } from '../elements/icons.ts';
import { logOut, session, type User } from '../identity/session.ts';
import { roleName } from '../identity/words.ts';
import { preferences } from '../preferences.ts';
import { Watch } from '../store.ts';
import './connection-chip.ts';
import { displayControls } from './display.ts';
import { HOME } from './routes.ts';
import { showShortcuts } from './shortcuts.ts';

/** What stands above every page. */
@customElement('portal-bar')
export class Bar extends PortalElement {
  constructor() {
    super();
    new Watch(this, session, preferences);
  }

  override render(): TemplateResult {
    const { user } = session.state;
    return html`
      <a class="brand" href=${HOME}>${mark(26)}<span>Aglis</span></a>
      <span class="space"></span>
      <portal-connection-chip></portal-connection-chip>
      <button class="icon" aria-label=${msg('Language and display')} popovertarget="display-menu" @click=${place}>${icon('settings')}</button>
      <div class="menu" id="display-menu" popover role="dialog" aria-label=${msg('Language and display')}>${displayControls('bar')}</div>
      ${user ? this.userMenu(user) : ''}`;
  }

  private userMenu(user: User): TemplateResult {
    return html`
      <button class="button quiet who" popovertarget="user-menu" @click=${place}>
        ${avatar(user.fullName)}<span class="name">${user.fullName}</span><span class="seen-by-readers">${msg('user menu')}</span>
      </button>
      <div class="menu" id="user-menu" popover role="dialog" aria-label=${msg('User menu')}>
        <section><h2>${user.fullName}</h2><p class="soft small">${roleName(user.role)} · ${user.email ?? user.username}</p></section>
        <section>
          <button class="button quiet" popovertarget="user-menu" popovertargetaction="hide" @click=${showShortcuts}>${icon('keyboard')}${msg('Keyboard shortcuts')}</button>
          <button class="button quiet" @click=${() => void logOut()}>${icon('logout')}${msg('Log out')}</button>
        </section>
      </div>`;
  }
}

/** Below its button, flush right. */
function place(event: Event): void {
  const button = event.currentTarget as HTMLElement;
  const menu = button.nextElementSibling as HTMLElement;
  const box = button.getBoundingClientRect();
  menu.style.top = `${box.bottom + 6}px`;
  menu.style.right = `${Math.max(8, innerWidth - box.right)}px`;
}
