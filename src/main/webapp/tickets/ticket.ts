export const STATUSES = ['open', 'assigned', 'in_progress', 'on_hold', 'completed', 'cancelled'] as const;
export type Status = (typeof STATUSES)[number];

/** From low to critical. */
export const PRIORITIES = ['low', 'normal', 'high', 'critical'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const TYPES = ['installation', 'repair', 'maintenance', 'upgrade', 'wifi_setup', 'downgrade', 'dismantle'] as const;

/** What REST and the events both carry. */
export interface Ticket {
  id: number;
  version: number;
  number: string;
  customer: { id: number; number: string; name: string };
  technician: { id: number; fullName: string; userId: number } | null;
  type: string;
  category: string | null;
  title: string;
  description: string;
  priority: Priority;
  status: Status;
  scheduledAt: string | null;
  startedAt: string | null;
  completedAt: string | null;
  slaDueAt: string | null;
  slaBreached: boolean;
  resolutionNotes: string | null;
  createdBy: { id: number; fullName: string } | null;
  createdAt: string;
  updatedAt: string;
}

export interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

export interface HistoryEntry {
  id: number;
  at: string;
  by: { id: number; fullName: string } | null;
  kind: 'created' | 'status' | 'assigned' | 'edited';
  fromStatus: Status | null;
  toStatus: Status | null;
  note: string | null;
  changes: Change[];
}

/** The server has the last word; this only decides which buttons are worth showing. */
export const NEXT: Record<Status, readonly Status[]> = {
  open: ['assigned', 'cancelled'],
  assigned: ['in_progress', 'on_hold', 'cancelled'],
  in_progress: ['completed', 'on_hold', 'cancelled'],
  on_hold: ['in_progress', 'cancelled'],
  completed: [],
  cancelled: [],
};

export const isOver = (ticket: Ticket): boolean => ticket.status === 'completed' || ticket.status === 'cancelled';

/** Hours a new ticket is promised within, by priority: the hint of the create form. */
export const SLA_HOURS: Record<Priority, number> = { critical: 2, high: 4, normal: 24, low: 48 };

export type SlaState = 'none' | 'paused' | 'in-time' | 'soon' | 'over' | 'met' | 'missed';

/** Less than this part of the time left, or less than an hour, is worth a second look. */
const SOON_PART = 0.2;
const SOON = 3_600_000;

/** @param now on the server's clock, in ms */
export function slaState(ticket: Ticket, now: number): SlaState {
  if (!ticket.slaDueAt || ticket.status === 'cancelled') return 'none';
  const due = Date.parse(ticket.slaDueAt);
  if (ticket.completedAt) return Date.parse(ticket.completedAt) <= due ? 'met' : 'missed';
  if (ticket.status === 'on_hold') return 'paused';
  if (now > due) return 'over';
  const left = due - now;
  return left < SOON || left < (due - Date.parse(ticket.createdAt)) * SOON_PART ? 'soon' : 'in-time';
}

/** The JSON leaves out what has no value; pages want to see that it is nothing. */
export function ticketOf(json: Partial<Ticket>): Ticket {
  const nothing = {
    technician: null,
    category: null,
    scheduledAt: null,
    startedAt: null,
    completedAt: null,
    slaDueAt: null,
    resolutionNotes: null,
    createdBy: null,
  };
  return { ...nothing, ...json } as Ticket;
}
