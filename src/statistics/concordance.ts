/**
 * Concordance: whether several measures put the same things into the same order.
 */
import type { ChiSquareTest } from './contingency.ts';
import { chiSquareUpperP } from './distribution.ts';
import { type Random, shuffle } from './random.ts';
import { averageRanks } from './ranking.ts';

/** Agreement of m measures in the order of n things, with Friedman's test, χ² = m(n − 1)W. */
export interface Concordance extends ChiSquareTest {
  /** Number of measures. */
  readonly measures: number;
  /** Number of things. */
  readonly n: number;
  /** Kendall's W corrected for ties: 0 for no common order, 1 for the same. */
  readonly w: number;
  /** The same without correction, which cannot reach 1 where values are tied. */
  readonly uncorrectedW: number;
}

/** Ranks by each measure, and what their sums are scaled by. */
interface Ranking {
  readonly byMeasure: readonly Float64Array[];
  readonly n: number;
  /** Of the squares between rank sums when all measures agree. */
  readonly largest: number;
  /** The same less what ties take away. */
  readonly attainable: number;
}

/**
 * Kendall's W. Its chi-square p is good from about ten things on; below that use `concordancePermutationP`. Sources:
 * Kendall & Babington Smith (1939), Friedman (1937).
 *
 * @param measures one array per measure, with the values of the same things in the same order.
 * @returns null with fewer than two measures or things, or when each measure finds all things equal.
 * @throws RangeError unless all measures are equally long and free of NaN.
 */
export function concordance(measures: readonly ArrayLike<number>[]): Concordance | null {
  const ranking = rank(measures);
  if (ranking === null) return null;
  const { n, largest, attainable } = ranking;
  const between = squaresBetween(ranking.byMeasure, n);
  const w = Math.min(1, between / attainable);
  const degreesOfFreedom = n - 1;
  const chiSquare = measures.length * degreesOfFreedom * w;
  return {
    measures: measures.length,
    n,
    w,
    uncorrectedW: between / largest,
    chiSquare,
    degreesOfFreedom,
    p: chiSquareUpperP(chiSquare, degreesOfFreedom),
  };
}

/** Relative difference that is rounding, where the same ranks are added up in another order. */
const ROUNDING = 1e-10;

/**
 * p of W by permutation: how often measures that order the things at random agree at least as well, the observed order
 * counted among them. Null and errors as for `concordance`.
 */
export function concordancePermutationP(
  measures: readonly ArrayLike<number>[],
  random: Random,
  draws = 10_000,
): number | null {
  const ranking = rank(measures);
  if (ranking === null) return null;
  const observed = squaresBetween(ranking.byMeasure, ranking.n);
  const permuted = ranking.byMeasure.map((ranks) => ranks.slice());
  let asClose = 1;
  for (let draw = 0; draw < draws; draw++) {
    for (const ranks of permuted) shuffle(ranks, random);
    if (squaresBetween(permuted, ranking.n) >= observed * (1 - ROUNDING)) asClose += 1;
  }
  return asClose / (draws + 1);
}

function rank(measures: readonly ArrayLike<number>[]): Ranking | null {
  const m = measures.length;
  const n = measures[0]?.length ?? 0;
  for (const measure of measures) {
    if (measure.length !== n) throw new RangeError(`every measure needs every thing: ${n}, ${measure.length}`);
  }
  const ranked = measures.map(averageRanks);
  const ties = ranked.reduce((sum, ranks) => sum + ranks.ties, 0);
  const largest = (m * m * (n ** 3 - n)) / 12;
  const attainable = largest - (m * ties) / 12;
  if (m < 2 || n < 2 || attainable === 0) return null;
  return { byMeasure: ranked.map(({ ranks }) => ranks), n, largest, attainable };
}

/** Squares of the rank sums of the things about their mean. */
function squaresBetween(byMeasure: readonly Float64Array[], n: number): number {
  const mean = (byMeasure.length * (n + 1)) / 2;
  let squares = 0;
  for (let thing = 0; thing < n; thing++) {
    let sum = 0;
    for (const ranks of byMeasure) sum += ranks[thing] as number;
    squares += (sum - mean) ** 2;
  }
  return squares;
}
