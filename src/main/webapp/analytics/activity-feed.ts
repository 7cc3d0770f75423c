import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { avatar, statusBadge } from '../elements/badges.ts';
import { empty } from '../elements/empty.ts';
import { ago, dateTime } from '../i18n/format.ts';
import type { Activity } from './analytics.ts';

export function activityFeed(activities: Activity[] | null): TemplateResult {
  if (activities?.length === 0) return empty('first', msg('Quiet so far'), msg('What happens to tickets is told here.'));
  return html`<ol class="feed-list" tabindex="0" role="list" aria-label=${msg('Recent activity')} aria-busy=${activities ? 'false' : 'true'}>
    ${activities ? repeat(activities, (activity) => activity.id, line) : Array.from({ length: 8 }, () => html`<li><span class="skeleton"></span></li>`)}
  </ol>`;
}

function line(activity: Activity): TemplateResult {
  return html`<li>
    ${avatar(activity.byName)}
    <div>
      <p><strong>${activity.byName}</strong> ${deed(activity)}</p>
      <p class="ellipsis"><a href="/tickets/${activity.ticketId}">${activity.title}</a> <span class="soft">${activity.customerName}</span></p>
    </div>
    <div class="feed-end">${statusBadge(activity.status)}<time class="soft small" datetime=${activity.timestamp} title=${dateTime(activity.timestamp)}>${ago(activity.timestamp)}</time></div>
  </li>`;
}

function deed({ kind, technicianName }: Activity): string {
  return {
    created: msg('opened'),
    status: msg('moved on'),
    assigned: technicianName ? msg(str`gave to ${technicianName}`) : msg('assigned'),
    edited: msg('changed'),
  }[kind];
}
