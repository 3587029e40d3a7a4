/**
 * Control charts: between which limits the points of a series scatter when nothing but chance is at work.
 *
 * A period that is missing is null and is skipped: the moving range then spans the gap. Limits come from a baseline, the
 * first periods that are not missing, and stay frozen for all later ones.
 */
import type { Proportion } from './proportion.ts';

/** One value of a series and the limits it should keep within. */
export interface ChartPoint {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A series with its centre line and limits, period by period as given; null where one is missing. */
export interface ControlChart {
  readonly centre: number;
  readonly points: readonly (ChartPoint | null)[];
}

/** A chart of individual values and moving ranges. */
export interface XmrChart extends ControlChart {
  /** Of the baseline. */
  readonly meanMovingRange: number;
  /** What a moving range should not exceed. */
  readonly movingRangeHigh: number;
}

/** A chart of shares, with limits by Laney where the binomial ones are too narrow for the data. */
export interface ShareChart extends ControlChart {
  /** How much more the shares of the baseline scatter than the binomial distribution allows: 1 when exactly as much. */
  readonly sigmaZ: number;
  /** Whether `points` carry Laney's limits instead of the binomial ones. */
  readonly laney: boolean;
  readonly binomialPoints: readonly (ChartPoint | null)[];
  readonly laneyPoints: readonly (ChartPoint | null)[];
}

/** Wheeler's factors of the mean moving range: 3/d₂, and D₄, for ranges of two values. */
const LIMIT_FACTOR = 2.66;
const RANGE_FACTOR = 3.268;

/** d₂: the mean range of two values in standard deviations, as charts round it. */
const RANGE_OF_TWO = 1.128;

/** Laney's limits are used when the scatter exceeds the binomial one by more than this factor … */
const OVERDISPERSED_FROM = 1.1;

/** … or when a period holds more answers than this on average: binomial limits then are narrower than any real process. */
const LARGE_FROM = 500;

/**
 * XmR chart of means or net scores: limits mean ± 2.66 mean moving ranges. Source: Wheeler (1993).
 *
 * @param baseline how many of the values that are not missing, from the first on, the limits are computed from.
 * @returns null when the baseline holds fewer than two values: no moving range.
 * @throws RangeError when a value is not finite.
 */
export function xmrChart(
  values: readonly (number | null)[],
  baseline: number = Number.POSITIVE_INFINITY,
): XmrChart | null {
  const base = present(values).slice(0, baseline);
  if (base.length < 2) return null;
  const centre = mean(base);
  const meanMovingRange = mean(movingRanges(base));
  const low = centre - LIMIT_FACTOR * meanMovingRange;
  const high = centre + LIMIT_FACTOR * meanMovingRange;
  return {
    centre,
    points: values.map((value) => (value === null ? null : { value, low, high })),
    meanMovingRange,
    movingRangeHigh: RANGE_FACTOR * meanMovingRange,
  };
}

/**
 * p-chart of shares with Laney's p′ beside it: limits p̄ ± 3·√(p̄(1−p̄)/n), for p′ times σ_z, the mean moving range of
 * the standardised shares / 1.128. They stay within 0 to 1.
 *
 * Sources: Shewhart's p-chart; Laney (2002). `points` are Laney's where σ_z exceeds 1.1, or where it exceeds 1 and a
 * period of the baseline has more than 500 answers on average.
 *
 * @param shares n may differ between periods and may be fractional; a period without answers counts as missing.
 * @param baseline how many of the periods that are not missing, from the first on, the limits are computed from.
 * @returns null when the baseline holds fewer than two periods, or when all or none succeed in it: no scatter to go by.
 * @throws RangeError when a share lies outside 0 to 1.
 */
export function shareChart(
  shares: readonly (Proportion | null)[],
  baseline: number = Number.POSITIVE_INFINITY,
): ShareChart | null {
  const periods = shares.map((period) => (period !== null && period.n > 0 ? period : null));
  for (const period of periods) {
    if (period !== null && !(period.share >= 0 && period.share <= 1)) {
      throw new RangeError(`a share must lie between 0 and 1: ${period.share}`);
    }
  }
  const base = periods.filter((period) => period !== null).slice(0, baseline);
  if (base.length < 2) return null;
  const answers = base.reduce((sum, { n }) => sum + n, 0);
  const centre = base.reduce((sum, { share, n }) => sum + share * n, 0) / answers;
  if (!(centre > 0 && centre < 1)) return null;
  const deviation = (n: number) => Math.sqrt((centre * (1 - centre)) / n);
  const sigmaZ = mean(movingRanges(base.map(({ share, n }) => (share - centre) / deviation(n)))) / RANGE_OF_TWO;
  const pointsWithin = (factor: number) =>
    periods.map((period) => {
      if (period === null) return null;
      const half = 3 * factor * deviation(period.n);
      return { value: period.share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
    });
  // Shares that scatter less than chance allows would get limits narrower than chance: those stay binomial.
  const laney = sigmaZ > OVERDISPERSED_FROM || (sigmaZ > 1 && answers / base.length > LARGE_FROM);
  const binomialPoints = pointsWithin(1);
  const laneyPoints = pointsWithin(sigmaZ);
  return { centre, points: laney ? laneyPoints : binomialPoints, sigmaZ, laney, binomialPoints, laneyPoints };
}

/** Distances between each value that is not missing and the one before it. */
export function movingRanges(values: readonly (number | null)[]): number[] {
  const held = present(values);
  return held.slice(1).map((value, index) => Math.abs(value - (held[index] as number)));
}

function present(values: readonly (number | null)[]): number[] {
  const held = values.filter((value) => value !== null);
  for (const value of held) if (!Number.isFinite(value)) throw new RangeError(`a value must be finite: ${value}`);
  return held;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
