import { msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Ticking } from '../clock.ts';
import { failed } from '../elements/empty.ts';
import { PortalElement } from '../elements/element.ts';
import { icon } from '../elements/icons.ts';
import { statusShape } from '../elements/badges.ts';
import { number, percent } from '../i18n/format.ts';
import { currentUser, may } from '../identity/session.ts';
import { Watch } from '../store.ts';
import { STATUSES } from '../tickets/ticket.ts';
import { statusName } from '../tickets/words.ts';
import { availabilityName } from '../technicians/words.ts';
import { activityFeed } from './activity-feed.ts';
import { figures, follow, load, type Overview } from './analytics.ts';
import { priorityTable, typeBars } from './breakdowns.ts';
import './dashboard.css';
import './trend-chart.ts';

/** Relative times in the feed. */
const CLOCK = 30_000;

@customElement('portal-dashboard-page')
export class DashboardPage extends PortalElement {
  private end: (() => void) | undefined;

  constructor() {
    super();
    new Watch(this, figures);
    new Ticking(this, CLOCK);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.end = follow();
    void load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end?.();
  }

  override render(): TemplateResult {
    const { overview, problem } = figures.state;
    if (problem && !overview) return failed(problem, () => void load(), 1);
    return html`<div class="dashboard">
      <div class="page-head"><h1>${msg(str`Hello, ${currentUser()?.fullName.split(' ')[0] ?? ''}`)}</h1><span class="soft">${msg('The last 30 days')}</span></div>
      <ul class="counters" aria-label=${msg('Tickets by status')}>${this.counters(overview)}</ul>
      <section class="card kpis" aria-label=${msg('Key figures')}>${this.keyFigures(overview)}</section>
      ${may('analytics.view') ? this.analysis() : nothing}
      <section class="card feed" aria-labelledby="feed-title"><h2 id="feed-title">${msg('Recent activity')}</h2>${activityFeed(figures.state.activities)}</section>
    </div>`;
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    document.title = `${msg('Dashboard')} · Aglis Portal`;
  }

  private counters(overview: Overview | null): TemplateResult[] {
    return STATUSES.map(
      (status) => html`<li><a class="card counter status-${status}" href="/tickets?status=${status}">
      <span class="counter-name">${statusShape(status, 14)}${statusName(status)}</span>
      <strong class="figure">${overview ? number(overview.tickets.byStatus[status] ?? 0) : '\u2007'}</strong>
    </a></li>`,
    );
  }

  private keyFigures(overview: Overview | null): TemplateResult {
    const sla = overview?.sla;
    const hours = (mean?: number) => (mean === undefined || mean === null ? '–' : msg(str`${number(mean, 1)} h`));
    return html`
      ${kpi(msg('Within SLA'), sla ? rate(sla.complianceRate) : undefined, sla && msg(str`${number(sla.withinSLA)} of ${number(sla.totalCompleted)} completed`))}
      ${kpi(msg('Over the deadline'), sla && number(sla.breached), sla && (sla.breached ? html`<a class="alarm" href="/tickets?sort=slaDueAt&status=open,assigned,in_progress">${icon('alarm', 14)}${msg('See them')}</a>` : msg('None. Well done.')))}
      ${kpi(msg('Mean resolution'), overview ? hours(overview.resolution.averageHours) : undefined, msg('without time on hold'))}
      ${kpi(msg('Opened today'), overview && number(overview.tickets.today), overview && msg(str`${number(overview.tickets.week)} in 7 days`))}
      ${kpi(msg('Technicians available'), overview && `${number(overview.technicians.available)} / ${number(overview.technicians.total)}`, overview && crew(overview))}`;
  }

  private analysis(): TemplateResult {
    const { trend, types, priorities } = figures.state;
    return html`
      <portal-trend-chart class="card trend" .days=${trend}></portal-trend-chart>
      <section class="card share" aria-labelledby="share-title"><h2 id="share-title">${msg('Work by type')}</h2>${typeBars(types)}</section>
      <section class="card priorities" aria-labelledby="priorities-title"><h2 id="priorities-title">${msg('Work by priority')}</h2>${priorityTable(priorities)}</section>`;
  }
}

const rate = (percentage?: number | null): string => (percentage === undefined || percentage === null ? '–' : percent(percentage / 100, 1));

function crew({ technicians: { busy, break: pausing, offline } }: Overview): string {
  return [
    [busy, 'busy'],
    [pausing, 'break'],
    [offline, 'offline'],
  ]
    .filter(([count]) => Number(count) > 0)
    .map(([count, code]) => `${number(Number(count))} ${availabilityName(String(code)).toLowerCase()}`)
    .join(', ');
}

function kpi(name: string, figure: unknown, remark: unknown): TemplateResult {
  return html`<div class="kpi"><span class="kpi-name">${name}</span><strong class="figure">${figure ?? '\u2007'}</strong><span class="soft small kpi-remark">${remark || '\u00a0'}</span></div>`;
}
