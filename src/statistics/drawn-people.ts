/**
 * The customers behind two groups of waiting times, drawn again and again.
 */
import type { ClusteredWaits } from './quantile-ratio.ts';
import type { Random } from './random.ts';

/** The waits of a group among which the quantile of every resample lies; of the others only the number matters. */
export interface Window extends Omit<ClusteredWaits, 'quantile'> {
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
export class People {
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
