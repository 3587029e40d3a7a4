/**
 * C3a: how much of an answer is still there a quarter later.
 */
import type { ScoreName } from '../../dataset/model.ts';
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { percentileInterval } from '../../statistics/bootstrap.ts';
import { bootstrapDifference } from '../../statistics/bootstrap-difference.ts';
import { type Centred, centred, crossProducts } from '../../statistics/cross-products.ts';
import type { Interval } from '../../statistics/interval.ts';
import { pairIntraclass } from '../../statistics/pair-intraclass.ts';
import { bootstrapTogether } from '../../statistics/regression-bootstrap.ts';
import { remembered } from '../../statistics/remembered.ts';
import type { ContrastTest } from '../contrast.ts';
import { type AnswerPairs, answerPairs, customerAnswers, REPEATED } from './repeated-answers.ts';
import { sharedBlocks } from './shared-blocks.ts';

const NEEDS = ['responses.customer_id', 'responses.nps', 'responses.csat | tickets.csat'];

/** Days between the two answers, for every question: what lies nearer together agrees more. */
export const APART = { over: 60, upTo: 120 } as const;
export const FEWEST_PAIRS = 80;
const SEED = 31;

export interface StableShare {
  /** Questions with enough customers, in the order in which they are shown. */
  readonly measures: readonly StableMeasure[];
  /** Stable share of the recommendation less that of satisfaction. */
  readonly gap: Difference;
}

export interface StableMeasure extends Interval {
  readonly score: ScoreName;
  readonly name: string;
  readonly customers: number;
  /** ICC(1), never below 0. */
  readonly share: number;
}

const analysis: Analysis<StableShare> = {
  id: 'stable_share',
  name: 'Stable share of answers',
  label: 'Stable share',
  lens: 'experience',
  question: 'Is what customers say of the company steadier than what they say of a contact?',
  definition:
    `Customers who answered a question twice, ${APART.over} to ${APART.upTo} days apart and to one survey: the latest two such answers of each. The ` +
    'stable share is the part of the variance of single answers that lies between customers, the intraclass correlation ' +
    'ICC(1): all of it where everybody says the same again, none of it where two answers of one customer agree no better ' +
    'than two of anybody. The days between are the same for every question, as answers that lie nearer together agree more.',
  formula: '(MSB − MSW) ÷ (MSB + MSW), mean squares between and within customers with two answers each',
  who: `customers with two answers to a question ${APART.over} to ${APART.upTo} days apart`,
  date: 'the day of either answer',
  tex: String.raw`\frac{B - W}{B + W}`,
  symbols: [
    ['B', 'mean square between customers'],
    ['W', 'mean square within customers'],
  ],
  needs: NEEDS,
  unit: 'share',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_PAIRS} customers with two answers, to both questions.`,
  margin: 0.05,
  interval: 'Percentile intervals from 2,000 resamples of customers, drawn from a fixed seed.',
  source: 'Shrout & Fleiss (1979) for the ICC.',
  elsewhere: [],
  analyse,
};

export const stableShare: ContrastTest<StableShare> = {
  id: 'c3a',
  analysis,
  saidWhen:
    '“Satisfaction is of the moment, loyalty lasts” is said when the stable share of the recommendation exceeds that of ' +
    'satisfaction by at least 5 points, with a lower end above nothing, and when the difference is shown.',
  pitfalls: [
    'A question with eleven answers is steadier than one with five, whatever it asks; unequal scales can make up the whole difference.',
    'Two ratings are of two contacts, which may well have been different; two recommendations are of one company.',
  ],
};

function analyse({ dataset }: Context, { all }: Span): StableShare | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const found = REPEATED.map(([score, name]) => ({
    score,
    name,
    pairs: answerPairs(customerAnswers(dataset, all, score), APART.over, APART.upTo),
  }));
  for (const { score, name, pairs } of found) {
    if ((score === 'nps' || score === 'csat') && pairs.first.length < FEWEST_PAIRS) {
      const apart = `${APART.over} to ${APART.upTo} days apart`;
      return tooFew(FEWEST_PAIRS, `customers with two answers on ${name.toLowerCase()} ${apart}`, pairs.first.length);
    }
  }
  const enough = found.filter(({ pairs }) => pairs.first.length >= FEWEST_PAIRS);
  return sharesOf(enough) ?? { lacks: 'the answers are all alike' };
}

type Measured = Pick<StableMeasure, 'score' | 'name'> & { readonly pairs: AnswerPairs };

/** Null where the answers to a question never differ. */
const sharesOf = remembered('stable share', (measures: readonly Measured[]): StableShare | null => {
  const blocks = sharedBlocks(
    measures.map(({ pairs }) => pairs.customer),
    SEED,
  );
  const sets = measures.map(({ pairs }, place) => crossProducts([pairs.first], pairs.second, blocks[place]));
  const whole = measures.map(({ pairs }) => shareOf(centred(crossProducts([pairs.first], pairs.second))));
  if (whole.includes(null)) return null;
  const [nps, csat] = ['nps', 'csat'].map((score) => measures.findIndex((measure) => measure.score === score)) as [
    number,
    number,
  ];
  const draws = bootstrapTogether(sets, (moments) => moments.map(shareOf), measures.length, { seed: SEED });
  const of = (place: number) => draws[place] as Float64Array;
  const gap = bootstrapDifference(
    (whole[nps] as number) - (whole[csat] as number),
    of(nps).map((share, draw) => share - (of(csat)[draw] as number)),
  );
  if (gap === null) return null;
  return {
    measures: measures.map(({ score, name, pairs }, place) => ({
      score,
      name,
      customers: pairs.first.length,
      share: whole[place] as number,
      ...(percentileInterval(of(place)) ?? { low: 0, high: 1 }),
    })),
    gap,
  };
});

/** Below nothing there is no share. */
function shareOf(moments: Centred | null): number | null {
  const share = moments === null ? null : pairIntraclass(moments);
  return share === null ? null : Math.max(0, share);
}
