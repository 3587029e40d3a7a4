/**
 * Bootstrap of customers for the ratio of two quantiles of waiting times.
 */
import { RESAMPLES } from './bootstrap.ts';
import { normalCritical, normalTwoSidedP, tail } from './distribution.ts';
import type { ClusteredWaits, LogRatio } from './quantile-ratio.ts';
import { type Random, seededRandom } from './random.ts';
import { remembered } from './remembered.ts';

/** After so many resamples it is decided whether more can matter. */
const FIRST_LOOK = 500;

/** A p above this after the first look is not below any level that decides something after the last. */
const CLEARLY_LARGE = 0.2;

/** A p below this after the first look is below every level after the last, in whatever family. */
const CLEARLY_SMALL = 1e-6;

/**
 * The logarithm of the ratio b / a with percentile intervals over 2,000 resamples, in each of which every customer of
 * either group is drawn a Poisson(1) number of times, on both sides alike. p is that of the log ratio over the standard
 * error which the 95% interval implies, its width over 2 × 1.96: counting resamples beyond 0 could not give a p small
 * enough for a family of a hundred comparisons. Where p is clearly large (above 0.2) or clearly small
 * (below one in a million), 500 resamples do.
 *
 * A resample in which neither quantile exists could lie on either side of everything: half of them are put on each.
 *
 * @param clusters number of customers in both groups together.
 * @param share 0.5 for medians.
 */
export const bootstrapQuantileRatio = remembered(
  'quantile ratio',
  (
    a: ClusteredWaits,
    b: ClusteredWaits,
    { clusters, share, seed }: { readonly clusters: number; readonly share: number; readonly seed: number },
  ): LogRatio => {
    const random = seededRandom(seed);
    const people = new People([a, b], clusters, share);
    const draws = new Float64Array(RESAMPLES);
    const logRatio = Math.log(b.quantile / a.quantile);
    for (let resample = 0; resample < RESAMPLES; resample++) {
      people.draw(random);
      const drawn = Math.log(quantileOf(people, 1, share) / quantileOf(people, 0, share));
      const eitherSide = resample % 2 === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      draws[resample] = Number.isNaN(drawn) ? eitherSide : drawn;
      if (resample + 1 === FIRST_LOOK) {
        const early = summary(draws.slice(0, FIRST_LOOK), logRatio);
        if (early.p > CLEARLY_LARGE || early.p < CLEARLY_SMALL) return early;
      }
    }
    return summary(draws, logRatio);
  },
);

function summary(draws: Float64Array, logRatio: number): LogRatio {
  const sorted = draws.sort();
  const [low, high] = ends(sorted, 0.95);
  const [low90, high90] = ends(sorted, 0.9);
  const standardError = (high - low) / (2 * normalCritical(0.95));
  return { logRatio, low, high, low90, high90, p: ratioP(logRatio, standardError, draws.length) };
}

/** Order statistics: infinite draws cannot be interpolated. */
function ends(sorted: Float64Array, confidence: number): readonly [low: number, high: number] {
  const rank = Math.floor((sorted.length + 1) * tail(confidence));
  return [sorted[rank - 1] as number, sorted[sorted.length - rank] as number];
}

/** Where all resamples agree, that they do is all that is known. */
function ratioP(logRatio: number, standardError: number, resamples: number): number {
  if (logRatio === 0) return 1;
  return standardError === 0 ? 2 / (resamples + 1) : normalTwoSidedP(logRatio / standardError);
}

/** The waits of a group among which the quantile of every resample lies; of the others only the number matters. */
interface Window extends Omit<ClusteredWaits, 'quantile'> {
  /** So many of the shortest waits lie before it. */
  readonly start: number;
  /** So many of the first waits of the window ended, every one: among them survival is a count. */
  readonly whole: number;
}

/** Standard errors of the rank on either side that the window takes in; what lies beyond counts as its edge. */
const REACH = 5;

function windowOf({ times, ended, cluster, interpolated }: ClusteredWaits, size: Int32Array, share: number): Window {
  const n = times.length;
  const squares = size.reduce((sum, one) => sum + one * one, 0);
  const reach = Math.ceil(REACH * Math.sqrt(share * (1 - share) * squares)) + 1;
  const firstRunning = ended.indexOf(0) < 0 ? n : ended.indexOf(0);
  const [low, high] = [Math.floor(share * n) - reach, Math.ceil(share * n) + reach];
  // From the first running wait on, the curve depends on the order of all that follow.
  const start = Math.max(0, Math.min(low, firstRunning));
  const end = Math.min(n, high <= firstRunning ? high : n);
  return {
    times: times.subarray(start, end),
    ended: ended.subarray(start, end),
    cluster: cluster.subarray(start, end),
    interpolated,
    start,
    whole: Math.min(end, firstRunning) - start,
  };
}

