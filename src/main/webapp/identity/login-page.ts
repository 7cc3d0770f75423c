import { msg, str } from '@lit/localize';
import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Problem } from '../api.ts';
import { PortalElement } from '../elements/element.ts';
import { icon, mark } from '../elements/icons.ts';
import { reason } from '../elements/empty.ts';
import { displayControls } from '../shell/display.ts';
import { logIn, session } from './session.ts';
import './login.css';

@customElement('portal-login-page')
export class LoginPage extends PortalElement {
  @state() private problem: string | undefined;
  @state() private busy = false;

  override render(): TemplateResult {
    return html`<div class="login">
      <section class="welcome" aria-hidden="true">
        ${fibres()}
        <p>${msg('One network, one list of work, live.')}</p>
      </section>
      <main class="login-main" tabindex="-1">
        <form @submit=${this.submit} aria-labelledby="login-title">
          <div class="login-brand">${mark(40)}<span>Aglis Portal</span></div>
          <h1 id="login-title">${msg('Log in')}</h1>
          ${this.notice()}
          <div class="field">
            <label for="username">${msg('Username or e-mail')}</label>
            <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus>
          </div>
          <div class="field">
            <label for="password">${msg('Password')}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
          </div>
          <button class="button primary" ?disabled=${this.busy}>${this.busy ? msg('Logging in…') : msg('Log in')}</button>
        </form>
        <details class="display"><summary>${icon('settings', 16)}${msg('Language and display')}</summary>${displayControls('login')}</details>
      </main>
    </div>`;
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    document.title = `${msg('Log in')} · Aglis Portal`;
    this.querySelector<HTMLInputElement>('#username')?.focus();
  }

  private notice(): TemplateResult | typeof nothing {
    if (this.problem) return html`<p class="notice alarm" role="alert">${icon('alarm')}${this.problem}</p>`;
    if (session.state.ended === 'expired')
      return html`<p class="notice">${msg('Your session has ended. Log in to go on where you were.')}</p>`;
    if (session.state.ended === 'revoked')
      return html`<p class="notice">${msg('Your session was ended by the server. Please log in again.')}</p>`;
    return nothing;
  }

  private submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.problem = undefined;
    try {
      await logIn(String(form.get('username')).trim(), String(form.get('password')));
    } catch (problem) {
      this.problem = problem instanceof Problem ? explain(problem) : String(problem);
      this.busy = false;
      await this.updateComplete;
      this.querySelector<HTMLInputElement>('#password')?.select();
    }
  };
}

function explain(problem: Problem): string {
  if (problem.status === 401) return msg('Username or password is wrong.');
  if (problem.status !== 423) return reason(problem);
  const minutes = Math.max(1, Math.ceil((problem.body.retryAfter ?? 60) / 60));
  return msg(str`Too many attempts. Try again in ${minutes} min.`);
}

/** A bundle of fibres that fans out; the one picture of the house. */
const fibres =
  (): TemplateResult => html`<svg viewBox="0 0 600 800" preserveAspectRatio="xMidYMid slice" fill="none" stroke-linecap="round">
  ${[0, 1, 2, 3, 4, 5, 6, 7, 8].map((fibre) => fibrePath(fibre))}
</svg>`;

function fibrePath(fibre: number): TemplateResult {
  const x = 330 + fibre * 34;
  const y = 70 + fibre * fibre * 9;
  return svg`<path class="fibre fibre-${fibre % 3}" d="M${60 + fibre * 7} 830C${90 + fibre * 12} ${520 + fibre * 10} ${200 + fibre * 22} ${430 - fibre * 6} ${x} ${y}"/>
    <circle class="spark" cx=${x} cy=${y} r=${9 - fibre * 0.6}/>` as unknown as TemplateResult;
}
