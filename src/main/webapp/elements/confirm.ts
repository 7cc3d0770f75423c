import { msg } from '@lit/localize';
import { html, render } from 'lit';

interface Question {
  title: string;
  text: string;
  yes: string;
  no?: string;
}

/** For what cannot be undone. @returns whether the user said yes */
export function confirm({ title, text, yes, no = msg('Keep it') }: Question): Promise<boolean> {
  const host = document.createElement('div');
  document.body.append(host);
  render(
    html`<dialog aria-labelledby="question" aria-describedby="question-text">
      <form method="dialog">
        <h2 id="question">${title}</h2>
        <p id="question-text">${text}</p>
        <div class="buttons">
          <button class="button" value="no" autofocus>${no}</button>
          <button class="button primary" value="yes">${yes}</button>
        </div>
      </form>
    </dialog>`,
    host,
  );
  const dialog = host.firstElementChild as HTMLDialogElement;
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => {
      host.remove();
      resolve(dialog.returnValue === 'yes');
    }),
  );
}
