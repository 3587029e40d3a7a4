/**
 * The verdict ladder: what may be said about a difference.
 *
 * Source: the rungs follow the rule that effect and margin come first and that only two one-sided tests license
 * "about the same" (Schuirmann 1987); p is adjusted within a page by Benjamini and Hochberg (1995).
 */
import type { Cell, Difference, Metric } from '../metrics/definition.ts';
import type { Estimate, Unit, Verdict } from './types/estimate.ts';

/** Whether a side has the rows, or the events where the metric counts those, that a comparison takes. */
export function isEnough(cell: Counted | null, metric: Minimum): boolean {
  return cell !== null && baseOf(cell) >= metric.minimum.compare;
}

/** Up to so many times the minimum, a difference that is shown is called an early sign. */
const EARLY = 2;

/** The rows of the thinner side where they make a shown difference an early sign; null elsewhere. */
export function earlyBase(verdict: Verdict, sides: readonly (Counted | null)[], metric: Minimum): number | null {
  if (verdict !== 'different') return null;
  const thinner = Math.min(...sides.map((cell) => (cell === null ? 0 : baseOf(cell))));
  return thinner < EARLY * metric.minimum.compare ? thinner : null;
}

type Counted = Pick<Cell, 'n' | 'events'>;
type Minimum = Pick<Metric, 'minimum'>;

function baseOf({ n, events }: Counted): number {
  return events ?? n;
}

/** Level of the adjusted p at and below which a difference counts as shown. */
export const SIGNIFICANCE = 0.05;

export interface Judged {
  readonly a: Estimate;
  readonly b: Estimate;
  /** Null when one side is below the metric's minimum, or for full counts. */
  readonly difference: Difference | null;
  /** Adjusted within the family. */
  readonly p: number;
  readonly margin: number | null;
  readonly unit: Unit;
  /** Whether a break in the series parts the two. */
  readonly isBroken: boolean;
}

/** The one verdict of a comparison. */
export function judge(judged: Judged): Verdict {
  const { a, b, difference, margin, isBroken } = judged;
  if (a.status === 'suppressed' || b.status === 'suppressed') return 'suppressed';
  if (a.status === 'not_applicable' || b.status === 'not_applicable') return 'untested';
  if (isBroken) return 'broken';
  if (a.value === undefined || b.value === undefined) return 'insufficient';
  if (margin === null) return 'untested';
  if (difference === null) return 'insufficient';
  return judgeDifference(difference, judged.p, margin, judged.unit);
}

/**
 * The verdict on a difference that can be tested.
 *
 * @param p adjusted within the family.
 */
export function judgeDifference(difference: Difference, p: number, margin: number, unit: Unit): Verdict {
  const inside = insideMargin(difference, margin, unit);
  if (p <= SIGNIFICANCE) return inside ? 'negligible' : 'different';
  return inside ? 'equivalent' : 'undecided';
}

/** How many margins a difference amounts to: what sorts differences of different metrics. Those of durations are ratios. */
export function sizeInMargins(difference: number, margin: number, unit: Unit): number {
  return unit === 'duration' ? Math.abs(Math.log(difference)) / Math.log(margin) : Math.abs(difference) / margin;
}

/** Whether the 90 % interval lies within the margin: two one-sided tests at 5 %. Margins of durations are ratios. */
function insideMargin(difference: Difference, margin: number, unit: Unit): boolean {
  const [low, high] = unit === 'duration' ? [1 / margin, margin] : [-margin, margin];
  return difference.low90 > low && difference.high90 < high;
}
