import { msg } from '@lit/localize';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { priorityMark } from '../elements/badges.ts';
import { number, percent } from '../i18n/format.ts';
import { PRIORITIES } from '../tickets/ticket.ts';
import { typeName } from '../tickets/words.ts';
import type { PriorityFigures, TypeShare } from './analytics.ts';

/** One bar per type, the longest as long as there is room. */
export function typeBars(shares: TypeShare[] | null): TemplateResult | typeof nothing {
  if (!shares) return nothing;
  const greatest = Math.max(1, ...shares.map(({ count }) => count));
  const sorted = [...shares].sort((a, b) => b.count - a.count);
  return html`<ul class="bars">${sorted.map(
    ({ type, count, percentage }) => html`<li>
    <span>${typeName(type)}</span>
    <svg aria-hidden="true" height="10" width="100%">${svg`<rect class="bar-ground" width="100%" height="10" rx="3"/><rect class="bar-fill" width="${(count / greatest) * 100}%" height="10" rx="3"/>`}</svg>
    <span class="figure"><strong>${number(count)}</strong> <span class="soft small">${percent(percentage / 100)}</span></span>
  </li>`,
  )}</ul>`;
}

export function priorityTable(rows: PriorityFigures[] | null): TemplateResult {
  const sorted = [...(rows ?? [])].sort((a, b) => PRIORITIES.indexOf(b.priority) - PRIORITIES.indexOf(a.priority));
  return html`<table class="figures">
    <thead><tr>
      <th scope="col">${msg('Priority')}</th><th scope="col">${msg('All')}</th><th scope="col">${msg('Pending')}</th>
      <th scope="col">${msg('Done')}</th><th scope="col">${msg('Hours')}</th>
    </tr></thead>
    <tbody>${sorted.map(
      (row) => html`<tr>
      <th scope="row">${priorityMark(row.priority)}</th>
      <td>${number(row.totalTickets)}</td><td>${number(row.pending)}</td><td>${percent(row.completionRate / 100)}</td>
      <td>${row.avgResolutionHours === undefined || row.avgResolutionHours === null ? '–' : number(row.avgResolutionHours, 1)}</td>
    </tr>`,
    )}</tbody>
  </table>`;
}
