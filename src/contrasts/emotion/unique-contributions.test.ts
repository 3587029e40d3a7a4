import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { seededRandom } from '../../statistics/random.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { uniqueContributions } from './unique-contributions.ts';

const { analysis } = uniqueContributions;
const ASPECTS = ['speed', 'ease', 'quality', 'valued', 'confident', 'relaxed'];

type Ratings = readonly number[];

/** One customer a row of ratings, in the order of `ASPECTS`; the answer follows from them. */
function rated(people: readonly Ratings[], answer: (ratings: Ratings, place: number) => number): Tables {
  return {
    responses: people.map(
      (ratings, place): Row => ({
        response_id: `r${place}`,
        customer_id: `c${place}`,
        submitted_at: '2026-02-01',
        nps: answer(ratings, place),
      }),
    ),
    aspects: people.flatMap((ratings, place) =>
      ratings.map((score, aspect): Row => ({ response_id: `r${place}`, aspect: ASPECTS[aspect], score })),
    ),
  };
}

/** Every combination of 1 and 5 of six aspects, three times: no aspect tells anything of another. */
const crossed = Array.from({ length: 192 }, (_, place) => ASPECTS.map((_, aspect) => ((place >> aspect) & 1 ? 5 : 1)));
const isHigh = (score: number | undefined) => Number(score === 5);

/** The answer is 2 for the rational aspect and 4 for the felt one. */
const felt = rated(crossed, ([speed, , , valued]) => 2 * isHigh(speed) + 4 * isHigh(valued));

describe('parts of the explained variance', () => {
  test('are what each block adds to the other', () => {
    // Variances of 2·x and 4·x are as 1 to 4, and nothing else varies.
    const { customers, rational, emotional, common, r2 } = foundIn(analysis, felt);
    expect(customers).toBe(192);
    expect(rational.unique.value).toBeCloseTo(0.2, 10);
    expect(emotional.unique.value).toBeCloseTo(0.8, 10);
    expect(common.value).toBeCloseTo(0, 10);
    expect(r2.value).toBeCloseTo(1, 10);
  });

  test('are common where the blocks rate alike', () => {
    const alike = crossed.map(([speed, ease, quality]) => [speed, ease, quality, speed, ease, quality] as Ratings);
    const { rational, emotional, common } = foundIn(
      analysis,
      rated(alike, ([speed]) => 10 * isHigh(speed)),
    );
    expect([rational.unique.value, emotional.unique.value, common.value].map((part) => part.toFixed(6))).toEqual([
      '0.000000',
      '0.000000',
      '1.000000',
    ]);
  });

  test('have a Cronbach’s α of both blocks', () => {
    // Three items that are one and the same, and three without any relation.
    const scale = crossed.map(
      ([speed, ease, quality, valued]) => [speed, ease, quality, valued, valued, valued] as Ratings,
    );
    const { rational, emotional } = foundIn(
      analysis,
      rated(scale, ([speed, , , valued]) => isHigh(speed) + isHigh(valued)),
    );
    expect(rational.alpha?.alpha).toBeCloseTo(0, 10);
    expect(emotional.alpha?.alpha).toBeCloseTo(1, 10);
  });

  test('come from blocks of one size, in the order of the configuration', () => {
    const { responses = [], aspects = [] } = felt;
    const price = responses.map(({ response_id }): Row => ({ response_id, aspect: 'price', score: 3 }));
    const { rational, leftOut } = foundIn(analysis, { responses, aspects: [...aspects, ...price] });
    expect(rational.aspects).toEqual(['speed', 'ease', 'quality']);
    expect(leftOut).toEqual(['price']);
  });

  test('take the latest rating of the 180 days up to the answer, and none given after it', () => {
    const { responses = [], aspects = [] } = felt;
    const other = (place: number, day: string): Row => ({
      response_id: `x${place}`,
      customer_id: `c${place}`,
      submitted_at: day,
    });
    const rating = (place: number): Row => ({ response_id: `x${place}`, aspect: 'valued', score: place % 2 ? 5 : 1 });
    const people = responses.map((_, place) => place);
    const withOthers = (day: string): Tables => ({
      coverage: ['2025-01-01', '2026-07-01'],
      responses: [...responses, ...people.map((place) => other(place, day))],
      aspects: [...aspects, ...people.map(rating)],
    });
    const plain = foundIn(analysis, { ...felt, coverage: ['2025-01-01', '2026-07-01'] });
    expect(foundIn(analysis, withOthers('2026-03-01'))).toEqual(plain);
    expect(foundIn(analysis, withOthers('2026-01-01'))).toEqual(plain);
    const moved = people.map((place) => ({ ...rating(place), aspect: ASPECTS[place % 6] as string }) as Row);
    const without = aspects.filter(
      ({ response_id, aspect }) =>
        !moved.some((each) => each.response_id === `x${String(response_id).slice(1)}` && each.aspect === aspect),
    );
    const early = (day: string) => ({ ...withOthers(day), aspects: [...without, ...moved] });
    expect(foundIn(analysis, early('2025-12-01')).customers).toBe(192);
    expect(lackIn(analysis, early('2025-06-01'))).toContain('rated every aspect of both blocks');
  });

  test('count answers without a customer as one customer each', () => {
    const { responses = [], aspects = [] } = felt;
    const unknown = responses.map(({ customer_id: _, ...row }) => row);
    expect(foundIn(analysis, { responses: unknown, aspects }).emotional.unique.value).toBeCloseTo(0.8, 10);
  });
});

