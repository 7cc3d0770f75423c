import type { Change } from './ticket.ts';

export type Fields = Record<string, unknown>;

/** Somebody else changed a field that this user is writing in. */
export interface Clash {
  field: string;
  theirs: unknown;
  mine: unknown;
}

/**
 * Unsaved changes to something that goes on changing. `base` is the newest known state, `dirty` what the user
 * wrote over it; clean fields follow every change, dirty ones never do.
 */
export interface Draft {
  version: number;
  base: Fields;
  dirty: Fields;
  clashes: readonly Clash[];
}

export const draftOf = (version: number, base: Fields): Draft => ({ version, base, dirty: {}, clashes: [] });

export const valueOf = (draft: Draft, field: string): unknown => (field in draft.dirty ? draft.dirty[field] : draft.base[field]);

export const isDirty = (draft: Draft): boolean => Object.keys(draft.dirty).length > 0;

/** Writing back what was there makes the field clean again. */
export function write(draft: Draft, field: string, value: unknown): Draft {
  const { [field]: _, ...others } = draft.dirty;
  const dirty = same(value, draft.base[field]) ? others : { ...others, [field]: value };
  return { ...draft, dirty, clashes: draft.clashes.map((clash) => (clash.field === field ? { ...clash, mine: value } : clash)) };
}

export interface Rebased {
  draft: Draft;
  /** What others changed beside the user's own fields, and what has been taken over without asking. */
  merged: string[];
}

/** Moves the draft onto a newer state. An older one, or the same, changes nothing. */
export function rebase(draft: Draft, version: number, state: Fields): Rebased {
  if (version <= draft.version) return { draft, merged: [] };
  const moved = Object.keys(draft.base).filter((field) => !same(draft.base[field], state[field]));
  const base = Object.fromEntries(Object.keys(draft.base).map((field) => [field, state[field]]));
  const contested = moved.filter((field) => field in draft.dirty && !same(draft.dirty[field], state[field]));
  const dirty = Object.fromEntries(Object.entries(draft.dirty).filter(([field, value]) => !same(value, state[field])));
  const fresh = contested.map((field) => ({ field, theirs: state[field], mine: draft.dirty[field] }));
  const clashes = [...draft.clashes.filter((clash) => clash.field in dirty && !contested.includes(clash.field)), ...fresh];
  return { draft: { version, base, dirty, clashes }, merged: moved.filter((field) => !(field in draft.dirty)) };
}

/** Ends a clash. The value not chosen is in the history of the ticket, or still on the screen of its author. */
export function settle(draft: Draft, field: string, choice: 'mine' | 'theirs'): Draft {
  const clashes = draft.clashes.filter((clash) => clash.field !== field);
  if (choice === 'mine') return { ...draft, clashes };
  const { [field]: _, ...dirty } = draft.dirty;
  return { ...draft, dirty, clashes };
}

/** Who gave a field the value that it has now, from entries newest first. */
export function authorOf<E extends { changes: readonly Change[] }>(field: string, value: unknown, history: readonly E[]): E | undefined {
  return history.find((entry) => entry.changes?.some((change) => change.field === field && same(change.to, value)));
}

const same = (a: unknown, b: unknown): boolean => (a ?? '') === (b ?? '');
