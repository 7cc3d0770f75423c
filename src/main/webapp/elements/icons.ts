import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

const stroke = (body: SVGTemplateResult): SVGTemplateResult =>
  svg`<g fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${body}</g>`;

/** Drawn on a grid of 20; line icons of one weight. */
const drawings = {
  dashboard: stroke(svg`<path d="M3 17V9m5 8V3m5 14v-6m4 6V6"/>`),
  tickets: stroke(
    svg`<path d="M3 6.5A1.5 1.5 0 0 1 4.5 5h11A1.5 1.5 0 0 1 17 6.5V8a2 2 0 0 0 0 4v1.500a1.5 1.5 0 0 1-1.5 1.500h-11A1.5 1.5 0 0 1 3 13.500V12a2 2 0 0 0 0-4zM11.5 5v2m0 2v2m0 2v2"/>`,
  ),
  plus: stroke(svg`<path d="M10 4v12M4 10h12"/>`),
  close: stroke(svg`<path d="m5 5 10 10M15 5 5 15"/>`),
  search: stroke(svg`<circle cx="9" cy="9" r="5"/><path d="m13 13 4 4"/>`),
  user: stroke(svg`<circle cx="10" cy="7" r="3"/><path d="M4 17c.6-3.3 3-5 6-5s5.4 1.7 6 5"/>`),
  settings: stroke(svg`<path d="M3 6h7m4 0h3M3 14h3m4 0h7"/><circle cx="12" cy="6" r="2"/><circle cx="8" cy="14" r="2"/>`),
  logout: stroke(svg`<path d="M8 4H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h3m4-3 3-3-3-3m3 3H8"/>`),
  edit: stroke(svg`<path d="m4 16 .6-3L13 4.600a1.4 1.4 0 0 1 2 0l.4.4a1.4 1.4 0 0 1 0 2L7 15.400z"/>`),
  check: stroke(svg`<path d="m4.5 10.5 3.5 3.5 7.5-8"/>`),
  play: stroke(svg`<path d="M7 5v10l8-5z"/>`),
  pause: stroke(svg`<path d="M7.5 5v10m5-10v10"/>`),
  up: stroke(svg`<path d="m6 12 4-4 4 4"/>`),
  down: stroke(svg`<path d="m6 8 4 4 4-4"/>`),
  left: stroke(svg`<path d="m12 5-5 5 5 5"/>`),
  right: stroke(svg`<path d="m8 5 5 5-5 5"/>`),
  clock: stroke(svg`<circle cx="10" cy="10" r="6.5"/><path d="M10 6.500V10l2.5 1.5"/>`),
  keyboard: stroke(svg`<rect x="2.5" y="5" width="15" height="10" rx="2"/><path d="M5.5 8h.01m3 0h.01m3 0h.01m3 0h.01M7 12h6"/>`),
  alarm: svg`<path fill="currentColor" d="M10 2.5 18.5 17h-17zM9.2 8v4.500h1.600V8zm0 5.700v1.500h1.600v-1.500z" fill-rule="evenodd"/>`,
} as const;

export type IconName = keyof typeof drawings;

/** Decoration only: whatever it means stands beside it in words. */
export const icon = (name: IconName, size = 18): TemplateResult =>
  html`<svg aria-hidden="true" width=${size} height=${size} viewBox="0 0 20 20">${drawings[name]}</svg>`;

/** The mark: light leaving a fibre. */
export const mark = (size = 30): TemplateResult => html`<svg aria-hidden="true" width=${size} height=${size} viewBox="0 0 32 32">
  <rect width="32" height="32" rx="9" fill="#0f7f80"/>
  <path d="M7 25C12 25 13 9 18 7" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>
  <path d="M12 25c4 0 5-9 8-11m-3 11c2.5 0 3.5-3 5-4" fill="none" stroke="#a9e5e0" stroke-width="2.2" stroke-linecap="round"/>
  <circle cx="20.5" cy="6.5" r="2.6" fill="#f0b458"/><circle cx="22.5" cy="13" r="1.9" fill="#f0b458"/><circle cx="24" cy="20" r="1.5" fill="#f0b458"/>
</svg>`;