describe('the page', () => {
  test('says that feelings carry more where they do', () => {
    const { answer } = testedOn(felt, 'c2a');
    expect(answer).toMatchObject({ reading: 'supports', verdict: 'different' });
    expect(answer?.headline).toBe('Feelings carry more than rational aspects');
    expect(answer?.statement).toContain('feelings alone explain 80% and rational aspects alone 20%');
    expect(answer?.sentences.join(' ')).toContain('Cronbach’s α is 0.00');
    expect(answer?.figures[0]).toMatchObject({ kind: 'stack', bars: [{ end: 'R² 1.00' }] });
  });

  test('says that they cannot be separated where what is common is the larger part', () => {
    const random = seededRandom(5);
    const halo = Array.from({ length: 300 }, () => {
      const mood = random.uniform();
      return ASPECTS.map(() => 1 + Math.floor(4.99 * (0.8 * mood + 0.2 * random.uniform())));
    });
    const noisy = rated(halo, (ratings) =>
      Math.min(10, Math.round(ratings.reduce((sum, score) => sum + score, 0) / 3)),
    );
    const { answer } = testedOn(noisy, 'c2a');
    expect(answer?.headline).toBe('Reason and feeling cannot be separated');
    expect(answer?.reading).not.toBe('supports');
  });

  test('says nothing of the kind where answers have nothing to do with ratings', () => {
    const random = seededRandom(8);
    const unrelated = rated(crossed, () => Math.floor(11 * random.uniform()));
    expect(testedOn(unrelated, 'c2a').answer?.reading).not.toBe('supports');
  });

  test('warns where the block that carries more also measures more consistently', () => {
    const scale = crossed.map(
      ([speed, ease, quality, valued]) => [speed, ease, quality, valued, valued, valued] as Ratings,
    );
    const { answer } = testedOn(
      rated(scale, ([speed, , , valued]) => 2 * isHigh(speed) + 4 * isHigh(valued)),
      'c2a',
    );
    expect(answer?.statement).toMatch(/though those ratings also measure more consistently\.$/);
  });

  test('publishes nothing of fewer customers than the minimum', () => {
    expect(testedOn(felt, 'c2a', { minimum_base: 300 }).answer).toBeNull();
    expect(publishedBy(testedOn(felt, 'c2a', { minimum_base: 300 }))).toBe('null');
  });
});

test('names each field that is missing, and how many customers there are', () => {
  const { responses = [], aspects = [] } = felt;
  expect(lackIn(analysis, { responses })).toBe('no table of rated aspects has the field `score`');
  expect(lackIn(analysis, { responses: responses.map(({ nps: _, ...row }) => ({ ...row, csat: 4 })), aspects })).toBe(
    'no survey export has the field `nps`',
  );
  const cold = aspects.filter(({ aspect }) => aspect !== 'valued');
  expect(lackIn(analysis, { responses, aspects: cold })).toBe(
    'it needs ratings of three emotional aspects by 150 customers each, beside their recommendation; of those that `aspects` ' +
      'of `report.yaml` names (`valued`, `confident`, `relaxed`), these data have 2',
  );
  const halves = aspects.filter(
    ({ response_id, aspect }) => aspect !== 'valued' || Number(String(response_id).slice(1)) > 35,
  );
  const others = halves.filter(
    ({ response_id, aspect }) => aspect !== 'speed' || Number(String(response_id).slice(1)) < 155,
  );
  expect(lackIn(analysis, { responses, aspects: others })).toBe(
    'it needs 150 customers who would recommend or not and rated every aspect of both blocks; these data have 119',
  );
});