/** Number of each customer's waits. */
function sizesOf(cluster: Int32Array, clusters: number): Int32Array {
  const size = new Int32Array(clusters);
  for (const who of cluster) size[who] = (size[who] as number) + 1;
  return size;
}

/** So many who are alike are a crowd. */
const MANY = 12;

/** How a customer counts: so many waits of either group, and so many of them before its window. */
type Counts = readonly [sizeA: number, belowA: number, sizeB: number, belowB: number];

/**
 * The customers of both groups, and how often each is drawn.
 *
 * Customers without a wait in either window differ in nothing but a few counts. Those who are alike are drawn together:
 * the sum of many Poisson(1) numbers is as good as a normal number with their number as its mean and variance. That
 * leaves few to be drawn one by one.
 */
class People {
  /** Windows whose customers are numbered by their place in `weight`. */
  readonly windows: readonly [Window, Window];
  /** Draws of each customer with a wait in a window. */
  readonly weight: Int32Array;
  /** Waits drawn of either group, and those of them before its window. */
  readonly total = new Float64Array(2);
  readonly below = new Float64Array(2);
  readonly #words: Uint32Array;
  readonly #alone: PackedCounts;
  readonly #crowds: PackedCounts;
  readonly #members: Float64Array;

  constructor(groups: readonly [ClusteredWaits, ClusteredWaits], clusters: number, share: number) {
    const { windows, single, crowds } = tellApart(groups, clusters, share);
    this.windows = windows;
    this.weight = new Int32Array(single.length + (single.length % 2));
    this.#words = new Uint32Array(this.weight.length / 2);
    this.#alone = packed(single, this.weight.length);
    this.#crowds = packed(
      crowds.map(({ counts }) => counts),
      crowds.length,
    );
    this.#members = Float64Array.from(crowds, ({ members }) => members);
  }

  draw(random: Random): void {
    random.fill(this.#words);
    drawEach(this.weight, this.#words);
    const members = this.#members;
    let ofA = weighed(this.weight, this.#alone.a);
    let ofB = weighed(this.weight, this.#alone.b);
    for (let crowd = 0; crowd < members.length; crowd++) {
      const size = members[crowd] as number;
      const times = Math.max(0, Math.round(size + Math.sqrt(size) * random.normal()));
      ofA += times * (this.#crowds.a[crowd] as number);
      ofB += times * (this.#crowds.b[crowd] as number);
    }
    this.below[0] = Math.floor(ofA / BELOW_UNIT);
    this.total[0] = ofA % BELOW_UNIT;
    this.below[1] = Math.floor(ofB / BELOW_UNIT);
    this.total[1] = ofB % BELOW_UNIT;
  }
}

/** Both counts of a group as one number, size + 2^26 × below, which one multiplication weights together. */
const BELOW_UNIT = 2 ** 26;

/** Of either group both counts of everybody. */
interface PackedCounts {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** Nobody stands behind those that are left. */
function packed(counts: readonly Counts[], length: number): PackedCounts {
  const [a, b] = [new Float64Array(length), new Float64Array(length)];
  for (const [at, [sizeA, belowA, sizeB, belowB]] of counts.entries()) {
    a[at] = sizeA + BELOW_UNIT * belowA;
    b[at] = sizeB + BELOW_UNIT * belowB;
  }
  return { a, b };
}

/** Customers who differ, and crowds of those who are alike. */
interface ToldApart {
  readonly windows: readonly [Window, Window];
  readonly single: readonly Counts[];
  readonly crowds: readonly { readonly counts: Counts; readonly members: number }[];
}

function tellApart(groups: readonly [ClusteredWaits, ClusteredWaits], clusters: number, share: number): ToldApart {
  const sizes = groups.map(({ cluster }) => sizesOf(cluster, clusters)) as [Int32Array, Int32Array];
  const windows = groups.map((waits, side) => windowOf(waits, sizes[side] as Int32Array, share)) as [Window, Window];
  const belows = groups.map(({ cluster }, side) =>
    sizesOf(cluster.subarray(0, (windows[side] as Window).start), clusters),
  ) as [Int32Array, Int32Array];
  const countsOf = (who: number) =>
    [sizes[0][who], belows[0][who], sizes[1][who], belows[1][who]] as readonly unknown[] as Counts;

  const place = new Int32Array(clusters).fill(-1);
  const single: Counts[] = [];
  const renumbered = windows.map((window) => ({
    ...window,
    cluster: window.cluster.map((who) => {
      if (place[who] === -1) place[who] = single.push(countsOf(who)) - 1;
      return place[who] as number;
    }),
  })) as [Window, Window];
  const others: Counts[] = [];
  for (let who = 0; who < clusters; who++) if (place[who] === -1) others.push(countsOf(who));
  const crowds: { readonly counts: Counts; readonly members: number }[] = [];
  for (const [, alike] of Map.groupBy(others, (counts) => counts.join())) {
    if (alike.length < MANY) single.push(...alike);
    else crowds.push({ counts: alike[0] as Counts, members: alike.length });
  }
  return { windows: renumbered, single, crowds };
}

/** Draws everybody, two of them by each word. */
function drawEach(weight: Int32Array, words: Uint32Array): void {
  for (let word = 0; word < words.length; word++) {
    const bits = words[word] as number;
    weight[2 * word] = POISSON_ONE[bits & 0xffff] as number;
    weight[2 * word + 1] = POISSON_ONE[bits >>> 16] as number;
  }
}

function weighed(weight: Int32Array, counts: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weight.length; at++) sum += (weight[at] as number) * (counts[at] as number);
  return sum;
}

/** Poisson(1) numbers by the 16 bits that choose them: half a random number each, which saves half the time. */
const POISSON_ONE = poissonOneTable();

function poissonOneTable(): Uint8Array {
  const table = new Uint8Array(2 ** 16);
  let probability = Math.exp(-1);
  let cumulated = probability;
  let from = 0;
  for (let count = 0; from < table.length && count < 12; count++) {
    const to = count === 11 ? table.length : Math.round(cumulated * table.length);
    table.fill(count, from, to);
    from = to;
    probability /= count + 1;
    cumulated += probability;
  }
  return table;
}

/** The quantile of a group in a resample; NaN where nobody was drawn. */
function quantileOf({ windows, weight, total, below }: People, side: 0 | 1, share: number): number {
  const window = windows[side];
  const drawn = { total: total[side] as number, below: below[side] as number, weight };
  if (drawn.total === 0) return Number.NaN;
  return window.interpolated ? interpolated(window, drawn, share) : onCurve(window, drawn, share);
}

interface Drawn {
  readonly total: number;
  readonly below: number;
  readonly weight: Int32Array;
}

/** Type 7 of the waits, each as often as its customer was drawn. */
function interpolated({ times, cluster }: Window, { total, below, weight }: Drawn, share: number): number {
  const last = times.length - 1;
  const position = (total - 1) * share;
  const place = Math.floor(position);
  let index = 0;
  let drawn = below + (weight[cluster[0] as number] as number);
  // The wait at a place, counted from 0, is the first by which more than that many are drawn.
  while (drawn <= place && index < last) drawn += weight[cluster[++index] as number] as number;
  const low = times[index] as number;
  if (position === place) return low;
  while (drawn <= place + 1 && index < last) drawn += weight[cluster[++index] as number] as number;
  return low + ((times[index] as number) - low) * (position - place);
}

/** Survival may miss a round number by the rounding of its products. */
const ON_THE_LINE = 1e-9;

/**
 * The first time at which survival is below 1 − share, the middle of the step where it lies exactly there; infinite
 * when it never is.
 */
function onCurve({ times, ended, cluster, whole }: Window, { total, below, weight }: Drawn, share: number): number {
  const line = share * total;
  const target = 1 - share;
  let drawn = below;
  let index = 0;
  for (; index < whole; index++) {
    drawn += weight[cluster[index] as number] as number;
    if (drawn < line) continue;
    if (drawn > line) return times[index] as number;
    break;
  }
  let survival = 1 - drawn / total;
  let reached = index < whole ? (times[index++] as number) : null;
  let risk = total - drawn;
  for (; index < times.length; index++) {
    const often = weight[cluster[index] as number] as number;
    if (often === 0) continue;
    if (ended[index] === 1) {
      if (reached !== null) return (reached + (times[index] as number)) / 2;
      survival *= (risk - often) / risk;
      if (survival < target - ON_THE_LINE) return times[index] as number;
      if (survival <= target + ON_THE_LINE) reached = times[index] as number;
    }
    risk -= often;
  }
  return Number.POSITIVE_INFINITY;
}
