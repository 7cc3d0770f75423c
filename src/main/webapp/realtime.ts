import { io, type Socket } from 'socket.io-client';
import { Slice } from './store.ts';
import { onRenewal, refresh, revoked, session, token } from './identity/session.ts';

/** The envelope of every event. */
export interface Event<Data = unknown> {
  id: string;
  at: string;
  entity: { kind: string; id: number; version: number };
  data: Data;
}

/** What the server tells browsers; the pages that exist listen to some. */
export type EventName =
  | 'ticket_created'
  | 'ticket_updated'
  | 'ticket_assigned'
  | 'technician_status_changed'
  | 'customer_created'
  | 'customer_updated'
  | 'user_connected'
  | 'user_disconnected'
  | 'stats_changed'
  | 'session_revoked'
  | 'head'
  | 'app_version';

export interface Connection {
  state: 'connecting' | 'live' | 'catching-up' | 'offline';
  /** When the connection was lost; ms of this browser's clock. */
  since: number;
  /** When the server was last heard; ms of this browser's clock. */
  heardAt: number;
}

/** First pause before coming back, and the longest; jitter keeps a thousand pages from coming back at once. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const JITTER = 0.5;
/** After an outage pages refetch at a random moment within this many ms. */
const REFETCH_SPREAD = 1_500;
/** Far more than one burst of a recovery brings twice. */
const REMEMBERED_EVENTS = 1_000;

export const connection = new Slice<Connection, Partial<Connection>>(
  { state: 'connecting', since: Date.now(), heardAt: Date.now() },
  (state, change) => ({ ...state, ...change }),
);

const listeners = new Map<EventName, Set<(event: Event<never>) => void>>();
const refetches = new Set<() => Promise<unknown>>();
const rooms = new Map<string, number>();
const seen = new Set<string>();
let socket: Socket | undefined;
let connectedBefore = false;

/** Each event once, however often the wire repeats it. Versions are compared by whoever holds the entity. */
export function listen<Data>(name: EventName, listener: (event: Event<Data>) => void): () => void {
  const known = listeners.get(name) ?? listeners.set(name, new Set()).get(name)!;
  known.add(listener as (event: Event<never>) => void);
  return () => known.delete(listener as (event: Event<never>) => void);
}

/** Called when events may have been missed: refetch what is visible, keep what is shown until then. */
export function onGap(refetch: () => Promise<unknown>): () => void {
  refetches.add(refetch);
  return () => refetches.delete(refetch);
}

/** Hears a room for as long as at least one caller wants it. */
export function enter(room: string): () => void {
  rooms.set(room, (rooms.get(room) ?? 0) + 1);
  if (rooms.get(room) === 1 && socket?.connected) socket.emit('join_room', room, () => undefined);
  return () => leave(room);
}

function leave(room: string): void {
  const left = (rooms.get(room) ?? 1) - 1;
  if (left > 0) {
    rooms.set(room, left);
  } else {
    rooms.delete(room);
    if (socket?.connected) socket.emit('leave_room', room, () => undefined);
  }
}

/** Follows the session: connected while somebody is signed in. */
export function startRealtime(): void {
  session.subscribe(() => (session.state.state === 'signed-in' ? connect() : close()));
  onRenewal((renewed) => socket?.connected && socket.emit('authenticate', { token: renewed }, () => undefined));
  if (session.state.state === 'signed-in') connect();
}

function connect(): void {
  if (socket) return;
  connectedBefore = false;
  connection.dispatch({ state: 'connecting', since: Date.now() });
  socket = io({
    auth: (answer) => answer({ token: token() }),
    reconnectionDelay: FIRST_PAUSE,
    reconnectionDelayMax: LONGEST_PAUSE,
    randomizationFactor: JITTER,
  });
  socket.on('connect', connected);
  socket.on('disconnect', disconnected);
  socket.on('connect_error', (error) => void refused(error));
  socket.onAny(heard);
}

function close(): void {
  socket?.disconnect();
  socket = undefined;
  seen.clear();
}

function connected(): void {
  for (const room of rooms.keys()) socket?.emit('join_room', room, () => undefined);
  const missed = connectedBefore && !socket?.recovered;
  connectedBefore = true;
  connection.dispatch({ state: missed ? 'catching-up' : 'live', heardAt: Date.now() });
  if (missed) setTimeout(() => void catchUp(), Math.random() * REFETCH_SPREAD);
}

async function catchUp(): Promise<void> {
  await Promise.allSettled([...refetches].map((refetch) => refetch()));
  if (socket?.connected) connection.dispatch({ state: 'live' });
}

function disconnected(reason: Socket.DisconnectReason): void {
  if (connection.state.state !== 'offline') connection.dispatch({ state: 'offline', since: Date.now() });
  if (reason === 'io server disconnect') void comeBack();
}

async function refused(error: Error): Promise<void> {
  if (connection.state.state !== 'offline') connection.dispatch({ state: 'offline' });
  if (error.message === 'Unauthorized') await comeBack();
}

/** The server sent us away, and the library does not try again by itself: only a new token can help. */
async function comeBack(): Promise<void> {
  await refresh();
  if (session.state.state === 'signed-in') setTimeout(() => socket?.connect(), FIRST_PAUSE + Math.random() * REFETCH_SPREAD);
}

function heard(name: string, event: Event<never>): void {
  if (name === 'session_revoked') return revoked();
  connection.dispatch({ heardAt: Date.now() });
  if (typeof event?.id === 'string' && !isNew(event.id)) return;
  for (const listener of [...(listeners.get(name as EventName) ?? [])]) listener(event);
}

function isNew(id: string): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  if (seen.size > REMEMBERED_EVENTS) seen.delete(seen.values().next().value!);
  return true;
}
