import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { priorityName, statusName } from '../tickets/words.ts';
import { PRIORITIES, type Priority, type Status } from '../tickets/ticket.ts';

/** Shape first, then the word, colour last: readable without any one of them. */
const shapes: Record<Status, SVGTemplateResult> = {
  open: svg`<circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.8"/>`,
  assigned: svg`<circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="6" cy="6" r="2" fill="currentColor"/>`,
  in_progress: svg`<circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6 1.600a4.4 4.4 0 0 1 0 8.800z" fill="currentColor"/>`,
  on_hold: svg`<path d="M3.9 2v8M8.1 2v8" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>`,
  completed: svg`<path d="m1.8 6.4 2.8 2.9 5.6-6.3" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
  cancelled: svg`<path d="m2.5 2.5 7 7m0-7-7 7" stroke="currentColor" stroke-width="1.9" stroke-linecap="round"/>`,
};

export const statusShape = (status: Status, size = 12): TemplateResult =>
  html`<svg aria-hidden="true" width=${size} height=${size} viewBox="0 0 12 12">${shapes[status]}</svg>`;

export const statusBadge = (status: Status): TemplateResult =>
  html`<span class="status status-${status}">${statusShape(status)}${statusName(status)}</span>`;

/** Signal bars: one for low, four for critical. */
export function priorityBars(priority: Priority, size = 14): TemplateResult {
  const filled = PRIORITIES.indexOf(priority) + 1;
  const bars = [1, 2, 3, 4].map(
    (bar) =>
      svg`<rect x=${bar * 3.5 - 3} y=${12 - bar * 2.8} width="2.5" height=${bar * 2.8} rx="0.8" fill="currentColor" opacity=${bar <= filled ? 1 : 0.25}/>`,
  );
  return html`<svg aria-hidden="true" width=${size} height=${size} viewBox="0 0 14 12">${bars}</svg>`;
}

export const priorityMark = (priority: Priority): TemplateResult =>
  html`<span class="priority priority-${priority}">${priorityBars(priority)}${priorityName(priority)}</span>`;

export const avatar = (name: string): TemplateResult => html`<span class="avatar" aria-hidden="true">${initials(name)}</span>`;

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}
