import { expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../../tests/reference-case.ts';
import { fisherExact } from '../../statistics/contingency.ts';
import { wilson } from '../../statistics/proportion.ts';
import { datasetOf, sliceOf } from '../testing.ts';
import { watermelonCounts } from './watermelon-counts.ts';

test('watermelons have two reference cases', () => {
  expect(referenceCases('watermelon')).toHaveLength(2);
});

test.each(referenceCases('watermelon'))('$name agrees with R and pandas', (reference) => {
  const { differences, compared } = compareWithReference(reference, counted(reference));
  expect(differences).toEqual([]);
  expect(compared).toBe(14);
});

/** Ratings are given before the recommendation, which is what the cases leave open. */
function counted({ rows, params }: ReferenceCase) {
  const dataset = datasetOf({
    coverage: ['2026-01-01', '2026-07-01'],
    responses: rows.map(({ customer_id, kind, score }) =>
      kind === 'csat'
        ? { customer_id, submitted_at: '2026-03-01T10:00:00Z', csat: Number(score) }
        : { customer_id, submitted_at: '2026-05-01T10:00:00Z', nps: Number(score) },
    ),
  });
  const { counts } = watermelonCounts(dataset, sliceOf({ periods: ['2026-Q2'] }));
  const [{ goodDetractors, goodOthers, mixedDetractors, mixedOthers } = {} as never] = counts;
  const allGood = goodDetractors + goodOthers;
  const mixed = mixedDetractors + mixedOthers;
  const eligible = allGood + mixed;
  const detractors = goodDetractors + mixedDetractors;
  const confidence = Number(params.conf);
  const share = wilson(goodDetractors / eligible, eligible, confidence);
  const conditional = wilson(goodDetractors / allGood, allGood, confidence);
  const table = [
    [goodDetractors, goodOthers],
    [mixedDetractors, mixedOthers],
  ] as const;
  return {
    eligible,
    all_good: allGood,
    detractors,
    watermelon: goodDetractors,
    share_of_eligible: goodDetractors / eligible,
    share_lo: share.low,
    share_hi: share.high,
    share_of_all_good: goodDetractors / allGood,
    cond_lo: conditional.low,
    cond_hi: conditional.high,
    expected_share_if_independent: (allGood / eligible) * (detractors / eligible),
    phi:
      (goodDetractors * mixedOthers - goodOthers * mixedDetractors) /
      Math.sqrt(allGood * mixed * detractors * (eligible - detractors)),
    fisher_p: fisherExact(table),
    detractor_rate_not_all_good: mixedDetractors / mixed,
  };
}
