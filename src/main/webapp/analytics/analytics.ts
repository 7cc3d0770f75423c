import { get, Problem } from '../api.ts';
import { may } from '../identity/session.ts';
import { listen, onGap } from '../realtime.ts';
import { Slice } from '../store.ts';
import type { Priority, Status } from '../tickets/ticket.ts';

/** Means over nothing are left out. */
export interface Overview {
  tickets: { total: number; today: number; week: number; month: number; byStatus: Record<Status, number> };
  sla: { totalCompleted: number; withinSLA: number; complianceRate?: number; breached: number };
  resolution: { averageHours?: number; completedTickets: number };
  response: { averageHours?: number; assignedTickets: number };
  technicians: { total: number; available: number; busy: number; break: number; offline: number };
}

export interface Activity {
  id: number;
  kind: 'created' | 'status' | 'assigned' | 'edited';
  ticketId: number;
  number: string;
  title: string;
  status: Status;
  timestamp: string;
  byName: string;
  customerName: string;
  technicianName?: string;
}

export interface Day {
  date: string;
  created: number;
  completed: number;
  backlog: number;
}

export interface TypeShare {
  type: string;
  count: number;
  percentage: number;
}

export interface PriorityFigures {
  priority: Priority;
  totalTickets: number;
  completed: number;
  pending: number;
  completionRate: number;
  avgResolutionHours?: number;
}

export interface Figures {
  overview: Overview | null;
  activities: Activity[] | null;
  trend: Day[] | null;
  types: TypeShare[] | null;
  priorities: PriorityFigures[] | null;
  problem: Problem | null;
}

const DAYS = 30;
const ACTIVITIES = 30;
/** `stats_changed` reaches every page in the same moment; their questions must not. In ms. */
const SPREAD = 1_200;

const NOTHING: Figures = { overview: null, activities: null, trend: null, types: null, priorities: null, problem: null };

export const figures = new Slice<Figures, Partial<Figures>>(NOTHING, (state, change) => ({ ...state, ...change }));

/** What is shown stays until all of its successor is here. */
export async function load(): Promise<void> {
  try {
    figures.dispatch({ ...(await everything()), problem: null });
  } catch (problem) {
    if (problem instanceof Problem) figures.dispatch({ problem });
  }
}

async function everything(): Promise<Omit<Figures, 'problem'>> {
  const dashboard = <T>(name: string, query: Record<string, number>): Promise<T> => get<T>(`/analytics/dashboard/${name}`, { query });
  const analytics = <T>(name: string): Promise<T> | null => (may('analytics.view') ? dashboard<T>(name, { days: DAYS }) : null);
  const [overview, activities, trend, types, priorities] = await Promise.all([
    dashboard<Overview>('overview', { timeframe: DAYS }),
    dashboard<Activity[]>('recent-activities', { limit: ACTIVITIES }),
    analytics<Day[]>('ticket-trends'),
    analytics<TypeShare[]>('service-distribution'),
    analytics<PriorityFigures[]>('priority-analysis'),
  ]);
  return { overview, activities, trend, types, priorities };
}

/** Keeps the figures fresh while the dashboard is open. @returns the function that ends it */
export function follow(): () => void {
  let reloading: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    reloading ??= setTimeout(() => ((reloading = undefined), void load()), Math.random() * SPREAD);
  };
  const ends = [listen('stats_changed', soon), onGap(load)];
  return () => {
    clearTimeout(reloading);
    ends.forEach((end) => end());
  };
}
