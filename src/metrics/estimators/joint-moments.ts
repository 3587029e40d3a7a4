/**
 * Sums per group and customer of several samples in one pass over their rows.
 */
import type { ClusterMoments } from '../../statistics/cluster.ts';
import type { GroupedRows, PeriodGroups } from './grouping.ts';
import type { OutcomePatterns } from './outcome-patterns.ts';
import { ABSENT } from './sample.ts';

/**
 * The moments of each group of a list of periods, per sample of the patterns.
 *
 * Rows are counted by pattern, which tells everything about customers with one row in a group. Of a customer with more,
 * the rows are added up sample by sample until the next customer appears in the group. Outcomes are whole numbers, so
 * every sum is exact in whatever order it is made.
 */
export function jointMoments(
  patterns: OutcomePatterns,
  rows: GroupedRows,
  { period, count }: PeriodGroups,
): ClusterMoments[][] {
  const tally = emptyTally(patterns, count);
  countRows(patterns, rows, period, tally);
  for (let group = 0; group < count; group++) close(patterns, tally, group);
  return patterns.samples.map((_, sample) =>
    Array.from({ length: count }, (__, group) => momentsOf(patterns, tally, group, sample)),
  );
}

/** Places of the sums over customers with several rows, per group and sample. */
const CLUSTERS = 0;
const SQUARED_SUMS = 1;
const SUM_TIMES_SIZE = 2;
const SQUARED_SIZES = 3;
const WIDTH = 4;

/** A customer's outcomes so far as one number, size + 2^26 × sum, which one addition keeps up to date. */
const SUM_UNIT = 2 ** 26;

interface JointTally {
  /** Customers with one row in the group, per group and pattern of that row. */
  readonly single: Uint32Array;
  /** Rows of customers with several, per group and pattern. */
  readonly several: Uint32Array;
  /** Sums over customers with several rows: `WIDTH` numbers per group and sample. */
  readonly sums: Float64Array;
  /** Customer of the latest row of each group. */
  readonly open: Int32Array;
  /** Pattern of that row while it is the customer's only one in the group; 0 when there are more, or none. */
  readonly only: Uint8Array;
  /** 1 where that customer has more. */
  readonly growing: Uint8Array;
  /** Sizes and sums of that customer, per group and sample. */
  readonly openSums: Float64Array;
  /** What a row adds to them, per pattern and sample. */
  readonly addend: Float64Array;
}

function emptyTally({ count, outcome, samples }: OutcomePatterns, groups: number): JointTally {
  return {
    single: new Uint32Array(groups * count),
    several: new Uint32Array(groups * count),
    sums: new Float64Array(groups * samples.length * WIDTH),
    open: new Int32Array(groups).fill(-1),
    only: new Uint8Array(groups),
    growing: new Uint8Array(groups),
    openSums: new Float64Array(groups * samples.length),
    addend: Float64Array.from(outcome, (x) => (x === ABSENT ? 0 : 1 + SUM_UNIT * x)),
  };
}

function countRows(
  patterns: OutcomePatterns,
  { customer, value, width }: GroupedRows,
  period: Int32Array,
  tally: JointTally,
): void {
  const { code, count, rows } = patterns;
  const { growing, open, only, single } = tally;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number;
    const column = value[row] as number;
    const when = period[row] as number;
    if (column < 0 || when < 0) continue;
    const group = when * width + column;
    const who = customer[row] as number;
    const pattern = code[index] as number;
    if (who >= 0 && who === open[group]) join(patterns, tally, group, pattern);
    else {
      // What `close` does, too: nearly every customer ends here, and a call would take as long as all of the rest.
      const alone = only[group] as number;
      if (alone !== 0) single[group * count + alone] = (single[group * count + alone] as number) + 1;
      else if (growing[group] === 1) close(patterns, tally, group);
      open[group] = who;
      only[group] = pattern;
    }
  }
}

/** Adds a further row of the group's open customer. */
function join(patterns: OutcomePatterns, tally: JointTally, group: number, pattern: number): void {
  const { addend, growing, only, openSums, several } = tally;
  const width = patterns.samples.length;
  const first = only[group] as number;
  const counts = group * patterns.count;
  const at = group * width;
  const further = pattern * width;
  several[counts + pattern] = (several[counts + pattern] as number) + 1;
  if (first === 0) {
    for (let sample = 0; sample < width; sample++) {
      openSums[at + sample] = (openSums[at + sample] as number) + (addend[further + sample] as number);
    }
    return;
  }
  several[counts + first] = (several[counts + first] as number) + 1;
  only[group] = 0;
  growing[group] = 1;
  for (let sample = 0; sample < width; sample++) {
    openSums[at + sample] = (addend[first * width + sample] as number) + (addend[further + sample] as number);
  }
}

/** Counts the open customer of a group, which has no further rows. */
function close(patterns: OutcomePatterns, { growing, only, openSums, single, sums }: JointTally, group: number): void {
  const pattern = only[group] as number;
  if (pattern !== 0) {
    const at = group * patterns.count + pattern;
    single[at] = (single[at] as number) + 1;
    return;
  }
  if (growing[group] === 0) return;
  growing[group] = 0;
  const width = patterns.samples.length;
  for (let sample = 0; sample < width; sample++) {
    const packed = openSums[group * width + sample] as number;
    const sum = Math.floor(packed / SUM_UNIT);
    const size = packed - sum * SUM_UNIT;
    if (size === 0) continue;
    const at = (group * width + sample) * WIDTH;
    sums[at + CLUSTERS] = (sums[at + CLUSTERS] as number) + 1;
    sums[at + SQUARED_SUMS] = (sums[at + SQUARED_SUMS] as number) + sum * sum;
    sums[at + SUM_TIMES_SIZE] = (sums[at + SUM_TIMES_SIZE] as number) + sum * size;
    sums[at + SQUARED_SIZES] = (sums[at + SQUARED_SIZES] as number) + size * size;
  }
}

function momentsOf(patterns: OutcomePatterns, tally: JointTally, group: number, sample: number): ClusterMoments {
  const { count, outcome, samples } = patterns;
  // Alone in their group, customers have size 1 and sum x.
  const alone = { n: 0, sum: 0, squares: 0 };
  const among = { n: 0, sum: 0, squares: 0 };
  for (let pattern = 1; pattern < count; pattern++) {
    const x = outcome[pattern * samples.length + sample] as number;
    if (x === ABSENT) continue;
    add(alone, tally.single[group * count + pattern] as number, x);
    add(among, tally.several[group * count + pattern] as number, x);
  }
  const at = (group * samples.length + sample) * WIDTH;
  const sums = (place: number) => tally.sums[at + place] as number;
  return {
    clusters: alone.n + sums(CLUSTERS),
    n: alone.n + among.n,
    sum: alone.sum + among.sum,
    sumOfSquares: alone.squares + among.squares,
    squaredSums: alone.squares + sums(SQUARED_SUMS),
    sumTimesSize: alone.sum + sums(SUM_TIMES_SIZE),
    squaredSizes: alone.n + sums(SQUARED_SIZES),
  };
}

function add(total: { n: number; sum: number; squares: number }, rows: number, x: number): void {
  total.n += rows;
  total.sum += rows * x;
  total.squares += rows * x * x;
}
