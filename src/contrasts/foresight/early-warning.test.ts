import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { testedOn } from '../../report/contrasts/tested-on.fixture.ts';
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
  readonly ces?: number;
  readonly ratedAt: string;
  readonly leftAt: string;
}

function company(crowds: readonly Crowd[], coverage: readonly [string, string] = COVERAGE): Tables {
  const people = crowds.flatMap((crowd) =>
    Array.from({ length: crowd.count }, (_, index) => ({
      ...crowd,
      id: `${crowd.name}${index}`,
      leaves: index < crowd.leaving,
    })),
  );
  return {
    coverage,
    responses: people.map(({ id, csat, ces, ratedAt }): Row => ({ customer_id: id, submitted_at: ratedAt, csat, ces })),
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

/** One year, looked at once in its last 30%, on 1 September; nobody of those who were there for the rule is left by then. */
const YEAR = ['2025-01-01', '2026-01-01'] as const;
const chosen = [
  { name: 'a', count: 30, leaving: 30, csat: 1, ratedAt: '2025-05-20', leftAt: '2025-07-20' },
  { name: 'b', count: 90, leaving: 90, csat: 5, ratedAt: '2025-05-20', leftAt: '2025-07-20' },
] as const;
const trial = { ratedAt: '2025-08-20', leftAt: '2025-10-20' } as const;

describe('early warning', () => {
  test('counts what follows alarms in months that had no part in the rule', () => {
    const found = foundIn(analysis, company(warned));
    expect(found.rule).toEqual({ atLeast: 1 });
    expect(found.since.code).toBe('2026-03');
    expect(found.looks).toBe(2);
    // At the first look 120 had a bad rating shortly before and 40 of them left.
    expect(found.warned).toMatchObject({ n: 120, customers: 120, events: 40 });
    // The second look finds the same customers again, less those who left.
    expect(found.unwarned).toMatchObject({ n: 600 + 668 + 80 + 588 + 668, customers: 80 + 588 + 80 + 600, events: 12 });
    expect(found.sensitivity.share).toBeCloseTo(40 / 52, 10);
  });

  test('has the area of an alarm: half of sensitivity and specificity', () => {
    const { auc, warned: alarm, everybody } = foundIn(analysis, company(warned));
    const specificity = 1 - (alarm.n - alarm.events) / (everybody.n - everybody.events);
    expect(auc.value).toBeCloseTo((40 / 52 + specificity) / 2, 10);
  });

  test('keeps to the rule that the earlier months chose', () => {
    // Before only trouble tells, later only a low satisfaction rating.
    const turned = company([
      { ...warned[0], csat: 5, ces: 1 },
      { ...warned[1], csat: 1, ces: 7, leaving: 0 },
      { ...warned[2], ces: 7 },
      { ...warned[3], ces: 1 },
    ]);
    const found = foundIn(analysis, turned);
    expect(found.rule).toEqual({ sign: 'ces' });
    expect(found.warned.events).toBe(12);
  });

  test('takes nothing for a warning that comes less than a week before', () => {
    const hasty = company(warned.map((crowd) => (crowd.name === 'c' ? { ...crowd, leftAt: '2026-03-04' } : crowd)));
    expect(lackIn(analysis, hasty)).toBe(
      'it needs 30 looks with a customer leaving or complaining in the last 30% of months; these data have 12',
    );
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

  test('takes only declared categories for complaints where some are', () => {
    const { customers = [], responses = [] } = company(warned);
    const ticket = { ticket_id: 't', customer_id: 'd100', created_at: '2026-04-10', category: 'Grievance' };
    const tables = { customers, responses, tickets: [ticket], coverage: COVERAGE };
    expect(testedOn(tables, 'c6b').answer?.statement).not.toMatch(/complained/);
    expect(testedOn(tables, 'c6b', { complaint_categories: ['grievance'] }).answer?.statement).toMatch(/complained/);
  });
});

describe('the page', () => {
  test('says that alarms warned in advance', () => {
    const { answer } = testedOn(company(warned), 'c6b');
    expect(answer?.reading).toBe('supports');
    expect(answer?.headline).toMatch(/warned in advance/);
    expect(answer?.statement).toMatch(/33\.3% of customers with an alarm left/);
    expect(answer?.figures.map(({ kind }) => kind)).toEqual(['mosaic', 'roc']);
  });

  test('says nothing of the kind where bad ratings say nothing', () => {
    const { answer } = testedOn(
      company(
        [
          ...chosen,
          { name: 'c', count: 200, leaving: 20, csat: 1, ...trial },
          { name: 'd', count: 600, leaving: 60, csat: 5, ...trial },
        ],
        YEAR,
      ),
      'c6b',
    );
    expect(answer?.reading).toBe('open');
    expect(answer?.statement).toMatch(/these data cannot tell/);
    expect(answer?.sentences[0]).toMatch(/no clear difference/);
  });

  test('says that it is not so where both leave equally often', () => {
    const { answer } = testedOn(
      company(
        [
          ...chosen,
          { name: 'c', count: 2000, leaving: 20, csat: 1, ...trial },
          { name: 'd', count: 4000, leaving: 40, csat: 5, ...trial },
        ],
        YEAR,
      ),
      'c6b',
    );
    expect(answer).toMatchObject({ reading: 'contradicts', verdict: 'equivalent' });
    expect(answer?.statement).toMatch(/about the same share/);
  });

  test('says that it is not so where fewer leave after an alarm', () => {
    const { answer } = testedOn(
      company(
        [
          ...chosen,
          { name: 'c', count: 400, leaving: 4, csat: 1, ...trial },
          { name: 'd', count: 600, leaving: 120, csat: 5, ...trial },
        ],
        YEAR,
      ),
      'c6b',
    );
    expect(answer).toMatchObject({
      reading: 'contradicts',
      headline: 'After an alarm fewer customers left than without one',
    });
  });
});

describe('without enough', () => {
  test('the field that is missing is named', () => {
    const { customers = [], responses = [] } = company(warned);
    expect(lackIn(analysis, { responses, coverage: COVERAGE })).toBe('no customer list has the field `churned_at`');
    expect(lackIn(analysis, { customers, coverage: COVERAGE })).toMatch(/`csat`/);
  });

  test('customers with an alarm are counted', () => {
    const few = company([...warned.slice(0, 2), { ...warned[2], count: 8, leaving: 5 }, { ...warned[3], leaving: 40 }]);
    expect(lackIn(analysis, few)).toBe(
      'it needs 30 customers with an alarm in the last 30% of months; these data have fewer than 10',
    );
  });

  test('kinds of signs are not told where one less another leaves fewer than ten', () => {
    const shown = (both: number) => {
      const others = company(warned.map((crowd) => (crowd.name === 'c' ? { ...crowd, ces: 7 } : crowd)));
      const responses = (others.responses ?? []).map((row, _, all) => {
        const place = all.filter(({ csat }) => csat === 1).indexOf(row) - 120;
        // Of those with a bad rating so many had no trouble; all others had, too.
        return row.csat === 1 && place >= both ? { ...row, ces: 1 } : row;
      });
      const { answer } = testedOn({ ...others, responses }, 'c6b');
      return answer?.figures.find(({ kind }) => kind === 'roc')?.table.rows.map(([sign]) => sign);
    };
    expect(shown(20)).toEqual(['Area under the curve', 'No sign', 'Low CSAT', 'Low CES']);
    expect(shown(8)).toEqual(['Area under the curve']);
  });
});
