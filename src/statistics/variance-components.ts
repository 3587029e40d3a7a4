/**
 * How much of the variance of values lies between groups of them.
 */
import { chiSquareUpperP, fQuantile, fUpperP, tail } from './distribution.ts';
import type { Interval } from './interval.ts';

/** The values of one group, added up. */
export interface GroupSums {
  readonly n: number;
  /** Σ x. */
  readonly sum: number;
  /** Σ x². */
  readonly sumOfSquares: number;
}

/** The one-way analysis of variance of groups and what follows from it. */
export interface VarianceComponents {
  /** Groups that hold a value. */
  readonly groups: number;
  readonly n: number;
  readonly betweenSquares: number;
  readonly withinSquares: number;
  /** groups − 1 and n − groups. */
  readonly betweenDegreesOfFreedom: number;
  readonly withinDegreesOfFreedom: number;
  /** Ratio of the mean squares; null when no group varies within. */
  readonly f: number | null;
  readonly p: number;
  /** SSB / SST. Positive even where groups do not differ: on average (groups − 1)/(n − 1). */
  readonly etaSquared: number;
  /** The same without that bias; below 0 when groups differ less than chance makes them. */
  readonly omegaSquared: number;
  readonly epsilonSquared: number;
  /** n0, what stands for the size of groups that differ in it: (n − Σ n_i²/n)/(groups − 1). */
  readonly groupSize: number;
  /**
   * ICC(1): the correlation of two values of one group, (MSB − MSW)/(MSB + (n0 − 1)·MSW). Below 0 it is no evidence of
   * any difference.
   */
  readonly intraclass: number;
  /** From quantiles of F, exact for groups of one size. */
  readonly intraclassInterval: Interval;
  /** The same correlation by restricted maximum likelihood, never below 0. */
  readonly intraclassReml: number;
}

/** A test that groups do not differ. */
export interface GroupTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/** Welch's test, whose statistic has a second number of degrees of freedom. */
export interface WelchTest extends GroupTest {
  readonly denominatorDegreesOfFreedom: number;
}

/** Relative size below which a sum of squares is rounding and not variation. */
const ROUNDING = 1e-12;

/**
 * One-way analysis of variance from the sums of the groups; groups without values are passed over.
 *
 * Sources: Hays (1963) for ω², Kelley (1935) for ε², Searle (1971) for n0 and the F interval of the ICC.
 *
 * @returns null with fewer than two groups, with one value in each, or when no value differs from another.
 */
export function varianceComponents(groups: readonly GroupSums[], confidence = 0.95): VarianceComponents | null {
  const held = groups.filter(({ n }) => n > 0);
  const n = total(held, (group) => group.n);
  const k = held.length;
  if (k < 2 || n === k) return null;
  const grandMean = total(held, (group) => group.sum) / n;
  const betweenSquares = total(held, (group) => group.n * (group.sum / group.n - grandMean) ** 2);
  const withinSquares = total(held, squaresWithin);
  const totalSquares = betweenSquares + withinSquares;
  if (totalSquares <= ROUNDING * total(held, (group) => group.sumOfSquares)) return null;
  const betweenDegreesOfFreedom = k - 1;
  const withinDegreesOfFreedom = n - k;
  const between = betweenSquares / betweenDegreesOfFreedom;
  const within = withinSquares / withinDegreesOfFreedom;
  const groupSize = (n - total(held, (group) => group.n ** 2) / n) / betweenDegreesOfFreedom;
  // An infinite F: all that varies, varies between groups.
  const ratio = within > 0 ? between / within : Number.POSITIVE_INFINITY;
  const outside = tail(confidence);
  const end = (p: number) =>
    intraclassOf(ratio / fQuantile(p, betweenDegreesOfFreedom, withinDegreesOfFreedom), groupSize);
  return {
    groups: k,
    n,
    betweenSquares,
    withinSquares,
    betweenDegreesOfFreedom,
    withinDegreesOfFreedom,
    f: within > 0 ? ratio : null,
    p: fUpperP(ratio, betweenDegreesOfFreedom, withinDegreesOfFreedom),
    etaSquared: betweenSquares / totalSquares,
    omegaSquared: (betweenSquares - betweenDegreesOfFreedom * within) / (totalSquares + within),
    epsilonSquared: (betweenSquares - betweenDegreesOfFreedom * within) / totalSquares,
    groupSize,
    intraclass: intraclassOf(ratio, groupSize),
    intraclassInterval: { low: end(1 - outside), high: end(outside) },
    intraclassReml: remlIntraclass(held, withinSquares),
  };
}

/**
 * Welch's test that the means of groups are equal, whose variances need not be.
 *
 * Source: Welch (1951).
 *
 * @returns null with fewer than two groups, or when a group has fewer than two values or does not vary.
 */
export function welchOneWay(groups: readonly GroupSums[]): WelchTest | null {
  const held = groups.filter(({ n }) => n > 0);
  const k = held.length;
  if (k < 2 || held.some((group) => group.n < 2 || squaresWithin(group) === 0)) return null;
  const weights = held.map((group) => (group.n * (group.n - 1)) / squaresWithin(group));
  const means = held.map((group) => group.sum / group.n);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const mean = weights.reduce((all, weight, at) => all + weight * (means[at] as number), 0) / sum;
  const between = weights.reduce((all, weight, at) => all + weight * ((means[at] as number) - mean) ** 2, 0) / (k - 1);
  const spread = held.reduce((all, group, at) => all + (1 - (weights[at] as number) / sum) ** 2 / (group.n - 1), 0);
  const statistic = between / (1 + (2 * (k - 2) * spread) / (k * k - 1));
  const denominatorDegreesOfFreedom = (k * k - 1) / (3 * spread);
  return {
    statistic,
    degreesOfFreedom: k - 1,
    denominatorDegreesOfFreedom,
    p: fUpperP(statistic, k - 1, denominatorDegreesOfFreedom),
  };
}

