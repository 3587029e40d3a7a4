/**
 * Two groups of customers within strata that hold equal what the groups differ by anyway.
 */
import { type Lack, tooFew, tooShort } from '../metrics/analysis.ts';
import type { Difference } from '../metrics/definition.ts';
import { breslowDay } from '../statistics/stratified.ts';
import { stratifiedDifference } from './differences.ts';
import type { Side } from './like-with-like.ts';

/** A stratum that both groups are in: customers of each, and how many of them have the outcome. */
export interface CommonStratum {
  readonly label: string;
  readonly a: Side;
  readonly b: Side;
}

export interface StratifiedShares {
  /** In the order of their labels. */
  readonly strata: readonly CommonStratum[];
  /** Customers of each group in these strata. */
  readonly first: Side;
  readonly second: Side;
  /** Customers in strata of one group only. */
  readonly leftOut: number;
  /** The second group's share less the first's, strata held equal (Mantel and Haenszel). */
  readonly difference: Difference;
  /** Whether the test of Breslow and Day finds that strata differ in it; null where it cannot be told. */
  readonly uneven: boolean | null;
}

/** Fewest customers of each group, and fewest strata that both are in. */
export const FEWEST = { side: 30, strata: 3 } as const;

const SIGNIFICANT = 0.05;

/** Counts customers by stratum and group, one at a time. */
export class StrataTally {
  readonly #cells = new Map<string, [n: number, sum: number][]>();

  add(label: string, group: 0 | 1, outcome: number): void {
    const sides = this.#cells.get(label) ?? [
      [0, 0],
      [0, 0],
    ];
    const side = sides[group] as [number, number];
    side[0] += 1;
    side[1] += outcome;
    this.#cells.set(label, sides);
  }

  /**
   * The shares of both groups, strata held equal; or what they lack.
   *
   * @param names of the groups, plural, to stand after a count: `customers with one department`.
   */
  shares(names: readonly [a: string, b: string]): StratifiedShares | Lack {
    const all = [...this.#cells].map(([label, [a, b]]): CommonStratum => ({ label, a: sideOf(a), b: sideOf(b) }));
    const strata = all
      .filter(({ a, b }) => a.n > 0 && b.n > 0)
      .sort((one, other) => (one.label < other.label ? -1 : 1));
    const [first, second] = [totalOf(strata, 'a'), totalOf(strata, 'b')];
    for (const [index, { n }] of [first, second].entries()) {
      if (n < FEWEST.side) return tooFew(FEWEST.side, names[index] as string, n);
    }
    if (strata.length < FEWEST.strata)
      return tooShort(FEWEST.strata, `kinds of cases with ${names.join(' and ')}`, strata.length);
    const difference = stratifiedDifference(strata);
    if (difference === null) return { lacks: 'all outcomes are alike' };
    const test = breslowDay(strata);
    return {
      strata,
      first,
      second,
      leftOut: totalOf(all, 'a').n + totalOf(all, 'b').n - first.n - second.n,
      difference,
      uneven: test === null ? null : test.p <= SIGNIFICANT,
    };
  }
}

function sideOf(side: readonly [n: number, sum: number] | undefined): Side {
  const [n, sum] = side ?? [0, 0];
  return { n, sum };
}

function totalOf(strata: readonly CommonStratum[], group: 'a' | 'b'): Side {
  return strata.reduce(({ n, sum }, { [group]: side }) => ({ n: n + side.n, sum: sum + side.sum }), { n: 0, sum: 0 });
}
