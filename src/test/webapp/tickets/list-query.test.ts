import { describe, expect, test } from 'vitest';
import { queryOf, rulesOf } from '../../../main/webapp/tickets/list-query.ts';
import { slaState, ticketOf, type Ticket } from '../../../main/webapp/tickets/ticket.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-23T12:00:00Z');
const at = (offset: number): string => new Date(NOON + offset).toISOString();

const ticket = (parts: Partial<Ticket> = {}): Ticket =>
  ticketOf({
    id: 1,
    version: 1,
    number: 'TKT20261123001',
    customer: { id: 7, number: 'AGLS202611230001', name: 'Toko Jaya' },
    type: 'repair',
    title: 'No light',
    description: '',
    priority: 'normal',
    status: 'open',
    slaBreached: false,
    createdAt: at(-10 * HOUR),
    updatedAt: at(0),
    createdBy: { id: 5, fullName: 'Ayu' },
    ...parts,
  });

const rules = (search: string, technician = false) => rulesOf(queryOf(new URLSearchParams(search)), { id: 5, technician });

describe('a view of the list', () => {
  test('reads the address and refuses nonsense in it', () => {
    expect(queryOf(new URLSearchParams('status=open,nonsense&page=-4&size=7'))).toMatchObject({
      status: ['open'],
      page: 1,
      size: 25,
      sort: '-createdAt',
    });
  });

  test('filters as the server does', () => {
    expect(rules('status=open,assigned').matches(ticket())).toBe(true);
    expect(rules('status=completed').matches(ticket())).toBe(false);
    expect(rules('search=toko%20JAYA').matches(ticket())).toBe(true);
    expect(rules('search=123002').matches(ticket())).toBe(false);
    expect(rules('technicianId=3').matches(ticket({ technician: { id: 3, fullName: 'Budi', userId: 9 } }))).toBe(true);
  });

  test('means by mine what the role means by it', () => {
    expect(rules('mine=true').matches(ticket())).toBe(true);
    expect(rules('mine=true', true).matches(ticket())).toBe(false);
    expect(rules('mine=true', true).matches(ticket({ technician: { id: 3, fullName: 'Ayu', userId: 5 } }))).toBe(true);
  });

  test('orders priorities by weight, and equals by age', () => {
    const { compare } = rules('sort=-priority');
    const sorted = [ticket({ id: 1, priority: 'low' }), ticket({ id: 2, priority: 'critical' }), ticket({ id: 3, priority: 'low' })].sort(
      compare,
    );
    expect(sorted.map(({ id }) => id)).toEqual([2, 3, 1]);
  });
});

describe('the SLA clock', () => {
  test.each([
    ['in-time', { slaDueAt: at(20 * HOUR) }],
    ['soon', { slaDueAt: at(0.5 * HOUR) }],
    ['over', { slaDueAt: at(-HOUR) }],
    ['paused', { slaDueAt: at(-HOUR), status: 'on_hold' as const }],
    ['met', { slaDueAt: at(-HOUR), status: 'completed' as const, completedAt: at(-2 * HOUR) }],
    ['missed', { slaDueAt: at(-2 * HOUR), status: 'completed' as const, completedAt: at(-HOUR) }],
    ['none', { slaDueAt: at(-HOUR), status: 'cancelled' as const }],
  ])('says %s', (state, parts) => expect(slaState(ticket(parts), NOON)).toBe(state));
});
