import { post, Problem, useCredentials } from '../api.ts';
import { Slice } from '../store.ts';
import { usePreferencesOf } from '../preferences.ts';

export interface User {
  id: number;
  username: string;
  fullName: string;
  email: string | null;
  role: string;
  permissions: string[];
}

interface Grant {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
  user: User;
}

export interface Session {
  /** `unknown` until the start has found out whether an earlier session goes on. */
  state: 'unknown' | 'anonymous' | 'signed-in';
  user: User | null;
  /** Why the login page is shown although the user did not ask for it. */
  ended?: 'expired' | 'revoked';
}

type Action = { type: 'granted'; user: User } | { type: 'ended'; reason?: 'expired' | 'revoked' };

/** Renew at this part of the token's life, so that a slow network cannot let it end. */
const RENEW_AT = 0.75;
/** Between tries while the server cannot be reached; ms. */
const RETRY_AFTER = 5_000;
/** No secret, only "there may be a refresh cookie": spares first visitors a call that must fail. */
const MARK = 'portal.session';

export const session = new Slice<Session, Action>({ state: 'unknown', user: null }, (state, action) => {
  if (action.type === 'granted') return { state: 'signed-in', user: action.user };
  if (state.state === 'anonymous') return state;
  return { state: 'anonymous', user: null, ...(action.reason && { ended: action.reason }) };
});

/** The access token lives here and nowhere else: a script that reads storage finds nothing. */
let accessToken: string | undefined;
let renewal: ReturnType<typeof setTimeout> | undefined;
let running: Promise<boolean> | undefined;
const renewed = new Set<(token: string) => void>();
const tabs = new BroadcastChannel('portal.session');

export const token = (): string | undefined => accessToken;
export const currentUser = (): User | null => session.state.user;
export const may = (permission: string): boolean => session.state.user?.permissions.includes(permission) ?? false;

/** Told of every new token of a session that goes on. */
export function onRenewal(listener: (token: string) => void): void {
  renewed.add(listener);
}

export async function startSession(): Promise<void> {
  useCredentials({ token, renew: refresh });
  tabs.onmessage = (event: MessageEvent<string>) => {
    if (event.data === 'out') forget();
    if (event.data === 'in' && session.state.state === 'anonymous') void refresh();
  };
  if (localStorage.getItem(MARK)) await refresh();
  else forget();
}

/** @throws Problem 401 for wrong credentials, 423 while locked out */
export async function logIn(username: string, password: string): Promise<void> {
  accept(await post<Grant>('/auth/login', { username, password }, { anonymous: true }));
  tabs.postMessage('in');
}

export async function logOut(): Promise<void> {
  try {
    await post('/auth/logout', {}, { anonymous: true });
  } catch (problem) {
    // Out of reach the server ends the session by itself; whoever leaves this desk must not wait for it.
    if (!(problem instanceof Problem)) throw problem;
  }
  forget();
  tabs.postMessage('out');
}

/** The server ended this session: password changed, account closed, or logged out elsewhere. */
export function revoked(): void {
  forget('revoked');
}

/** One at a time in this tab and, where the browser can, in all tabs. @returns whether there is a new token */
export function refresh(): Promise<boolean> {
  running ??= locked(renew).finally(() => (running = undefined));
  return running;
}

function locked(work: () => Promise<boolean>): Promise<boolean> {
  // Web Locks exist on secure origins only; the server accepts a just rotated cookie once more for the rest.
  return navigator.locks ? (navigator.locks.request('portal.refresh', work) as Promise<boolean>) : work();
}

async function renew(): Promise<boolean> {
  if (!localStorage.getItem(MARK)) {
    forget();
    return false;
  }
  try {
    const grant = await post<Grant | undefined>('/auth/refresh', undefined, { anonymous: true });
    if (grant) accept(grant);
    else forget('expired');
    return grant !== undefined;
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) forget('expired');
    else retryLater();
    return false;
  }
}

/** The session may well go on: its mark stays, and so does whoever is signed in. */
function retryLater(): void {
  renewal = setTimeout(() => void refresh(), RETRY_AFTER);
  if (session.state.state === 'unknown') session.dispatch({ type: 'ended' });
}

function accept(grant: Grant): void {
  const first = session.state.user?.id !== grant.user.id;
  accessToken = grant.accessToken;
  localStorage.setItem(MARK, '1');
  clearTimeout(renewal);
  renewal = setTimeout(() => void refresh(), grant.expiresIn * 1000 * RENEW_AT);
  if (first) usePreferencesOf(grant.user.id);
  session.dispatch({ type: 'granted', user: grant.user });
  if (!first) renewed.forEach((listener) => listener(grant.accessToken));
}

function forget(reason?: 'expired' | 'revoked'): void {
  accessToken = undefined;
  clearTimeout(renewal);
  localStorage.removeItem(MARK);
  session.dispatch({ type: 'ended', ...(reason && { reason }) });
}
