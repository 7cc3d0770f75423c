import { msg, str } from '@lit/localize';
import { html, nothing, render } from 'lit';
import { Problem } from '../api.ts';
import { reason } from '../elements/empty.ts';
import { icon } from '../elements/icons.ts';
import type { Ticket } from './ticket.ts';

/** Asks what was done, and stays open, with what was written, until the server has taken it. */
export function askResolution(ticket: Ticket, complete: (notes: string) => Promise<unknown>): Promise<void> {
  const host = document.createElement('div');
  document.body.append(host);
  const draw = (error?: string): void =>
    void render(
      html`<dialog aria-labelledby="complete-title"><form @submit=${submit} novalidate>
      <h2 id="complete-title">${msg(str`Complete ${ticket.number}`)}</h2>
      <div class="field">
        <label for="resolution">${msg('What was done?')}</label>
        <textarea id="resolution" name="resolution" rows="4" autofocus aria-invalid=${error ? 'true' : 'false'} aria-describedby="resolution-error"></textarea>
        <span id="resolution-error" class="error">${error ? html`${icon('alarm', 14)}${error}` : nothing}</span>
      </div>
      <div class="buttons">
        <button class="button" type="button" @click=${() => dialog().close()}>${msg('Not yet')}</button>
        <button class="button primary">${icon('check', 16)}${msg('Complete')}</button>
      </div>
    </form></dialog>`,
      host,
    );
  const dialog = (): HTMLDialogElement => host.firstElementChild as HTMLDialogElement;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const notes = String(new FormData(event.target as HTMLFormElement).get('resolution')).trim();
    if (!notes) return draw(msg('Say in a sentence what was done.'));
    try {
      await complete(notes);
      dialog().close();
    } catch (problem) {
      draw(problem instanceof Problem ? (problem.messageFor('resolutionNotes') ?? reason(problem)) : String(problem));
    }
  };
  draw();
  dialog().showModal();
  return new Promise((resolve) => dialog().addEventListener('close', () => (host.remove(), resolve())));
}
