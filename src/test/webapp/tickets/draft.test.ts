import { describe, expect, test } from 'vitest';
import { authorOf, draftOf, isDirty, rebase, settle, valueOf, write } from '../../../main/webapp/tickets/draft.ts';

const draft = () => draftOf(1, { title: 'Slow line', priority: 'normal', category: null });

describe('a draft', () => {
  test('follows changes of fields that nobody here touched', () => {
    const { draft: after, merged } = rebase(write(draft(), 'title', 'No line'), 2, {
      title: 'Slow line',
      priority: 'high',
      category: null,
    });
    expect(valueOf(after, 'priority')).toBe('high');
    expect(valueOf(after, 'title')).toBe('No line');
    expect(after).toMatchObject({ version: 2, clashes: [] });
    expect(merged).toEqual(['priority']);
  });

  test('shows both versions of a field that two people wrote', () => {
    const { draft: after, merged } = rebase(write(draft(), 'title', 'No line'), 2, {
      title: 'Dead line',
      priority: 'normal',
      category: null,
    });
    expect(valueOf(after, 'title')).toBe('No line');
    expect(after.clashes).toEqual([{ field: 'title', theirs: 'Dead line', mine: 'No line' }]);
    expect(merged).toEqual([]);
  });

  test('is content when both wrote the same', () => {
    const { draft: after } = rebase(write(draft(), 'title', 'No line'), 2, { title: 'No line', priority: 'normal', category: null });
    expect(after.clashes).toEqual([]);
    expect(isDirty(after)).toBe(false);
  });

  test('ignores a state that is not newer', () => {
    const mine = write(draft(), 'title', 'No line');
    expect(rebase(mine, 1, { title: 'Other', priority: 'low', category: null }).draft).toBe(mine);
  });

  test('keeps an open clash through further changes elsewhere', () => {
    const first = rebase(write(draft(), 'title', 'No line'), 2, { title: 'Dead line', priority: 'normal', category: null }).draft;
    const second = rebase(first, 3, { title: 'Dead line', priority: 'low', category: null }).draft;
    expect(second.clashes).toHaveLength(1);
    expect(settle(second, 'title', 'mine')).toMatchObject({ clashes: [], dirty: { title: 'No line' } });
    expect(settle(second, 'title', 'theirs')).toMatchObject({ clashes: [], dirty: {} });
  });

  test('shows in the clash what is typed on', () => {
    const clashed = rebase(write(draft(), 'title', 'No line'), 2, { title: 'Dead line', priority: 'normal', category: null }).draft;
    expect(write(clashed, 'title', 'No line at all').clashes[0]?.mine).toBe('No line at all');
  });

  test('is clean again when the old value is written back', () => {
    expect(isDirty(write(write(draft(), 'category', 'speed_test'), 'category', ''))).toBe(false);
  });

  test('finds who gave a field its value', () => {
    const entry = (id: number, to: string) => ({ id, changes: [{ field: 'title', from: 'x', to }] });
    expect(authorOf('title', 'Dead line', [entry(2, 'Dead line'), entry(1, 'Slow line')])?.id).toBe(2);
    expect(authorOf('title', 'Unheard of', [entry(2, 'Dead line')])).toBeUndefined();
  });
});
