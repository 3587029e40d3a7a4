/**
 * C7b: customers whose every contact went well and who would not recommend the company.
 */
import { type Analysis, type Lack, type Span, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { watermelon } from '../../metrics/experience/watermelon.ts';
import { type WatermelonCounts, watermelonCounts } from '../../metrics/experience/watermelon-counts.ts';
import type { Interval } from '../../statistics/interval.ts';
import { newcombe, twoProportionP, wilson } from '../../statistics/proportion.ts';
import type { ContrastTest } from '../contrast.ts';

const FEWEST = { customers: 50, good: 30 } as const;

export interface GreenOutside {
  readonly counts: WatermelonCounts;
  /** Detractors among customers whose every contact went well. */
  readonly red: Interval & { readonly share: number; readonly n: number };
  /** The share of detractors among the others minus that one; null where there are too few others. */
  readonly difference: Difference | null;
}

const { needs } = watermelon;

const analysis: Analysis<GreenOutside> = {
  id: 'green_outside',
  name: 'Green outside, red inside',
  label: 'Green outside',
  lens: 'experience',
  question: 'How many customers whose every contact went well would not recommend the company?',
  definition: watermelon.definition,
  formula: 'detractors ÷ customers whose every contact went well',
  who: watermelon.who,
  date: watermelon.date,
  tex: String.raw`\frac{d}{n}`,
  symbols: [
    ['d', 'detractors among them'],
    ['n', 'customers whose every contact went well'],
  ],
  needs,
  unit: 'share',
  direction: 'lower',
  counts: 'customers',
  minimum: `${FEWEST.customers} customers with two ratings, ${FEWEST.good} of whom rated every contact well.`,
  margin: 0.05,
  interval: 'Wilson for the share, Newcombe for the difference.',
  source: watermelon.source,
  elsewhere: [],
  analyse,
};

export const greenOutside: ContrastTest<GreenOutside> = {
  id: 'c7b',
  analysis,
  saidWhen:
    '“Green outside, red inside” is said when the lower end of the share of detractors among customers whose every contact ' +
    'went well is above 10%. That ratings carry no warning is said only when that share and the one among all others are ' +
    'shown to be about the same.',
  pitfalls: [
    'Some such customers are to be expected by chance: not everybody who is pleased with a contact recommends a company.',
    'Customers with fewer than two ratings are not in it.',
  ],
};

function analyse(context: Context, { all }: Span): GreenOutside | Lack {
  const missing = watermelon.unavailable(context);
  if (missing !== null) return { lacks: missing };
  const [counts] = watermelonCounts(context.dataset, { periods: [all], dimension: null, where: {} }).counts;
  if (counts === undefined) return { lacks: 'the data cover no period' };
  const { goodDetractors, goodOthers, mixedDetractors, mixedOthers } = counts;
  const good = { n: goodDetractors + goodOthers, share: goodDetractors / (goodDetractors + goodOthers) };
  const mixed = { n: mixedDetractors + mixedOthers, share: mixedDetractors / (mixedDetractors + mixedOthers) };
  if (good.n + mixed.n < FEWEST.customers) {
    return tooFew(FEWEST.customers, 'customers with two ratings before their recommendation', good.n + mixed.n);
  }
  if (good.n < FEWEST.good) return tooFew(FEWEST.good, 'customers whose every contact went well', good.n);
  return {
    counts,
    red: { ...good, ...wilson(good.share, good.n) },
    difference: mixed.n < FEWEST.good ? null : difference(good, mixed),
  };
}

function difference(good: { n: number; share: number }, mixed: { n: number; share: number }): Difference {
  const narrow = newcombe(good, mixed, 0.9);
  return {
    difference: mixed.share - good.share,
    ...newcombe(good, mixed),
    low90: narrow.low,
    high90: narrow.high,
    p: twoProportionP(good, mixed),
  };
}
