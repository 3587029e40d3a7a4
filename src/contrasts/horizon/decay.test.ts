import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { pearsonR } from '../../statistics/correlation.ts';
import { seededRandom } from '../../statistics/random.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { decay } from './decay.ts';

const { analysis } = decay;
const GAPS = [20, 60, 130, 250] as const;

interface Question {
  readonly score: 'csat' | 'nps';
  readonly highest: number;
  /** How likely the second answer is the first again, by gap. */
  readonly again: readonly number[];
}

const csat = (...again: number[]): Question => ({ score: 'csat', highest: 5, again });
const nps = (...again: number[]): Question => ({ score: 'nps', highest: 10, again });

/** So many customers with two answers at each distance, to each question. */
function twice(count: number, questions: readonly Question[]): Tables {
  const random = seededRandom(8);
  const day = (number: number) => new Date(Date.UTC(2025, 6, 1 + number)).toISOString();
  const rows = questions.flatMap(({ score, highest, again }) =>
    again.flatMap((chance, place) =>
      Array.from({ length: count }, (_, index): Row[] => {
        const first = 1 + random.below(highest);
        const second = random.uniform() < chance ? first : 1 + random.below(highest);
        const customer_id = `${place}-${index}`;
        return [
          { customer_id, submitted_at: day(0), [score]: first },
          { customer_id, submitted_at: day(GAPS[place] as number), [score]: second },
        ];
      }),
    ),
  );
  return { responses: rows.flat(), coverage: ['2025-07-01', '2026-07-01'] };
}

const constant = [0.6, 0.6, 0.6, 0.6];
const fading = twice(150, [csat(0.9, 0.6, 0.3, 0), nps(...constant)]);

describe('agreement of two answers', () => {
  test('is their correlation in each class of days', () => {
    const { bins, measures } = foundIn(analysis, fading);
    expect(bins).toEqual(['Up to 30 days', '31 to 90 days', '91 to 180 days', 'Over 180 days']);
    const ratings = (fading.responses ?? []).filter(
      (row) => String(row.customer_id).startsWith('1-') && row.csat !== undefined,
    );
    const [first, second] = [0, 1].map((time) =>
      ratings.filter((_, place) => place % 2 === time).map(({ csat }) => csat as number),
    );
    const satisfaction = measures.find(({ score }) => score === 'csat');
    expect(satisfaction?.bins[1]?.correlation).toBeCloseTo(pearsonR(first ?? [], second ?? []) as number, 10);
    expect(satisfaction?.bins.map((bin) => bin?.pairs)).toEqual([150, 150, 150, 150]);
  });

  test('has a slope below nothing where it fades', () => {
    const [recommendation, satisfaction] = foundIn(analysis, fading).measures;
    expect(satisfaction?.slope?.high).toBeLessThan(0);
    expect(recommendation?.slope?.high).toBeGreaterThan(0);
  });
});

describe('satisfaction', () => {
  test('is said to fade faster where the slopes are shown to differ', () => {
    expect(testedOn(fading, 'c3b').answer).toMatchObject({
      reading: 'supports',
      headline: 'Satisfaction fades faster than the willingness to recommend',
    });
  });

  test('is not where recommendation fades, or neither', () => {
    expect(testedOn(twice(150, [csat(...constant), nps(0.9, 0.6, 0.3, 0)]), 'c3b').answer?.reading).toBe('contradicts');
    expect(testedOn(twice(150, [csat(...constant), nps(...constant)]), 'c3b').answer?.reading).not.toBe('supports');
  });

  test('is described where nobody is asked about recommending', () => {
    expect(testedOn(twice(150, [csat(0.9, 0.6, 0.3, 0)]), 'c3b').answer).toMatchObject({
      reading: 'describes',
      statement: 'Two answers on satisfaction agree less, the longer the time between them.',
    });
  });
});

describe('without enough', () => {
  test('the fields that are missing are named', () => {
    expect(lackIn(analysis, { responses: [{ customer_id: 'c1', submitted_at: '2026-02-01' }] })).toContain(
      '`nps`, `csat`',
    );
  });

  test('customers are counted in the third class', () => {
    expect(lackIn(analysis, twice(49, [csat(...constant)]))).toBe(
      'it needs 50 customers with two answers in each of 3 classes of days between them; these data have 49',
    );
  });

  test('a class of few customers has no number', () => {
    const { responses = [], coverage = ['2025-07-01', '2026-07-01'] } = fading;
    const few = responses.filter(({ customer_id }) => {
      const [place, index] = String(customer_id).split('-').map(Number) as [number, number];
      return place !== 3 || index < 9;
    });
    const { measures } = foundIn(analysis, { responses: few, coverage });
    expect(measures.map(({ bins }) => bins[3])).toEqual([null, null]);
    expect(publishedBy(testedOn({ responses: few, coverage }, 'c3b'))).toContain('[x]');
  });
});
