import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { time } from '../i18n/format.ts';
import { authorOf, type Clash } from './draft.ts';
import type { HistoryEntry } from './ticket.ts';
import { fieldName, valueName } from './words.ts';

/** Both versions of one field, in place; going on typing is the third way. */
export function conflictCard(
  { field, theirs, mine }: Clash,
  history: readonly HistoryEntry[],
  choose: (choice: 'mine' | 'theirs') => void,
): TemplateResult {
  const entry = authorOf(field, theirs, history);
  const who = entry?.by?.fullName ?? msg('Somebody');
  const when = entry ? time(entry.at) : '';
  return html`<div class="conflict" role="group" aria-label=${msg(str`Two versions of ${fieldName(field)}`)}>
    <p role="alert">${when ? msg(str`${who} changed this at ${when}, while you wrote.`) : msg(str`${who} changed this while you wrote.`)}</p>
    <dl>
      <div><dt>${who}</dt><dd>${valueName(field, theirs)}</dd></div>
      <div><dt>${msg('You')}</dt><dd>${valueName(field, mine)}</dd></div>
    </dl>
    <div class="buttons">
      <button class="button" type="button" @click=${() => choose('theirs')}>${msg('Take theirs')}</button>
      <button class="button" type="button" @click=${() => choose('mine')}>${msg('Keep mine')}</button>
      <span class="soft small">${msg('or go on editing')}</span>
    </div>
  </div>`;
}
