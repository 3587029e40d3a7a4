/**
 * Whether the latest figure is the highest or the lowest for some time, by more than chance.
 */
import type { Grain, Period } from '../calendar/period.ts';
import { breakBetween } from './breaks.ts';
import { cardOf, type ReportContext } from './context.ts';
import type { Judge, Pair } from './family.ts';
import { extremeWords } from './figures/base.ts';
import { standsOnSeveralScales } from './scales.ts';
import type { Comparison } from './types/estimate.ts';
import { recordSince } from './wording/phrases.ts';

/** So many periods back: two years of quarters. Each of them is a comparison of the panel's family. */
const FARTHEST = 8;

/** Beating fewer periods than this is a change, not a record. */
const LEAST_BEATEN = 3;

/** The comparisons of the latest period with each complete one before it, nearest first. */
export function recordPairs(context: ReportContext, metric: string, latest: Period): Pair[] {
  if (standsOnSeveralScales(context, metric, null)) return [];
  return periodsBefore(context, latest)
    .filter((earlier) => breakBetween(context, metric, earlier, latest) === null)
    .slice(0, FARTHEST)
    .map((earlier) => ({
      metric,
      occasion: 'over time',
      a: { where: {}, period: earlier, name: earlier.label },
      b: { where: {}, period: latest, name: latest.label },
    }));
}

/** Complete periods of the same length before one, nearest first. */
export function periodsBefore({ periods }: ReportContext, latest: Period): Period[] {
  return periods[latest.grain].filter(({ end, partial }) => !partial && end <= latest.start).reverse();
}

/**
 * The sentence of a record: every period since is shown to differ from the latest, all in one direction. Null where
 * there is none, or only one of a few periods.
 */
export function recordSentence(context: ReportContext, family: Judge, metric: string, latest: Period): string | null {
  const card = cardOf(context, metric);
  const comparisons = recordPairs(context, metric, latest).map((pair) => family.comparison(pair));
  const [nearest] = comparisons;
  if (nearest === undefined) return null;
  const isHigher = ({ difference = 0 }: Comparison) => (card.unit === 'duration' ? difference > 1 : difference > 0);
  const unbeaten = comparisons.findIndex(
    (comparison) => comparison.verdict !== 'different' || isHigher(comparison) !== isHigher(nearest),
  );
  const beaten = unbeaten < 0 ? comparisons.length : unbeaten;
  if (beaten < LEAST_BEATEN) return null;
  const [most, least] = extremeWords(card);
  const rival = comparisons[unbeaten]?.a.period;
  const since = rival === undefined ? `of the last ${beaten + 1} ${PLURAL[latest.grain]}` : `since ${rival.label}`;
  return `It is ${recordSince(isHigher(nearest) ? most : least, since)}.`;
}

const PLURAL: Readonly<Record<Grain, string>> = {
  all: 'periods',
  year: 'years',
  quarter: 'quarters',
  month: 'months',
};
