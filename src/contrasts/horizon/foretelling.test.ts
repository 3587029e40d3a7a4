import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { seededRandom } from '../../statistics/random.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { foretelling } from './foretelling.ts';

const { analysis } = foretelling;

const on = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString();

/** Of a crowd how many days after the answer everybody leaves; null for never. */
type Crowd = readonly [csat: number, nps: number, leaves: number | null, count: number];

/** Everybody rates a contact, recommends a week later, and stays or leaves. */
function crowds(groups: readonly Crowd[], coverage: readonly [string, string] = ['2024-01-01', '2026-01-01']): Tables {
  const people = groups.flatMap(([csat, nps, leaves, count], place) =>
    Array.from({ length: count }, (_, index) => ({ customer_id: `c${place}-${index}`, csat, nps, leaves })),
  );
  return {
    responses: people.flatMap(({ customer_id, csat, nps }): Row[] => [
      { customer_id, submitted_at: on(10), csat },
      { customer_id, submitted_at: on(17), nps },
    ]),
    customers: people.map(
      ({ customer_id, leaves }): Row => ({
        customer_id,
        churned_at: leaves === null ? undefined : on(17 + leaves),
      }),
    ),
    coverage,
  };
}

/** Ratings tell nothing; recommendations tell who leaves within half a year. */
const loyal = crowds([
  [5, 2, 120, 40],
  [2, 2, 120, 40],
  [5, 9, 120, 5],
  [2, 9, 120, 5],
  [5, 9, null, 200],
  [2, 9, null, 200],
]);

describe('foresight', () => {
  test('is the area under the curve of both scores, of the same customers', () => {
    const { horizons } = foundIn(analysis, loyal);
    expect(horizons.map(({ days, customers, left }) => [days, customers, left])).toEqual([
      [180, 490, 90],
      [365, 490, 90],
    ]);
    // Of 90 who left 80 had answered lower than everybody who stayed, 10 the same: 80/90 + ½ · 10/90.
    expect(horizons[0]?.recommendation.auc).toBeCloseTo(85 / 90, 10);
    expect(horizons[0]?.satisfaction.auc).toBeCloseTo(0.5, 10);
    expect(horizons[0]?.lead?.difference).toBeCloseTo(85 / 90 - 0.5, 10);
  });

  test('follows nobody beyond the end of the data', () => {
    // On 1 July the answers of 18 January are 165 days old.
    const short = { ...loyal, coverage: ['2024-01-01', '2024-07-01'] as const };
    expect(lackIn(analysis, short)).toMatch(/^it needs 20 customers who left.*these data have none$/);
  });

  test('is said to reach further where the difference is shown half a year ahead or more', () => {
    expect(testedOn(loyal, 'c3c').answer).toMatchObject({
      reading: 'supports',
      headline: 'The willingness to recommend predicts further ahead who will leave',
    });
    const turned = crowds([
      [2, 9, 120, 45],
      [2, 5, 120, 45],
      [5, 9, null, 200],
      [5, 5, null, 200],
    ]);
    expect(testedOn(turned, 'c3c').answer).toMatchObject({
      reading: 'contradicts',
      headline: 'The rating of the last contact predicts further ahead who will leave',
    });
  });

  test('is open where neither tells anything', () => {
    const random = seededRandom(9);
    const blind = crowds(
      Array.from(
        { length: 500 },
        (_, index): Crowd => [1 + random.below(5), random.below(11), index < 80 ? 100 : null, 1],
      ),
    );
    expect(testedOn(blind, 'c3c').answer?.reading).not.toBe('supports');
  });

  test('is shown and not compared where few left', () => {
    const few = crowds([
      [5, 2, 120, 25],
      [2, 9, 120, 5],
      [5, 9, null, 100],
      [2, 9, null, 100],
    ]);
    expect(foundIn(analysis, few).horizons.map(({ lead }) => lead)).toEqual([null, null]);
    expect(testedOn(few, 'c3c').answer).toMatchObject({ reading: 'open', verdict: 'insufficient', effect: null });
  });
});

describe('without enough', () => {
  test('the fields that are missing are named', () => {
    const { responses = [] } = loyal;
    expect(lackIn(analysis, { responses })).toBe('no customer list has the field `churned_at`');
  });

  test('customers who left are counted', () => {
    expect(
      lackIn(
        analysis,
        crowds([
          [5, 2, 20, 19],
          [5, 9, null, 100],
        ]),
      ),
    ).toMatch(/these data have 19$/);
  });
});
