import { msg, str } from '@lit/localize';
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PortalElement } from '../elements/element.ts';
import { day, number } from '../i18n/format.ts';
import type { Day } from './analytics.ts';

/** The drawing's own units; the page scales it. */
const WIDTH = 640;
const HEIGHT = 180;
const LEFT = 30;
const BOTTOM = 22;
const TOP = 8;

/** Tickets opened and completed per day: two lines that differ in more than colour, and the same as a table. */
@customElement('portal-trend-chart')
export class TrendChart extends PortalElement {
  @property({ attribute: false }) days: Day[] | null = null;
  @state() private asTable = false;

  override render(): TemplateResult {
    return html`<section aria-labelledby="trend-title">
      <div class="block-head">
        <h2 id="trend-title">${msg('Opened and completed')}</h2>
        <div class="legend"><span class="line-created">${msg('Opened')}</span><span class="line-completed">${msg('Completed')}</span></div>
        <button class="button quiet" aria-pressed=${this.asTable ? 'true' : 'false'} @click=${() => (this.asTable = !this.asTable)}>${msg('Show as table')}</button>
      </div>
      <div class="trend-body">${this.days ? (this.asTable ? this.table(this.days) : this.chart(this.days)) : nothing}</div>
    </section>`;
  }

  private chart(days: Day[]): TemplateResult {
    const top = scaleOf(Math.max(4, ...days.map((one) => Math.max(one.created, one.completed))));
    const x = (index: number) => LEFT + (index * (WIDTH - LEFT - 8)) / Math.max(1, days.length - 1);
    const y = (count: number) => HEIGHT - BOTTOM - (count * (HEIGHT - BOTTOM - TOP)) / top;
    const path = (of: (one: Day) => number) =>
      days.map((one, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)} ${y(of(one)).toFixed(1)}`).join('');
    const area = `${path((one) => one.created)}L${x(days.length - 1)} ${y(0)}L${x(0)} ${y(0)}Z`;
    return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${summary(days)}>
      ${[0, top / 2, top].map((tick) => svg`<line class="grid" x1=${LEFT} x2=${WIDTH - 8} y1=${y(tick)} y2=${y(tick)}/><text x=${LEFT - 6} y=${y(tick) + 3.5} text-anchor="end">${number(tick)}</text>`)}
      ${days.map((one, index) => ((days.length - 1 - index) % 7 === 0 ? label(x(index), one) : nothing))}
      ${svg`<path class="area" d=${area}/><path class="created" d=${path((one) => one.created)}/><path class="completed" d=${path((one) => one.completed)}/>`}
    </svg>`;
  }

  private table(days: Day[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${summary(days)}><table class="figures">
      <thead><tr><th scope="col">${msg('Day')}</th><th scope="col">${msg('Opened')}</th><th scope="col">${msg('Completed')}</th><th scope="col">${msg('Unfinished')}</th></tr></thead>
      <tbody>${[...days].reverse().map((one) => html`<tr><th scope="row">${day(one.date)}</th><td>${number(one.created)}</td><td>${number(one.completed)}</td><td>${number(one.backlog)}</td></tr>`)}</tbody>
    </table></div>`;
  }
}

const label = (x: number, { date }: Day): SVGTemplateResult => svg`<text x=${x} y=${HEIGHT - 5} text-anchor="middle">${day(date)}</text>`;

/** The next even number that is easy to read. */
function scaleOf(greatest: number): number {
  const step = [2, 4, 10, 20, 40, 100, 200, 400, 1000].find((candidate) => greatest <= candidate * 4) ?? greatest;
  return Math.ceil(greatest / step) * step;
}

function summary(days: Day[]): string {
  const sum = (of: (one: Day) => number) => number(days.reduce((total, one) => total + of(one), 0));
  const created = sum((one) => one.created);
  const completed = sum((one) => one.completed);
  return msg(str`In ${days.length} days ${created} tickets were opened and ${completed} completed.`);
}
