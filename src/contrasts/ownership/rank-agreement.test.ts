import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { concordance } from '../../statistics/concordance.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { rankAgreement } from './rank-agreement.ts';

const { analysis } = rankAgreement;

/** Of ten customers so many are satisfied, find it easy, are settled at first contact and promote. */
type Department = readonly [name: string, csat: number, ces: number, fcr: number, nps: number];

function answered(departments: readonly Department[], customers = 100): Tables {
  const people = departments.flatMap(([name, ...tenths]) =>
    Array.from({ length: customers }, (_, index) => {
      const [csat, ces, fcr, nps] = tenths.map((tenth) => index % 10 < tenth);
      return { id: `${name}-${String(index).padStart(3, '0')}`, name, csat, ces, fcr, nps };
    }),
  );
  return {
    tickets: people.map(
      ({ id, name, fcr }): Row => ({
        ticket_id: `t-${id}`,
        customer_id: id,
        created_at: '2026-02-01',
        resolved_at: '2026-02-02',
        status: 'solved',
        reopens: fcr ? 0 : 1,
        department: name,
      }),
    ),
    responses: people.flatMap(({ id, csat, ces, nps }): Row[] => [
      {
        response_id: `c-${id}`,
        customer_id: id,
        ticket_id: `t-${id}`,
        submitted_at: '2026-02-03',
        csat: csat ? 5 : 1,
        ces: ces ? 7 : 1,
      },
      { response_id: `n-${id}`, customer_id: id, submitted_at: '2026-03-01', nps: nps ? 10 : 2 },
    ]),
  };
}

const NAMES = ['Bills', 'Care', 'Line', 'Post', 'Sales', 'Tech'];
const inOneOrder = NAMES.map((name, index): Department => [name, 2 + index, 2 + index, 2 + index, 2 + index]);
const inTwoOrders = NAMES.map((name, index): Department => [name, 2 + index, 7 - index, 2 + index, 7 - index]);

describe('agreement of measures on departments', () => {
  test('is whole where all put departments into one order', () => {
    const { w, low, high, departments } = foundIn(analysis, answered(inOneOrder));
    expect(w).toBe(1);
    expect(low).toBeGreaterThan(0.7);
    expect(high).toBeLessThanOrEqual(1);
    expect(departments.map(({ label }) => label)).toEqual(NAMES.toReversed());
    expect(departments[0]?.ranks.map(({ rank }) => rank)).toEqual([1, 1, 1, 1]);
  });

  test('is Kendall’s W of the shares of departments', () => {
    const { w } = foundIn(analysis, answered(inTwoOrders));
    const measures = [1, 2, 3, 4].map((place) => inTwoOrders.map((department) => department[place] as number));
    expect(w).toBe(concordance(measures)?.w);
    expect(w).toBe(0);
  });

  test('lets the page say which it is', () => {
    const same = testedOn(answered(inOneOrder), 'c4c').answer;
    expect([same?.reading, same?.headline]).toEqual(['contradicts', 'The same departments lead on every measure']);
    const other = testedOn(answered(inTwoOrders), 'c4c').answer;
    expect([other?.reading, other?.headline]).toEqual(['supports', 'Departments are good at different things']);
  });

  test('lets it say nothing where departments are too close to have an order', () => {
    const close = NAMES.map((name): Department => [name, 5, 5, 5, 5]);
    const shaken = close.map(([name], index): Department => [name, 5 + (index % 2), 5, 5 + ((index + 1) % 2), 5]);
    expect(testedOn(answered(shaken, 30), 'c4c').answer?.reading ?? 'open').toBe('open');
  });

  test('says which measures are missing', () => {
    const { tickets = [] } = answered(inOneOrder);
    expect(lackIn(analysis, { tickets })).toMatch(/^it needs 3 of four measures: .*`csat`.*`ces`.*`nps`/);
    expect(lackIn(analysis, { tickets: tickets.map(({ department: _, ...row }) => row) })).toBe(
      'no ticket export has the field `department`',
    );
  });

  test('needs six departments, and never names one with fewer than ten customers', () => {
    expect(lackIn(analysis, answered(inOneOrder.slice(1)))).toBe(
      'it needs 6 departments with 10 customers each on 4 measures; these data have 5',
    );
    const small = answered([['Quiet', 9, 9, 9, 9]], 9);
    const large = answered(inOneOrder);
    const both = {
      tickets: [...(large.tickets ?? []), ...(small.tickets ?? [])],
      responses: [...(large.responses ?? []), ...(small.responses ?? [])],
    };
    expect(publishedBy(testedOn(both, 'c4c'))).not.toContain('Quiet');
  });
});
