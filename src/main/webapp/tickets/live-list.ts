/** Anything that lives on a list and says how new it is. */
export interface Versioned {
  id: number;
  version: number;
}

export interface Row<T> {
  item: T;
  /** A newer one that waits, because updates are paused. */
  next?: T;
  /** Stays in sight, but belongs here no longer. */
  gone?: 'filter' | 'hidden';
  /** Belongs to another place of the order by now. */
  moved?: boolean;
  /** Names of the fields that changed last, to be tinted; `stamp` tells one change from the next. */
  changed: readonly string[];
  stamp: number;
}

/**
 * A page of a list that changes while somebody looks at it. Rows change in place; whatever would make rows
 * jump (arrivals, departures, a new order) waits until `apply`.
 */
export interface LiveList<T extends Versioned> {
  rows: readonly Row<T>[];
  arrivals: readonly T[];
  total: number;
}

export interface Rules<T> {
  matches(item: T): boolean;
  compare(a: T, b: T): number;
}

export const fill = <T extends Versioned>(items: readonly T[], total: number): LiveList<T> => ({
  rows: items.map((item) => ({ item, changed: [], stamp: 0 })),
  arrivals: [],
  total,
});

/** Takes in a state of an item; one that is not newer than what is known changes nothing. */
export function receive<T extends Versioned>(list: LiveList<T>, item: T, rules: Rules<T>, paused: boolean): LiveList<T> {
  const row = list.rows.find((known) => known.item.id === item.id);
  if (!row) return receiveStranger(list, item, rules);
  if (item.version <= (row.next ?? row.item).version) return list;
  return replaceRow(list, row, paused ? { ...row, next: item } : changedRow(row, item, rules));
}

function changedRow<T extends Versioned>(row: Row<T>, item: T, rules: Rules<T>): Row<T> {
  const fields = Object.keys(item) as (keyof T & string)[];
  return {
    item,
    changed: fields.filter((field) => field !== 'version' && JSON.stringify(item[field]) !== JSON.stringify(row.item[field])),
    stamp: row.stamp + 1,
    ...(rules.matches(item) ? {} : { gone: 'filter' as const }),
    ...((row.moved || rules.compare(row.item, item) !== 0) && { moved: true }),
  };
}

function receiveStranger<T extends Versioned>(list: LiveList<T>, item: T, rules: Rules<T>): LiveList<T> {
  const known = list.arrivals.find((arrival) => arrival.id === item.id);
  if (known && known.version >= item.version) return list;
  const others = list.arrivals.filter((arrival) => arrival !== known);
  if (rules.matches(item)) return { ...list, arrivals: [...others, item] };
  return known ? { ...list, arrivals: others } : list;
}

/** For an item that the user may not see any more. */
export function withdraw<T extends Versioned>(list: LiveList<T>, id: number): LiveList<T> {
  const arrivals = list.arrivals.filter((arrival) => arrival.id !== id);
  const row = list.rows.find((known) => known.item.id === id);
  if (row) return replaceRow({ ...list, arrivals }, row, { ...row, gone: 'hidden' });
  return arrivals.length === list.arrivals.length ? list : { ...list, arrivals };
}

function replaceRow<T extends Versioned>(list: LiveList<T>, row: Row<T>, by: Row<T>): LiveList<T> {
  return { ...list, rows: list.rows.map((known) => (known === row ? by : known)) };
}

export interface Pending {
  arrived: number;
  changed: number;
  left: number;
}

export function pending<T extends Versioned>(list: LiveList<T>): Pending {
  return {
    arrived: list.arrivals.length,
    changed: list.rows.filter((row) => !row.gone && (row.moved || row.next)).length,
    left: list.rows.filter((row) => row.gone).length,
  };
}

export const isPending = <T extends Versioned>(list: LiveList<T>): boolean => Object.values(pending(list)).some((count) => count > 0);

/** Lets everything that waits happen. A first page can do so by itself. @param size of a page */
export function apply<T extends Versioned>(list: LiveList<T>, rules: Rules<T>, size: number): LiveList<T> {
  const newest = list.rows.filter((row) => !row.gone).map((row) => row.next ?? row.item);
  const staying = newest.filter(rules.matches);
  const total = list.total - (list.rows.length - staying.length) + list.arrivals.length;
  return fill([...staying, ...list.arrivals].sort(rules.compare).slice(0, size), total);
}

/** Whether rows of a following page must be fetched to fill this one. */
export const hasGap = <T extends Versioned>(list: LiveList<T>, size: number): boolean => list.rows.length < Math.min(size, list.total);
