import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PortalElement } from '../elements/element.ts';
import { prefer, preferences } from '../preferences.ts';
import { Watch } from '../store.ts';

type Shortcut = () => void;

const shortcuts = new Map<string, Shortcut>();

/** Lends keys to whoever is on the page. @returns the function that gives them back */
export function useKeys(keys: Record<string, Shortcut>): () => void {
  for (const [key, run] of Object.entries(keys)) shortcuts.set(key, run);
  return () => {
    for (const [key, run] of Object.entries(keys)) if (shortcuts.get(key) === run) shortcuts.delete(key);
  };
}

export function showShortcuts(): void {
  document.querySelector<HTMLDialogElement>('#shortcuts')?.showModal();
}

document.addEventListener('keydown', (event) => {
  const inField = (event.target as Element).closest?.('input, select, textarea, [contenteditable]');
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector('dialog[open], [popover]:popover-open')) return;
  if (event.key !== 'Escape' && (inField || !preferences.state.shortcuts)) return;
  const run = event.key === '?' ? showShortcuts : shortcuts.get(event.key);
  if (!run) return;
  event.preventDefault();
  run();
});

@customElement('portal-shortcuts')
export class Shortcuts extends PortalElement {
  constructor() {
    super();
    new Watch(this, preferences);
  }

  override render(): TemplateResult {
    const keys: [string, string][] = [
      ['/', msg('Search in the list')],
      ['j', msg('Next ticket')],
      ['k', msg('Previous ticket')],
      ['Enter', msg('Open the ticket')],
      ['Esc', msg('Back to the list')],
      ['c', msg('New ticket')],
      ['?', msg('This help')],
    ];
    return html`<dialog id="shortcuts" aria-labelledby="shortcuts-title">
      <form method="dialog">
        <h2 id="shortcuts-title">${msg('Keyboard shortcuts')}</h2>
        <dl class="keys">${keys.map(([key, meaning]) => html`<dt><kbd>${key}</kbd></dt><dd>${meaning}</dd>`)}</dl>
        <label class="switch">
          <input type="checkbox" role="switch" .checked=${preferences.state.shortcuts} @change=${toggle}>
          ${msg('Use single-letter shortcuts')}
        </label>
        <div class="buttons"><button class="button" autofocus>${msg('Close')}</button></div>
      </form>
    </dialog>`;
  }
}

function toggle(event: Event): void {
  prefer({ shortcuts: (event.target as HTMLInputElement).checked });
}
