/**
 * Whether one monthly series moves ahead of another.
 */
import { quantile } from './quantile.ts';
import { type Random, seededRandom } from './random.ts';

/** The correlation of one series with another, so many steps apart. */
export interface LagCorrelation {
  /** Of x[t + lag] with y[t]: below 0 the first series leads, above 0 the second. */
  readonly lag: number;
  readonly r: number;
}

/** A search of all lags for a correlation, and how often unrelated series would show as strong a one. */
export interface LeadTest {
  /** Of the first differences of the two series, from −maxLag to maxLag. */
  readonly correlations: readonly LagCorrelation[];
  /** The one with the largest |r|. */
  readonly strongest: LagCorrelation;
  /** Of the largest |r| over all lags: searching is allowed for. */
  readonly p: number;
  /** The largest |r| that 95 of 100 pairs of unrelated series keep to, whatever the lag. */
  readonly bound: number;
}

/** How a lead is searched for. */
export interface LeadSearch {
  /** The same seed gives the same p on every machine. */
  readonly seed: number;
  /** In steps to either side; 6 unless said otherwise. */
  readonly maxLag?: number;
  /** Pairs of surrogate series; 2,000 unless said otherwise. */
  readonly surrogates?: number;
}

/**
 * Cross-correlations of two series of equal steps, r_k with n in the denominator at every lag (Box & Jenkins 1976).
 *
 * @returns null when either series does not vary.
 * @throws RangeError when the lengths differ or a value is not finite.
 */
export function crossCorrelation(x: ArrayLike<number>, y: ArrayLike<number>, maxLag: number): LagCorrelation[] | null {
  if (x.length !== y.length) throw new RangeError(`series of ${x.length} and ${y.length} steps do not go together`);
  const [a, b] = [standardised(x), standardised(y)];
  if (a === null || b === null) return null;
  return Array.from({ length: 2 * maxLag + 1 }, (_, at) => ({ lag: at - maxLag, r: lagged(a, b, at - maxLag) }));
}

/** Correlation of a series with itself some steps later, with n in the denominator; null when it does not vary. */
export function autocorrelation(series: ArrayLike<number>, lag: number): number | null {
  const values = standardised(series);
  return values === null ? null : lagged(values, values, lag);
}

/**
 * Searches the first differences of two series for a lead, and tests the strongest correlation against that of pairs of
 * independent AR(1) series, fitted to each series by its first autocorrelation and differenced alike.
 *
 * Series that keep their level for a while show strong correlations at some lag without any connection; the surrogates
 * keep it as long. p counts the observed pair as one of them, and is never 0.
 *
 * @returns null when the differences are no longer than the lags searched, or do not vary.
 * @throws RangeError when the lengths differ or a value is not finite.
 */
export function leadTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { seed, maxLag = 6, surrogates = 2000 }: LeadSearch,
): LeadTest | null {
  const correlations = crossCorrelation(differences(x), differences(y), maxLag);
  const [ofX, ofY] = [autocorrelation(x, 1), autocorrelation(y, 1)];
  if (correlations === null || ofX === null || ofY === null || x.length - 1 <= maxLag) return null;
  const strongest = strongestOf(correlations);
  const random = seededRandom(seed);
  const largest: number[] = [];
  for (let at = 0; at < surrogates; at += 1) {
    const a = surrogate(x.length, ofX, random);
    const b = surrogate(x.length, ofY, random);
    const found = crossCorrelation(differences(a), differences(b), maxLag);
    if (found !== null) largest.push(Math.abs(strongestOf(found).r));
  }
  const asStrong = largest.filter((r) => r >= Math.abs(strongest.r)).length;
  const sorted = largest.sort((one, other) => one - other);
  return { correlations, strongest, p: (asStrong + 1) / (surrogates + 1), bound: quantile(sorted, 0.95) };
}

/** A stationary AR(1) series of standard normal shocks. */
function surrogate(length: number, persistence: number, random: Random): Float64Array {
  const series = new Float64Array(length);
  let value = random.normal() / Math.sqrt(1 - persistence ** 2);
  for (let t = 0; t < length; t += 1) {
    series[t] = value;
    value = persistence * value + random.normal();
  }
  return series;
}

function differences(series: ArrayLike<number>): Float64Array {
  const steps = new Float64Array(Math.max(0, series.length - 1));
  for (let t = 0; t < steps.length; t += 1) steps[t] = (series[t + 1] as number) - (series[t] as number);
  return steps;
}

function strongestOf(correlations: readonly LagCorrelation[]): LagCorrelation {
  return correlations.reduce((best, each) => (Math.abs(each.r) > Math.abs(best.r) ? each : best));
}

/** Relative size below which what is left of values less their mean is rounding. */
const ROUNDING = 1e-12;

/** A series less its mean, divided so that its squares add up to 1; null when it does not vary. */
function standardised(series: ArrayLike<number>): Float64Array | null {
  const values = Float64Array.from(series);
  let [sum, largest] = [0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`a series needs a number at every step: ${value}`);
    sum += value;
    largest = Math.max(largest, Math.abs(value));
  }
  const mean = sum / values.length;
  let [squares, farthest] = [0, 0];
  for (const value of values) {
    squares += (value - mean) ** 2;
    farthest = Math.max(farthest, Math.abs(value - mean));
  }
  if (!(farthest > ROUNDING * largest)) return null;
  const scale = Math.sqrt(squares);
  return values.map((value) => (value - mean) / scale);
}

/** Σ a[t + lag]·b[t]. */
function lagged(a: Float64Array, b: Float64Array, lag: number): number {
  let sum = 0;
  for (let t = Math.max(0, -lag); t < Math.min(a.length, a.length - lag); t += 1) {
    sum += (a[t + lag] as number) * (b[t] as number);
  }
  return sum;
}
