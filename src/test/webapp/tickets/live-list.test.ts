import { describe, expect, test } from 'vitest';
import {
  apply,
  fill,
  hasGap,
  isPending,
  pending,
  receive,
  withdraw,
  type LiveList,
  type Rules,
} from '../../../main/webapp/tickets/live-list.ts';

interface Item {
  id: number;
  version: number;
  rank: number;
  open: boolean;
}

const item = (id: number, version = 1, rank = id, open = true): Item => ({ id, version, rank, open });
const rules: Rules<Item> = { matches: ({ open }) => open, compare: (a, b) => a.rank - b.rank };
const list = (): LiveList<Item> => fill([item(1), item(2), item(3)], 3);
const shown = (of: LiveList<Item>): number[] => of.rows.map((row) => row.item.id);

describe('a live list', () => {
  test('changes a row in place and says what changed', () => {
    const after = receive(list(), item(2, 2, 9), rules, false);
    expect(shown(after)).toEqual([1, 2, 3]);
    expect(after.rows[1]).toMatchObject({ item: { rank: 9 }, changed: ['rank'], moved: true });
    expect(pending(after)).toEqual({ arrived: 0, changed: 1, left: 0 });
  });

  test('ignores what is not newer', () => {
    const before = receive(list(), item(2, 5), rules, false);
    expect(receive(before, item(2, 5, 7), rules, false)).toBe(before);
    expect(receive(before, item(2, 4, 7), rules, false)).toBe(before);
  });

  test('keeps arrivals waiting until they are asked for', () => {
    const waiting = receive(list(), item(9, 1, 0), rules, false);
    expect(shown(waiting)).toEqual([1, 2, 3]);
    expect(pending(waiting).arrived).toBe(1);
    const applied = apply(waiting, rules, 25);
    expect(shown(applied)).toEqual([9, 1, 2, 3]);
    expect(applied.total).toBe(4);
    expect(isPending(applied)).toBe(false);
  });

  test('lets an arrival and its departure cancel out', () => {
    const arrived = receive(list(), item(9), rules, false);
    const gone = receive(arrived, item(9, 2, 9, false), rules, false);
    expect(isPending(gone)).toBe(false);
  });

  test('keeps a row that left the filter in sight until then', () => {
    const after = receive(list(), item(2, 2, 2, false), rules, false);
    expect(after.rows[1]?.gone).toBe('filter');
    expect(pending(after)).toEqual({ arrived: 0, changed: 0, left: 1 });
    expect(shown(apply(after, rules, 25))).toEqual([1, 3]);
  });

  test('takes a row back that fits again', () => {
    const left = receive(list(), item(2, 2, 2, false), rules, false);
    expect(receive(left, item(2, 3), rules, false).rows[1]?.gone).toBeUndefined();
  });

  test('withdraws what may not be seen any more', () => {
    expect(withdraw(list(), 3).rows[2]?.gone).toBe('hidden');
    expect(withdraw(receive(list(), item(9), rules, false), 9).arrivals).toEqual([]);
  });

  test('holds changes back while it is paused', () => {
    const paused = receive(list(), item(2, 2, 0), rules, true);
    expect(paused.rows[1]?.item.rank).toBe(2);
    expect(pending(paused).changed).toBe(1);
    expect(shown(apply(paused, rules, 25))).toEqual([2, 1, 3]);
  });

  test('cuts to the size of a page, and knows when a row must be fetched', () => {
    const full = apply(receive(fill([item(1), item(2)], 2), item(3), rules, false), rules, 2);
    expect(shown(full)).toEqual([1, 2]);
    expect(full.total).toBe(3);
    expect(hasGap(full, 2)).toBe(false);
    const short = apply(receive(fill([item(1), item(2)], 5), item(1, 2, 1, false), rules, false), rules, 2);
    expect(hasGap(short, 2)).toBe(true);
  });
});
