/**
 * Cases of two groups set against each other within strata, so that only like is compared with like.
 */
import type { Dataset } from '../dataset/dataset.ts';
import { dimensionColumn } from '../dataset/dimension.ts';
import type { Difference } from '../metrics/definition.ts';
import { stratifiedDifference } from './differences.ts';

/** A stratum with fewer cases of a group says too little and is left out. */
export const FEWEST_IN_STRATUM = 10;

/** Cases of customers who differ: `group` 0 = first, 1 = second; `value` 1 = has the outcome. */
export interface Cases {
  readonly customer: number[];
  /** Place in the labels; −1 = in none, which is left out. */
  readonly stratum: number[];
  readonly group: number[];
  readonly value: number[];
}

export function noCases(): Cases {
  return { customer: [], stratum: [], group: [], value: [] };
}

export interface Side {
  readonly n: number;
  /** How many of them have the outcome. */
  readonly sum: number;
}

export interface LikeWithLike {
  /** Strata that hold cases enough of both groups, in the order of the labels. */
  readonly strata: readonly { readonly label: string; readonly a: Side; readonly b: Side }[];
  /** How many strata were left out for want of cases, and how many cases with them. */
  readonly leftOut: { readonly strata: number; readonly cases: number };
  /** Cases of each group in the strata that count. */
  readonly first: Side;
  readonly second: Side;
  /** Share of the second group less that of the first, strata held equal (Mantel and Haenszel). */
  readonly difference: Difference;
}

/** Null where no stratum holds cases enough of both groups. */
export function likeWithLike(labels: readonly string[], cases: Cases): LikeWithLike | null {
  const counted = labels.map((label) => ({ label, a: { n: 0, sum: 0 }, b: { n: 0, sum: 0 } }));
  for (let at = 0; at < cases.value.length; at++) {
    const stratum = counted[cases.stratum[at] as number];
    if (stratum === undefined) continue;
    const side = cases.group[at] === 0 ? stratum.a : stratum.b;
    side.n++;
    side.sum += cases.value[at] as number;
  }
  const isEnough = ({ a, b }: (typeof counted)[number]) => Math.min(a.n, b.n) >= FEWEST_IN_STRATUM;
  const strata = counted.filter(isEnough);
  const thin = counted.filter((stratum) => !isEnough(stratum) && stratum.a.n + stratum.b.n > 0);
  const difference = stratifiedDifference(strata);
  if (difference === null) return null;
  const total = (of: 'a' | 'b') =>
    strata.reduce(({ n, sum }, { [of]: side }) => ({ n: n + side.n, sum: sum + side.sum }), { n: 0, sum: 0 });
  return {
    strata,
    leftOut: { strata: thin.length, cases: thin.reduce((sum, { a, b }) => sum + a.n + b.n, 0) },
    first: total('a'),
    second: total('b'),
    difference,
  };
}

/** Of every ticket its topic and, where the exports have it, its priority: what was known before anybody dealt with it. */
export function topicsOfTickets(dataset: Dataset): {
  readonly labels: readonly string[];
  readonly ofTicket: Int32Array;
} {
  const topic = dimensionColumn(dataset, 'tickets', 'category');
  const priority = dimensionColumn(dataset, 'tickets', 'priority');
  const rows = dataset.tickets?.rows ?? 0;
  if (topic === null) return { labels: [], ofTicket: new Int32Array(rows).fill(-1) };
  if (priority === null) return { labels: topic.values, ofTicket: topic.codes };
  return {
    labels: topic.values.flatMap((name) => priority.values.map((level) => `${name}, ${level}`)),
    ofTicket: topic.codes.map((code, row) => {
      const level = priority.codes[row] as number;
      return code < 0 || level < 0 ? -1 : code * priority.values.length + level;
    }),
  };
}