/**
 * The Kruskal–Wallis test that no group tends to higher values than another, by ranks, corrected for ties.
 *
 * @param groupOfValue a whole number from 0 for each value; numbers may be missing.
 * @returns null with fewer than two groups or when no value differs from another.
 * @throws RangeError when the lengths differ or a value is NaN.
 */
export function kruskalWallis(values: ArrayLike<number>, groupOfValue: ArrayLike<number>): GroupTest | null {
  const n = values.length;
  if (groupOfValue.length !== n)
    throw new RangeError(`${n} values and ${groupOfValue.length} groups do not go together`);
  const ordered = Float64Array.from(values).sort();
  if (Number.isNaN(ordered[n - 1])) throw new RangeError('a value that is not a number has no rank');
  const ranks = new Map<number, number>();
  let ties = 0;
  for (let from = 0; from < n; ) {
    const value = ordered[from] as number;
    let to = from;
    while (to < n && ordered[to] === value) to += 1;
    ranks.set(value, (from + to + 1) / 2);
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  const sizes: number[] = [];
  const rankSums: number[] = [];
  for (let at = 0; at < n; at += 1) {
    const group = groupOfValue[at] as number;
    sizes[group] = (sizes[group] ?? 0) + 1;
    rankSums[group] = (rankSums[group] ?? 0) + (ranks.get(values[at] as number) as number);
  }
  const held = Object.keys(sizes).map(Number);
  if (held.length < 2 || ranks.size < 2) return null;
  const middle = (n + 1) / 2;
  const between = held.reduce((sum, group) => {
    const size = sizes[group] as number;
    return sum + size * ((rankSums[group] as number) / size - middle) ** 2;
  }, 0);
  const statistic = ((12 / (n * (n + 1))) * between) / (1 - ties / (n ** 3 - n));
  return { statistic, degreesOfFreedom: held.length - 1, p: chiSquareUpperP(statistic, held.length - 1) };
}

/**
 * ICC(1) alone, without its interval, for every one of many resamples.
 *
 * @returns null with fewer than two groups, with one value in each, or when no value differs from another.
 */
export function intraclassCorrelation(groups: readonly GroupSums[]): number | null {
  let [k, n, sum, squaredSizes, between, within] = [0, 0, 0, 0, 0, 0];
  for (const group of groups) {
    if (group.n === 0) continue;
    k += 1;
    n += group.n;
    sum += group.sum;
    squaredSizes += group.n ** 2;
    between += group.sum ** 2 / group.n;
    within += squaresWithin(group);
  }
  if (k < 2 || n === k) return null;
  const groupSize = (n - squaredSizes / n) / (k - 1);
  const betweenMean = Math.max(0, between - sum ** 2 / n) / (k - 1);
  const withinMean = within / (n - k);
  if (withinMean === 0) return betweenMean === 0 ? null : 1;
  return intraclassOf(betweenMean / withinMean, groupSize);
}

/** ICC(1) from the ratio of the mean squares; 1 when it is infinite. */
function intraclassOf(ratio: number, groupSize: number): number {
  return ratio === Number.POSITIVE_INFINITY ? 1 : (ratio - 1) / (ratio + groupSize - 1);
}

/**
 * ICC at the maximum of the restricted likelihood of a model with random groups: the root of its derivative over λ, the
 * variance between groups in units of that within, found by bisection.
 */
function remlIntraclass(groups: readonly GroupSums[], withinSquares: number): number {
  if (withinSquares === 0) return 1;
  const n = total(groups, (group) => group.n);
  const slope = (lambda: number): number => {
    const weight = (group: GroupSums) => group.n / (1 + group.n * lambda);
    const weights = total(groups, weight);
    const mean = total(groups, (group) => weight(group) * (group.sum / group.n)) / weights;
    const squares = withinSquares + total(groups, (group) => weight(group) * (group.sum / group.n - mean) ** 2);
    const weighted = total(groups, (group) => (weight(group) * (group.sum / group.n - mean)) ** 2);
    return (
      total(groups, weight) - total(groups, (group) => weight(group) ** 2) / weights - ((n - 1) * weighted) / squares
    );
  };
  if (slope(0) >= 0) return 0;
  let high = 1;
  while (slope(high) < 0) high *= 2;
  let low = 0;
  // Each step wins a bit; after 60 the bracket is as narrow as the numbers allow.
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return high / (1 + high);
}

/** Σ (x − mean)² of one group, 0 where only rounding is left. */
function squaresWithin({ n, sum, sumOfSquares }: GroupSums): number {
  const squares = sumOfSquares - (sum * sum) / n;
  return squares > ROUNDING * sumOfSquares ? squares : 0;
}

function total(groups: readonly GroupSums[], of: (group: GroupSums) => number): number {
  return groups.reduce((sum, group) => sum + of(group), 0);
}
