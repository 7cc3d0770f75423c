import type { Route } from '../router.ts';

export const HOME = '/dashboard';

/** Pages are loaded when they are first opened. The first pattern that fits wins. */
export const routes: Route[] = [
  {
    area: '/dashboard',
    pattern: /^\/dashboard$/,
    tag: 'portal-dashboard-page',
    load: () => import('../analytics/dashboard-page.ts'),
    permission: 'dashboard.view',
  },
  {
    area: '/tickets',
    pattern: /^\/tickets(\/new|\/\d+)?$/,
    tag: 'portal-tickets-page',
    load: () => import('../tickets/tickets-page.ts'),
    permission: 'tickets.view',
  },
];

export const routeOf = (path: string): Route | undefined => routes.find((route) => route.pattern.test(path));
