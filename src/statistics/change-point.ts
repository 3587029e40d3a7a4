/**
 * Change point: when the level of a series changed, for a change that its control chart has already signalled.
 */
import type { Interval } from './interval.ts';
import { type Random, shuffle } from './random.ts';

export interface ChangePoint {
  /** Place in the series, from 0, of the last value before the change. */
  readonly lastBefore: number;
  readonly meanBefore: number;
  readonly meanAfter: number;
  /** Squared distances of the values from the mean of their own side. */
  readonly residualSquares: number;
  /** Squared distances of the values from one mean. */
  readonly totalSquares: number;
  /** Between the two sides; infinite when neither side varies. */
  readonly f: number;
  /** How often a series in random order has at least this F at its own best split. */
  readonly p: number;
  /** Places in the series between which the last value before the change lies with 95% confidence. */
  readonly range: Interval;
}

/** Relative difference that is rounding, where a series is compared with itself in another order. */
const ROUNDING = 1e-10;

/**
 * The fewest values on each side of a change: 15% of all, and not fewer than 6, which keeps a single odd month at the
 * end from being one.
 */
export function fewestOnASide(n: number): number {
  return Math.max(6, Math.floor(0.15 * n));
}

/**
 * Dates a change of level: the split that leaves the fewest residual squares.
 *
 * p comes from permutations of the series, each with its own best split, the series itself counted among them; the range
 * of the date from a residual bootstrap, 2.5% and 97.5% of the resampled splits. Asymptotic p values and information
 * criteria find changes in noise at the length of such series.
 *
 * @param values in the order of time; null for a missing one, which is skipped.
 * @param side the fewest values on each side, at least 1; `fewestOnASide` when left out.
 * @param draws number of permutations and number of resamples.
 * @returns null with too few values for two sides, or when the values do not vary.
 * @throws RangeError when a value is not finite or `side` is below 1.
 */
export function changePoint(
  values: readonly (number | null)[],
  random: Random,
  side?: number,
  draws = 2000,
): ChangePoint | null {
  const places = values.flatMap((value, place) => (value === null ? [] : [place]));
  const series = Float64Array.from(places, (place) => values[place] as number);
  if (!series.every(Number.isFinite)) throw new RangeError('values of a series must be finite');
  const n = series.length;
  const fewest = side ?? fewestOnASide(n);
  if (!(fewest >= 1)) throw new RangeError(`a side needs at least one value: ${fewest}`);
  if (n < 2 * fewest || series.every((value) => value === series[0])) return null;

  const middle = mean(series);
  const centred = series.map((value) => value - middle);
  const totalSquares = sumOfSquares(centred);
  const { size, between } = bestSplit(centred, fewest);
  const before = mean(centred.subarray(0, size));
  const after = mean(centred.subarray(size));
  const residuals = centred.map((value, index) => value - (index < size ? before : after));
  const residualSquares = sumOfSquares(residuals);
  const exact = residualSquares <= ROUNDING * totalSquares;
  const placeOf = (splitSize: number) => places[splitSize - 1] as number;
  const sizes = resampledSizes(centred, residuals, fewest, draws, random);
  const quantileOfSizes = (p: number) => sizes[Math.max(0, Math.ceil(p * draws) - 1)] as number;
  return {
    lastBefore: placeOf(size),
    meanBefore: middle + before,
    meanAfter: middle + after,
    residualSquares,
    totalSquares,
    f: exact ? Number.POSITIVE_INFINITY : ((totalSquares - residualSquares) * (n - 2)) / residualSquares,
    p: permutationP(centred, fewest, between, draws, random),
    range: { low: placeOf(quantileOfSizes(0.025)), high: placeOf(quantileOfSizes(0.975)) },
  };
}

interface Split {
  /** Number of values before it. */
  readonly size: number;
  /** Squares between the sides and the common mean: the more of them, the fewer are left. */
  readonly between: number;
}

function bestSplit(values: Float64Array, fewest: number): Split {
  const n = values.length;
  const total = mean(values) * n;
  let best: Split = { size: fewest, between: Number.NEGATIVE_INFINITY };
  let sum = 0;
  for (let size = 1; size <= n - fewest; size++) {
    sum += values[size - 1] as number;
    if (size < fewest) continue;
    const between = sum ** 2 / size + (total - sum) ** 2 / (n - size) - total ** 2 / n;
    if (between > best.between) best = { size, between };
  }
  return best;
}

function permutationP(centred: Float64Array, fewest: number, observed: number, draws: number, random: Random): number {
  const permuted = centred.slice();
  let asFar = 1;
  for (let draw = 0; draw < draws; draw++) {
    shuffle(permuted, random);
    if (bestSplit(permuted, fewest).between >= observed * (1 - ROUNDING)) asFar += 1;
  }
  return asFar / (draws + 1);
}

/** Sizes of the best splits of series made of the fitted levels and residuals drawn with replacement, ascending. */
function resampledSizes(
  centred: Float64Array,
  residuals: Float64Array,
  fewest: number,
  draws: number,
  random: Random,
): Float64Array {
  const n = centred.length;
  const levels = centred.map((value, index) => value - (residuals[index] as number));
  const resample = new Float64Array(n);
  const sizes = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < n; i++) resample[i] = (levels[i] as number) + (residuals[random.below(n)] as number);
    sizes[draw] = bestSplit(resample, fewest).size;
  }
  return sizes.sort();
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
