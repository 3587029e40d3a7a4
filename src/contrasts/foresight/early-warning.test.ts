import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { earlyWarning } from './early-warning.ts';

const { analysis } = earlyWarning;

/** Twenty months: the first fourteen choose the rule, the last six, from 1 March 2026, try it at two looks. */
const COVERAGE = ['2025-01-01', '2026-09-01'] as const;

interface Crowd {
  readonly name: string;
  readonly count: number;
  /** Of these so many leave. */
  readonly leaving: number;
  readonly csat?: number;
  readonly ratedAt: string;
  readonly leftAt: string;
}

function company(crowds: readonly Crowd[]): Tables {
  const people = crowds.flatMap((crowd) =>
    Array.from({ length: crowd.count }, (_, index) => ({
      ...crowd,
      id: `${crowd.name}${index}`,
      leaves: index < crowd.leaving,
    })),
  );
  return {
    coverage: COVERAGE,
    responses: people.flatMap(({ id, csat, ratedAt }): Row[] =>
      csat === undefined ? [] : [{ customer_id: id, submitted_at: ratedAt, csat }],
    ),
    customers: people.map(
      ({ id, leaves, leftAt }): Row => ({
        customer_id: id,
        joined_at: '2024-01-01',
        churned_at: leaves ? leftAt : undefined,
      }),
    ),
  };
}

/** Of those with a bad rating a third leave in the next months, of the others one in fifty. */
const early = { ratedAt: '2025-11-20', leftAt: '2026-01-20' } as const;
const late = { ratedAt: '2026-02-20', leftAt: '2026-04-20' } as const;
const warned = [
  { name: 'a', count: 120, leaving: 40, csat: 1, ...early },
  { name: 'b', count: 600, leaving: 12, csat: 5, ...early },
  { name: 'c', count: 120, leaving: 40, csat: 1, ...late },
  { name: 'd', count: 600, leaving: 12, csat: 5, ...late },
] as const;

describe('early warning', () => {
  test('counts what follows alarms in months that had no part in the rule', () => {
    const found = foundIn(analysis, company(warned));
    expect(found.rule).toEqual({ atLeast: 1 });
    expect(found.looks).toBe(2);
    // At the first look 120 had a bad rating shortly before and 40 of them left.
    expect(found.warned).toMatchObject({ n: 120, events: 40 });
    expect(found.unwarned.events).toBe(12);
    expect(found.sensitivity.share).toBeCloseTo(40 / 52, 10);
    expect(found.auc.value).toBeGreaterThan(0.8);
  });

  test('takes nothing for a warning that comes less than a week before', () => {
    const hasty = company(warned.map((crowd) => (crowd.name === 'c' ? { ...crowd, leftAt: '2026-03-04' } : crowd)));
    expect(lackIn(analysis, hasty)).toMatch(
      /^it needs 30 customers who left or complained in the last 30% .* have 12$/,
    );
  });

  test('lets the page say that alarms warned in advance', () => {
    const { answer } = testedOn(company(warned), 'c6b');
    expect(answer?.reading).toBe('supports');
    expect(answer?.headline).toMatch(/warned in advance/);
    expect(answer?.figures.map(({ kind }) => kind)).toEqual(['mosaic', 'roc']);
  });

  test('lets it say nothing of the kind where bad ratings say nothing', () => {
    const alike = company([
      { name: 'a', count: 200, leaving: 20, csat: 1, ...early },
      { name: 'b', count: 600, leaving: 60, csat: 5, ...early },
      { name: 'c', count: 200, leaving: 20, csat: 1, ...late },
      { name: 'd', count: 600, leaving: 60, csat: 5, ...late },
    ]);
    const { answer } = testedOn(alike, 'c6b');
    expect(answer?.reading).not.toBe('supports');
    expect(answer?.statement).not.toMatch(/warned in advance/);
  });

  test('takes tickets of complaints for events', () => {
    const { customers = [], responses = [] } = company(warned);
    const tickets = Array.from(
      { length: 40 },
      (_, index): Row => ({
        ticket_id: `t${index}`,
        customer_id: `d${100 + index}`,
        created_at: '2026-04-10',
        category: 'Complaint about a bill',
      }),
    );
    const found = foundIn(analysis, { customers, responses, tickets, coverage: COVERAGE });
    expect(found.complaints).toBe(true);
    expect(found.unwarned.events).toBe(52);
  });

  test('names the field that is missing', () => {
    const { customers = [], responses = [] } = company(warned);
    expect(lackIn(analysis, { responses, coverage: COVERAGE })).toBe('no customer list has the field `churned_at`');
    expect(lackIn(analysis, { customers, coverage: COVERAGE })).toMatch(/`csat`/);
  });

  test('publishes nothing of fewer than ten customers', () => {
    const few = company([...warned.slice(0, 2), { ...warned[2], count: 8, leaving: 5 }, { ...warned[3], leaving: 40 }]);
    expect(publishedBy(testedOn(few, 'c6b'))).not.toMatch(/"n":[1-9][,}]/);
  });
});
