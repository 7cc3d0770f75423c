import { msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { empty } from '../elements/empty.ts';
import { PortalElement } from '../elements/element.ts';
import '../elements/toasts.ts';
import { may, session } from '../identity/session.ts';
import { go, place, type Route } from '../router.ts';
import { Watch } from '../store.ts';
import { HOME, routeOf } from './routes.ts';
import './bar.ts';
import './rail.ts';
import './shortcuts.ts';

const LOGIN = '/login';

/** The frame around every page: who may see what, which page is on, where the focus goes. */
@customElement('portal-app')
export class App extends PortalElement {
  /** The areas whose code is here; a page is only drawn once its code is. */
  @state() private loaded = new Set<string>();
  @state() private failed: unknown;
  private area = '';

  constructor() {
    super();
    new Watch(this, session, place);
  }

  protected override willUpdate(): void {
    const { state: who } = session.state;
    const { path, query } = place.state;
    if (who === 'anonymous' && path !== LOGIN) {
      const target = path === '/' ? '' : `?to=${encodeURIComponent(location.pathname + location.search)}`;
      void go(LOGIN + target, { replace: true, ask: false });
    } else if (who === 'signed-in' && (path === LOGIN || path === '/')) {
      void go(localTarget(query.get('to')), { replace: true });
    }
    if (who !== 'unknown') this.prepare();
  }

  override render(): TemplateResult | typeof nothing {
    if (session.state.state === 'unknown') return nothing;
    if (session.state.state === 'anonymous')
      return this.loaded.has('portal-login-page') ? html`<portal-login-page></portal-login-page>` : nothing;
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${msg('Skip to the content')}</a>
      <div class="frame">
        <portal-rail class="rail"></portal-rail>
        <portal-bar class="bar" role="banner"></portal-bar>
        <main id="main" tabindex="-1">${this.page()}</main>
      </div>
      <portal-toasts></portal-toasts>
      <portal-shortcuts></portal-shortcuts>`;
  }

  protected override updated(_changed: PropertyValues): void {
    const route = routeOf(place.state.path);
    if (session.state.state !== 'signed-in' || !route || !this.loaded.has(route.tag)) return;
    if (this.area && this.area !== route.area) this.querySelector<HTMLElement>('main')?.focus();
    this.area = route.area;
  }

  private page(): TemplateResult | typeof nothing {
    const route = routeOf(place.state.path);
    if (this.failed)
      return empty('failed', msg('This page could not be loaded'), msg('The portal may have been updated meanwhile.'), this.reload(), 1);
    if (!route) return empty('filtered', msg('There is no such page'), msg('The address may be old or mistyped.'), this.home(), 1);
    if (route.permission && !may(route.permission))
      return empty('filtered', msg('Not for your role'), msg('Ask an administrator if you need this page.'), this.home(), 1);
    if (!this.loaded.has(route.tag)) return nothing;
    const tag = unsafeStatic(route.tag);
    return staticHtml`<${tag}></${tag}>`;
  }

  private prepare(): void {
    const login: Pick<Route, 'tag' | 'load'> = { tag: 'portal-login-page', load: () => import('../identity/login-page.ts') };
    const wanted = session.state.state === 'anonymous' ? login : routeOf(place.state.path);
    if (!wanted || this.loaded.has(wanted.tag)) return;
    wanted.load().then(
      () => (this.loaded = new Set([...this.loaded, wanted.tag])),
      (failure: unknown) => (this.failed = failure),
    );
  }

  private reload = (): TemplateResult => html`<button class="button primary" @click=${() => location.reload()}>${msg('Reload')}</button>`;

  private home = (): TemplateResult => html`<a class="button" href=${HOME}>${msg('To the dashboard')}</a>`;

  private skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('main')?.focus();
  };
}

/** Only paths of our own: a link with somebody else's address must not lead away after log-in. */
function localTarget(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : HOME;
}
