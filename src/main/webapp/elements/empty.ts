import { msg, str } from '@lit/localize';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Problem } from '../api.ts';

type Kind = 'first' | 'filtered' | 'done' | 'failed';

const drawings = {
  first: svg`<path d="M14 50h44M20 50V30l16-14 16 14v20M31 50V38h10v12"/><path d="M52 16a10 10 0 0 1 8 10m-8-17a17 17 0 0 1 15 17"/>`,
  filtered: svg`<path d="M14 16h44L41 36v16l-10-5V36z"/><path d="m50 44 12 12m0-12L50 56"/>`,
  done: svg`<circle cx="36" cy="34" r="22"/><path d="m26 34 7 8 14-16"/>`,
  failed: svg`<path d="M12 46c10 0 8-22 18-22m12 16c6-2 8-12 18-12M33 19l8 8m-4 10 8 8"/>`,
};

/**
 * The four ways in which there is nothing to show; each says which one it is and what to do about it.
 * @param level of the heading; 1 when this is the whole page
 */
export function empty(kind: Kind, title: string, text: string, action: unknown = nothing, level: 1 | 2 = 2): TemplateResult {
  return html`<div class="empty ${kind === 'failed' ? 'failed' : ''}" role=${kind === 'failed' ? 'alert' : nothing}>
    <svg class="art" aria-hidden="true" width="72" height="64" viewBox="0 0 72 64" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
      ${drawings[kind]}
    </svg>
    ${level === 1 ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
    <p>${text}</p>
    ${action}
  </div>`;
}

export function failed(problem: Problem, retry: () => void, level: 1 | 2 = 2): TemplateResult {
  const again = html`<button class="button" @click=${retry}>${msg('Try again')}</button>`;
  return empty('failed', msg('This could not be loaded'), reason(problem), again, level);
}

/** A sentence for people: the server's own where it sent one. */
export function reason(problem: Problem): string {
  if (problem.status === 0) return msg('The server cannot be reached. Check your connection.');
  const sentence = problem.body.detail ?? problem.body.title ?? msg('Something went wrong.');
  return problem.body.problemId ? msg(str`${sentence} Problem ${problem.body.problemId}.`) : sentence;
}
