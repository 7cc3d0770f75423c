import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { avatar, statusBadge } from '../elements/badges.ts';
import { ago, dateTime } from '../i18n/format.ts';
import type { Change, HistoryEntry } from './ticket.ts';
import { fieldName, valueName } from './words.ts';

/** Longer texts are told by name only; the ticket itself shows what they say now. */
const SHORT_TEXT = 60;

export const historyOf = (history: readonly HistoryEntry[]): TemplateResult =>
  html`<ol class="timeline">${repeat(
    history,
    (entry) => entry.id,
    (entry) => line(entry),
  )}</ol>`;

function line(entry: HistoryEntry): TemplateResult {
  const who = entry.by?.fullName ?? msg('The system');
  return html`<li>
    ${avatar(who)}
    <div>
      <p><strong>${who}</strong> ${deed(entry)} <time class="soft small" datetime=${entry.at} title=${dateTime(entry.at)}>${ago(entry.at)}</time></p>
      ${entry.kind === 'status' && entry.toStatus ? html`<p class="step">${entry.fromStatus ? html`${statusBadge(entry.fromStatus)} <span aria-label=${msg('to')} role="img">→</span>` : nothing} ${statusBadge(entry.toStatus)}</p>` : nothing}
      ${entry.changes?.length ? html`<ul class="changes">${entry.changes.map(change)}</ul>` : nothing}
      ${entry.note ? html`<p class="note">${entry.note}</p>` : nothing}
    </div>
  </li>`;
}

function deed({ kind, changes }: HistoryEntry): string {
  const technician = changes?.find(({ field }) => field === 'technician')?.to;
  return {
    created: msg('opened the ticket'),
    status: msg('moved it on'),
    assigned: technician ? msg(str`assigned it to ${String(technician)}`) : msg('assigned it'),
    edited: msg('changed it'),
  }[kind];
}

function change({ field, from, to }: Change): TemplateResult | typeof nothing {
  if (field === 'status' || field === 'technician') return nothing;
  const [before, after] = [valueName(field, from), valueName(field, to)];
  if (before.length > SHORT_TEXT || after.length > SHORT_TEXT) return html`<li>${fieldName(field)}</li>`;
  return html`<li>${fieldName(field)}: <del>${before}</del> <ins>${after}</ins></li>`;
}
