import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { whoMeetsService } from './who-meets-service.ts';

const { analysis } = whoMeetsService;

/** So many customers of a segment, with a ticket before their answer or without; of ten so many promote, the others detract. */
interface Group {
  readonly segment: string;
  readonly met: boolean;
  readonly count: number;
  readonly promoting: number;
  readonly joined?: string;
}

const group = (segment: string, met: boolean, count: number, promoting: number): Group => ({
  segment,
  met,
  count,
  promoting,
});

function answered(groups: readonly Group[]): Tables {
  const people = groups.flatMap(({ count, ...rest }, place) =>
    Array.from({ length: count }, (_, index) => ({ ...rest, id: `c${place}-${index}`, index })),
  );
  return {
    customers: people.map(
      ({ id, segment, joined = '2020-01-01' }): Row => ({ customer_id: id, segment, joined_at: joined }),
    ),
    tickets: people
      .filter(({ met }) => met)
      .map(({ id }): Row => ({ ticket_id: id, customer_id: id, created_at: '2026-05-01' })),
    responses: people.map(
      ({ id, index, promoting }): Row => ({
        response_id: id,
        customer_id: id,
        submitted_at: '2026-06-01',
        nps: index % 10 < promoting ? 10 : 2,
      }),
    ),
    coverage: ['2025-01-01', '2026-07-01'],
  };
}

// In each segment 8 of 10 promote without a ticket, 6 of 10 with one.
const lower = ['Coast', 'Hills'].flatMap((name) => [group(name, false, 200, 8), group(name, true, 200, 6)]);
// The coast promotes, the hills do not, and tickets come from the hills.
const mixed = [
  group('Coast', false, 320, 8),
  group('Coast', true, 80, 8),
  group('Hills', false, 80, 2),
  group('Hills', true, 320, 2),
];

describe('customers who met with service', () => {
  test('are counted among the active ones', () => {
    const { everybody, byTenure, days } = foundIn(analysis, answered(lower));
    expect(everybody).toEqual({ label: 'All customers', active: 800, contacted: 400 });
    expect(byTenure).toEqual([{ label: 'three years or more', active: 800, contacted: 400 }]);
    expect(days).toBe(365);
  });

  test('differ from others of their segment by the rate effect', () => {
    const { without, with: met, gap, rateEffect, mixEffect } = foundIn(analysis, answered(lower));
    expect([without.net, met.net]).toEqual([60, 20].map((net) => expect.closeTo(net, 10)));
    expect(gap.difference).toBeCloseTo(-40, 10);
    expect(rateEffect.difference).toBeCloseTo(-40, 10);
    expect(mixEffect.difference).toBeCloseTo(0, 10);
    expect(rateEffect.high).toBeLessThan(-20);
  });

  test('differ by the mix effect where only the segments are others', () => {
    const { gap, rateEffect, mixEffect } = foundIn(analysis, answered(mixed));
    expect(gap.difference).toBeCloseTo(-72, 10);
    expect(rateEffect.difference).toBeCloseTo(0, 10);
    expect(mixEffect.difference).toBeCloseTo(-72, 10);
  });

  test('count tickets of their own, in the days before the answer', () => {
    const tables = answered(lower);
    const tickets = (tables.tickets ?? []).map((row, index) => ({
      ...row,
      proactive: index % 4 === 0,
      created_at: index % 4 === 1 ? '2025-08-01' : '2026-05-01',
    }));
    const { with: met, everybody } = foundIn(analysis, { ...tables, tickets });
    expect(met.n).toBe(200);
    expect(everybody.contacted).toBe(300);
  });
});

describe('what the page says', () => {
  test('is that they score lower where it is so within segments', () => {
    const { answer } = testedOn(answered(lower), 'c8a');
    expect(answer?.reading).toBe('supports');
    expect(answer?.headline).toBe('Customers who needed service score lower than others of their kind');
    expect(answer?.statement).toMatch(/^50% of active customers .* is lower by 40\spoints \(between \d+ and \d+\)\.$/);
    expect(answer?.figures.map(({ kind }) => kind)).toEqual(['stack', 'waterfall']);
  });

  test('is nothing of the kind where the groups are only of other segments', () => {
    const { answer } = testedOn(answered(mixed), 'c8a');
    expect(answer?.reading).not.toBe('supports');
    expect(answer?.sentences.join(' ')).toContain('which is a part that matters');
  });

  test('never tells of a length of custom with fewer than ten customers', () => {
    const few: Group = { ...group('Coast', true, 9, 0), joined: '2026-03-01' };
    const some: Group = { ...group('Coast', true, 60, 6), joined: '2024-01-01' };
    const others: Group = { ...group('Coast', false, 60, 6), joined: '2024-01-01' };
    const shown = publishedBy(testedOn(answered([...lower, few, some, others]), 'c8a'));
    expect(shown).not.toContain('less than a year');
    // Nor of the next smallest, from which it could be worked out.
    expect(shown).not.toContain('one to three years');
  });
});

describe('what it lacks', () => {
  const tables = answered(lower);

  test('is a field that is missing', () => {
    const without = (table: 'customers' | 'tickets' | 'responses', field: string) => ({
      ...tables,
      [table]: (tables[table] ?? []).map((row) => ({ ...row, [field]: undefined })),
    });
    expect(lackIn(analysis, without('customers', 'joined_at'))).toContain('`joined_at`');
    expect(lackIn(analysis, without('responses', 'nps'))).toContain('`nps`');
  });

  test('is answers on both sides', () => {
    expect(lackIn(analysis, answered([group('Coast', false, 200, 8), group('Coast', true, 99, 6)]))).toBe(
      'it needs 100 answers of customers with a ticket in the 180 days before; these data have 99',
    );
  });
});
