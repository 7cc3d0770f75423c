import { Slice } from './store.ts';

export interface Route {
  /** Path of the area, which lights up in the rail. */
  area: string;
  pattern: RegExp;
  /** The element that shows the page; loaded when it is first needed. */
  tag: string;
  load: () => Promise<unknown>;
  permission?: string;
}

export interface Place {
  path: string;
  query: URLSearchParams;
}

/** Something that would be lost with the page. */
interface Guard {
  unsaved(): boolean;
  /** @returns whether leaving is fine */
  ask(): Promise<boolean>;
}

export const place = new Slice<Place, Place>(here(), (_, next) => next);

const guards = new Set<Guard>();
let settled = location.href;
/** Counts history entries of ours, to know where a refused step back came from. */
let index = Number(history.state?.index ?? 0);

export function startRouter(): void {
  history.replaceState({ index }, '');
  addEventListener('popstate', (event) => void arrive(event));
  addEventListener('beforeunload', (event) => {
    if ([...guards].some((guard) => guard.unsaved())) event.preventDefault();
  });
  document.addEventListener('click', followLink);
}

/**
 * Protects something unsaved.
 * @param unsaved whether there is anything to lose
 * @param ask asks the user; only called when there is
 * @returns the function that ends the protection
 */
export function guard(unsaved: () => boolean, ask: () => Promise<boolean>): () => void {
  const entry = { unsaved, ask };
  guards.add(entry);
  return () => guards.delete(entry);
}

/**
 * @param ask false when there is no choice but to go
 * @returns false when something unsaved held the user back
 */
export async function go(to: string, { replace = false, ask = true } = {}): Promise<boolean> {
  const target = new URL(to, location.origin);
  if (target.href === location.href) return true;
  if (ask && target.pathname !== location.pathname && !(await mayLeave())) return false;
  if (!replace) index++;
  history[replace ? 'replaceState' : 'pushState']({ index }, '', target);
  settle();
  return true;
}

/** Changes single parameters of the query and keeps the others; an empty value removes one. */
export function withQuery(changes: Record<string, string | undefined>, path = location.pathname): string {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `${path}?${text}` : path;
}

async function arrive(event: PopStateEvent): Promise<void> {
  const arrivedAt = Number((event.state as { index?: number } | null)?.index ?? 0);
  if (new URL(settled).pathname !== location.pathname && guards.size > 0) {
    const wanted = location.href;
    if (!(await mayLeave())) {
      if (location.href === wanted) history.go(index - arrivedAt);
      return;
    }
  }
  index = arrivedAt;
  settle();
}

async function mayLeave(): Promise<boolean> {
  for (const guard of [...guards]) {
    if (guard.unsaved() && !(await guard.ask())) return false;
  }
  return true;
}

function settle(): void {
  if (settled === location.href) return;
  settled = location.href;
  place.dispatch(here());
}

function here(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest?.('a');
  if (!link || link.target || link.origin !== location.origin || link.hasAttribute('download')) return;
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  void go(link.href);
}
