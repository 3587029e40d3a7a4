/**
 * C3b: whether answers agree less the longer the time between them.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import type { ScoreName } from '../../dataset/model.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { bootstrapDifference } from '../../statistics/bootstrap-difference.ts';
import { fisherInterval } from '../../statistics/correlation.ts';
import { type Centred, centred, correlations, crossProducts } from '../../statistics/cross-products.ts';
import type { Interval } from '../../statistics/interval.ts';
import { bootstrapTogether } from '../../statistics/regression-bootstrap.ts';
import { remembered } from '../../statistics/remembered.ts';
import type { ContrastTest } from '../contrast.ts';
import { type AnswerPairs, answerPairs, customerAnswers, REPEATED } from './repeated-answers.ts';
import { sharedBlocks } from './shared-blocks.ts';

const NEEDS = ['responses.customer_id', 'responses.nps | responses.csat | responses.ces | responses.emotion'];

/** More than and at most so many days between two answers. Answers of one day are one occasion. */
const BINS = [
  { over: 1, upTo: 30, label: 'Up to 30 days' },
  { over: 30, upTo: 90, label: '31 to 90 days' },
  { over: 90, upTo: 180, label: '91 to 180 days' },
  { over: 180, upTo: Number.POSITIVE_INFINITY, label: 'Over 180 days' },
] as const;
export const FEWEST_PAIRS = 50;
/** Through two points there is always a line. */
const FEWEST_BINS = 3;
const SEED = 32;

/** How closely two answers agree, by the days between them. */
export interface DecayMeasure {
  readonly score: ScoreName;
  readonly name: string;
  /** Customers with a pair in any bin. */
  readonly customers: number;
  /** One per bin; null with too few pairs. */
  readonly bins: readonly (DecayBin | null)[];
  /** Of Fisher's z of the correlation, per bin; null with too few bins. */
  readonly slope: Difference | null;
}

export interface DecayBin extends Interval {
  /** Customers, with a pair each. */
  readonly pairs: number;
  readonly correlation: number;
}

export interface Decay {
  readonly bins: readonly string[];
  readonly measures: readonly DecayMeasure[];
  /** Slope of satisfaction less that of the recommendation, over the bins that both have; null without them. */
  readonly faster: Difference | null;
}

