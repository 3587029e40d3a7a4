import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { seededRandom } from '../../statistics/random.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { operationsAhead } from './operations-ahead.ts';

const { analysis } = operationsAhead;

/** Months of twelve tickets that wait so many minutes, and of twelve ratings of which so many are good. */
function months(waits: readonly number[], good: readonly number[]): Tables {
  const at = (month: number, minutes = 0) => new Date(Date.UTC(2022, month, 10, 9, minutes)).toISOString();
  return {
    coverage: ['2022-01-01', new Date(Date.UTC(2022, waits.length, 1)).toISOString().slice(0, 10)],
    tickets: waits.flatMap((wait, month) =>
      Array.from(
        { length: 12 },
        (_, index): Row => ({
          ticket_id: `t${month}-${index}`,
          customer_id: `c${month}-${index}`,
          created_at: at(month),
          first_response_at: at(month, wait),
          status: 'solved',
          resolved_at: at(month, wait),
        }),
      ),
    ),
    responses: good.flatMap((satisfied, month) =>
      Array.from(
        { length: 12 },
        (_, index): Row => ({
          customer_id: `c${month}-${index}`,
          submitted_at: at(month),
          csat: index < satisfied ? 5 : 2,
        }),
      ),
    ),
  };
}

const drawn = (seed: number, count: number, below: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.below(below));
};
const PAIR = { operations_first: [{ ahead: 'first_response_median', behind: 'csat' }] };

describe('operations ahead of opinion', () => {
  const waits = drawn(5, 42, 11).map((wait) => 10 + 10 * wait);
  /** Two months after a long wait fewer are satisfied. */
  const follows = months(
    waits,
    waits.map((_, month) => 12 - Math.round(((waits[month - 2] ?? 60) - 10) / 10)),
  );

  test('are found at the lag at which opinion follows', () => {
    const lead = foundIn(analysis, follows).leads.find(({ behind }) => behind === 'csat');
    expect(lead?.strongest.lag).toBe(2);
    expect(lead?.strongest.correlation).toBeLessThan(-0.8);
    expect(lead?.p).toBeLessThan(0.01);
  });

  test('let the page say so', () => {
    const { answer } = testedOn(follows, 'c6c', PAIR);
    expect(answer?.headline).toBe('First response time moves 2 months ahead of CSAT');
    expect(answer?.reading).toBe('supports');
    expect(answer?.figures.map(({ kind }) => kind)).toEqual(['aligned', 'lag']);
  });

  test('are not said where opinion moves first, however closely', () => {
    const turned = months(
      waits,
      waits.map((_, month) => 12 - Math.round(((waits[month + 2] ?? 60) - 10) / 10)),
    );
    const { answer } = testedOn(turned, 'c6c', PAIR);
    expect(answer?.reading).toBe('open');
    expect(answer?.statement).toMatch(/cannot tell/);
  });

  test('are not said where opinion rises after long waits', () => {
    const upside = months(
      waits,
      waits.map((_, month) => Math.round(((waits[month - 2] ?? 60) - 10) / 10)),
    );
    expect(testedOn(upside, 'c6c', PAIR).answer?.reading).toBe('open');
  });

  test('are searched for only where they are declared', () => {
    expect(foundIn(analysis, follows).leads.map(({ ahead, behind }) => `${ahead} ${behind}`)).toEqual([
      'first_response_median csat',
    ]);
  });

  test('are not said of series that have nothing to do with each other', () => {
    const unrelated = months(waits, drawn(17, 42, 13));
    const { answer } = testedOn(unrelated, 'c6c', PAIR);
    expect(answer?.reading).toBe('open');
    expect(answer?.statement).toMatch(/cannot tell/);
  });

  test('need thirty-six months', () => {
    expect(lackIn(analysis, months(waits.slice(0, 30), drawn(1, 30, 13)))).toBe(
      'it needs 36 complete months in a row with tickets and answers; these data have 30',
    );
  });

  test('count no month of fewer than ten customers', () => {
    const responses = (follows.responses ?? []).filter(
      ({ customer_id }) => !/^c20-(0|1|2|3)$/.test(String(customer_id)),
    );
    expect(lackIn(analysis, { ...follows, responses })).toBe(
      'it needs 36 complete months in a row with tickets and answers; these data have 21',
    );
  });

  test('name the field that is missing', () => {
    const { tickets = [] } = follows;
    expect(lackIn(analysis, { tickets })).toMatch(/`csat`.*`nps`/);
  });
});