const analysis: Analysis<Decay> = {
  id: 'decay',
  name: 'Fading of answers',
  label: 'Agreement of two answers',
  lens: 'experience',
  question: 'Do a customer’s answers agree less, the longer the time between them, and which fade faster?',
  definition:
    'Correlation of two answers of one customer to the same question of one survey, by the days between them: up to 30, 31 to 90, 91 to 180 ' +
    'and more. Each customer is in a class once, with the latest two answers that lie so far apart; answers of one day are ' +
    'one occasion. The slope says by how much Fisher’s z of the correlation changes from one class to the next: below 0 the ' +
    'answers fade.',
  formula: 'slope of artanh r over the classes 1, 2, 3, 4',
  who: 'customers with two answers to a question',
  date: 'the day of either answer',
  tex: String.raw`\frac{\sum_b (b - m)\,z_b}{\sum_b (b - m)^2}`,
  symbols: [
    ['b', 'the number of the class, and m the mean of these numbers'],
    ['z_b', 'Fisher’s z of the correlation in class b'],
  ],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_PAIRS} customers in each of ${FEWEST_BINS} classes.`,
  margin: 0.03,
  interval:
    'Fisher’s interval for each correlation; percentile intervals of the slopes and of their difference from 2,000 resamples ' +
    'of customers, drawn from a fixed seed. The margin is a third of 0.10: over three steps it makes the difference of two ' +
    'correlations that matters.',
  source: 'Fisher (1921) for z.',
  elsewhere: [],
  analyse,
};

export const decay: ContrastTest<Decay> = {
  id: 'c3b',
  analysis,
  saidWhen:
    'That answers to a question fade is said when the upper end of their slope is below 0 and the slope is shown; that one ' +
    'question fades faster than another when the difference of the two slopes, over the same classes, is shown.',
  pitfalls: [
    'Customers who answer often differ from those who answer once, and short gaps come from them.',
    'A question that hardly agrees with itself after a month has little left to fade.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): Decay | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const found = REPEATED.filter(([score]) => dataset.responses?.columns[score] !== undefined).map(([score, name]) =>
    binned(dataset, all, score, name),
  );
  const enough = found.filter(({ pairs }) => pairs.filter(isEnough).length >= FEWEST_BINS);
  if (enough.length === 0) {
    const [third = 0] = found
      .map(({ pairs }) => pairs.map(({ first }) => first.length).sort((a, b) => b - a)[FEWEST_BINS - 1] as number)
      .sort((a, b) => b - a);
    return tooFew(
      FEWEST_PAIRS,
      `customers with two answers in each of ${FEWEST_BINS} classes of days between them`,
      third,
    );
  }
  return decayOf(enough) ?? { lacks: 'the answers are all alike' };
}

interface Binned extends Pick<DecayMeasure, 'score' | 'name'> {
  /** One per bin. */
  readonly pairs: readonly AnswerPairs[];
}

function binned(dataset: Dataset, all: Span['all'], score: ScoreName, name: string): Binned {
  const answers = customerAnswers(dataset, all, score);
  return { score, name, pairs: BINS.map(({ over, upTo }) => answerPairs(answers, over, upTo)) };
}

function isEnough({ first }: AnswerPairs): boolean {
  return first.length >= FEWEST_PAIRS;
}

/** Null where the answers to a question never differ. */
const decayOf = remembered('decay', (measures: readonly Binned[]): Decay | null => {
  const sets = measures.flatMap(({ pairs }) => pairs);
  const blocks = sharedBlocks(
    sets.map(({ customer }) => customer),
    SEED,
  );
  const products = sets.map(({ first, second }, place) => crossProducts([first], second, blocks[place]));
  const whole = sets.map(({ first, second }) => zOf(centred(crossProducts([first], second))));
  const used = sets.map((pairs, place) => isEnough(pairs) && whole[place] !== null);
  const binsOf = (measure: number) => BINS.flatMap((_, bin) => (used[measure * BINS.length + bin] ? [bin] : []));
  const slopes = measures.map((_, measure) => ({ measure, bins: binsOf(measure) }));
  if (slopes.every(({ bins }) => bins.length < FEWEST_BINS)) return null;
  const [nps, csat] = ['nps', 'csat'].map((score) => measures.findIndex((measure) => measure.score === score)) as [
    number,
    number,
  ];
  const common = nps < 0 || csat < 0 ? [] : binsOf(nps).filter((bin) => binsOf(csat).includes(bin));
  const statistic = (z: readonly (number | null)[]) => {
    const slope = (measure: number, bins: readonly number[]) =>
      bins.length < FEWEST_BINS ? null : slopeOf(bins, z.slice(measure * BINS.length, (measure + 1) * BINS.length));
    const [satisfaction, recommendation] = [slope(csat, common), slope(nps, common)];
    return [
      ...slopes.map(({ measure, bins }) => slope(measure, bins)),
      satisfaction === null || recommendation === null ? null : satisfaction - recommendation,
    ];
  };
  const estimates = statistic(whole);
  const draws = bootstrapTogether(products, (moments) => statistic(moments.map(zOf)), estimates.length, { seed: SEED });
  const known = estimates.map((estimate, place) =>
    estimate === null ? null : bootstrapDifference(estimate, draws[place] as Float64Array),
  );
  return {
    bins: BINS.map(({ label }) => label),
    measures: measures.map(({ score, name, pairs }, measure) => ({
      score,
      name,
      customers: new Set(pairs.flatMap(({ customer }) => customer)).size,
      bins: pairs.map(({ first }, bin) => {
        const place = measure * BINS.length + bin;
        return used[place] ? binOf(Math.tanh(whole[place] as number), first.length) : null;
      }),
      slope: known[measure] ?? null,
    })),
    faster: known.at(-1) ?? null,
  };
});

function binOf(correlation: number, pairs: number): DecayBin {
  return { pairs, correlation, ...fisherInterval(correlation, pairs) };
}

/** Fisher's z of the correlation of the pairs; null where one of the two never differs, or both always agree. */
function zOf(moments: Centred | null): number | null {
  if (moments === null) return null;
  const r = correlations(moments)[1] as number;
  const varies = moments.products[0] !== 0 && moments.products[3] !== 0;
  return varies && Math.abs(r) < 1 ? Math.atanh(r) : null;
}

/** Least squares over the numbers of the bins. */
function slopeOf(bins: readonly number[], z: readonly (number | null)[]): number | null {
  const mean = bins.reduce((sum, bin) => sum + bin, 0) / bins.length;
  let [products, squares] = [0, 0];
  for (const bin of bins) {
    const value = z[bin];
    if (value == null) return null;
    products += (bin - mean) * value;
    squares += (bin - mean) ** 2;
  }
  return products / squares;
}
