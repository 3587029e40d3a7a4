/**
 * Sums per group and customer.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import type { Cell, Cells, Slice } from '../definition.ts';
import { once } from '../once.ts';
import { type GroupedRows, type PeriodGroups, valueOfRows } from './grouping.ts';
import { jointMoments } from './joint-moments.ts';
import { type OutcomePatterns, outcomePatterns } from './outcome-patterns.ts';
import { periodOfRows } from './period-of-rows.ts';
import { ABSENT, type Sample } from './sample.ts';
import { periodsKey, sliceKey } from './slice-key.ts';

/**
 * One cell per group of the slice, each from the moments of its customers.
 *
 * @param cellOf makes a figure of the moments; it is called for empty groups too.
 */
export function cellsFromMoments(
  dataset: Dataset,
  sample: Sample,
  slice: Slice,
  cellOf: (moments: ClusterMoments) => Cell,
): Cells {
  const { values } = valueOfRows(dataset, sample.table, slice);
  return { values, cells: momentsOf(dataset, sample, slice).map(cellOf) };
}

/** Moments per sample and slice; metrics that share a sample, and pages that ask again, share them. */
const known = once((_sample: Sample) => new Map<string, readonly ClusterMoments[]>());

function momentsOf(dataset: Dataset, sample: Sample, slice: Slice): readonly ClusterMoments[] {
  asked(dataset).add(sample);
  const key = sliceKey(slice);
  const found = known(sample).get(key);
  if (found !== undefined) return found;
  const own = periodsKey(slice.periods);
  const lists = [slice.periods, ...(slice.together ?? []).filter((periods) => periodsKey(periods) !== own)];
  const { value, values } = valueOfRows(dataset, sample.table, slice);
  const rows = { customer: dataset[sample.table]?.customer ?? new Int32Array(0), value, width: values.length };
  for (const periods of lists) {
    const groups = { period: periodOfRows(sample.at, periods), count: periods.length * values.length };
    keep(dataset, sample, { ...slice, periods }, rows, groups);
  }
  return known(sample).get(key) as readonly ClusterMoments[];
}

/** Samples that some metric has asked for: what is wanted `together` of one will be wanted of the others. */
const asked = once((_dataset: Dataset) => new Set<Sample>());

/** Computes one list of periods of a slice, for the sample and for those that can be counted in the same pass. */
function keep(dataset: Dataset, sample: Sample, slice: Slice, rows: GroupedRows, groups: PeriodGroups): void {
  const key = sliceKey(slice);
  if (groups.count === 0 || !hasOutcomes(sample)) {
    known(sample).set(key, groups.count === 0 ? [] : momentsByGroup(countedRows(sample), rows, groups));
    return;
  }
  const mates = slice.together === undefined ? [] : [...asked(dataset)].filter(hasOutcomes);
  const joint = [sample, ...mates.filter((other) => other !== sample && other.at === sample.at)].filter(
    (other) => !known(other).has(key),
  );
  for (const patterns of patternsOf(joint)) {
    for (const [index, moments] of jointMoments(patterns, rows, groups).entries()) {
      known(joint[patterns.samples[index] as number] as Sample).set(key, moments);
    }
  }
}

type OutcomeSample = Sample & { readonly values: Int8Array };

function hasOutcomes(sample: Sample): sample is OutcomeSample {
  return sample.values instanceof Int8Array;
}

const latestPatterns = once((_at: Float64Array) => ({
  samples: [] as readonly Sample[],
  patterns: [] as readonly OutcomePatterns[],
}));

/** The patterns of the samples, which are mostly those of the request before. */
function patternsOf(samples: readonly OutcomeSample[]): readonly OutcomePatterns[] {
  const [first] = samples;
  if (first === undefined) return [];
  const latest = latestPatterns(first.at);
  if (samples.length !== latest.samples.length || samples.some((sample, index) => sample !== latest.samples[index])) {
    latest.samples = samples;
    latest.patterns = outcomePatterns(samples.map(({ values }) => values));
  }
  return latest.patterns;
}

/** The rows of a sample that count, in the order of their customers. */
export interface CountedRows {
  readonly row: Int32Array;
  readonly value: Sample['values'];
}

const counted = new WeakMap<Sample, CountedRows>();

/** Most samples count few of a table's rows: those are picked out once. */
export function countedRows(sample: Sample): CountedRows {
  let rows = counted.get(sample);
  if (rows === undefined) {
    rows = pickCounted(sample.values);
    counted.set(sample, rows);
  }
  return rows;
}

function pickCounted(values: Sample['values']): CountedRows {
  let count = 0;
  for (let row = 0; row < values.length; row++) if (isCounted(values[row] as number)) count++;
  const row = new Int32Array(count);
  const value = values instanceof Int8Array ? new Int8Array(count) : new Float64Array(count);
  for (let from = 0, to = 0; from < values.length; from++) {
    const x = values[from] as number;
    if (!isCounted(x)) continue;
    row[to] = from;
    value[to++] = x;
  }
  return { row, value };
}

function isCounted(value: number): boolean {
  return !Number.isNaN(value) && value !== ABSENT;
}

/** Places of the sums of one group; they lie side by side, which halves the time that memory takes. */
const CLUSTERS = 0;
const N = 1;
const SUM = 2;
const SUM_OF_SQUARES = 3;
const SQUARED_SUMS = 4;
const SUM_TIMES_SIZE = 5;
const SQUARED_SIZES = 6;
/** The customer whose rows are being added up, and what they come to so far. */
const OPEN_SIZE = 7;
const OPEN_SUM = 8;
const WIDTH = 9;

/**
 * The moments of each group, with the customer as the cluster.
 *
 * Rows must stand in the order of their customers. A customer's rows in one group then follow each other among the
 * rows of that group, so each group folds its open customer when the next one appears: one pass, nothing allocated.
 */
export function momentsByGroup(
  { row: table, value: answers }: CountedRows,
  { customer, value, width }: GroupedRows,
  { period, count }: PeriodGroups,
): ClusterMoments[] {
  const sums = new Float64Array(count * WIDTH);
  const open = new Int32Array(count).fill(-1);
  for (let index = 0; index < table.length; index++) {
    const row = table[index] as number;
    const column = value[row] as number;
    const when = period[row] as number;
    if (column < 0 || when < 0) continue;
    const group = when * width + column;
    const at = group * WIDTH;
    const x = answers[index] as number;
    sums[at + SUM_OF_SQUARES] = (sums[at + SUM_OF_SQUARES] as number) + x * x;
    const who = customer[row] as number;
    if (who >= 0 && who === open[group]) {
      sums[at + OPEN_SIZE] = (sums[at + OPEN_SIZE] as number) + 1;
      sums[at + OPEN_SUM] = (sums[at + OPEN_SUM] as number) + x;
    } else {
      fold(sums, at);
      open[group] = who;
      sums[at + OPEN_SIZE] = 1;
      sums[at + OPEN_SUM] = x;
    }
  }
  return groupsOf(sums);
}

function groupsOf(sums: Float64Array): ClusterMoments[] {
  return Array.from({ length: sums.length / WIDTH }, (_, group) => {
    const at = group * WIDTH;
    fold(sums, at);
    return {
      clusters: sums[at + CLUSTERS] as number,
      n: sums[at + N] as number,
      sum: sums[at + SUM] as number,
      sumOfSquares: sums[at + SUM_OF_SQUARES] as number,
      squaredSums: sums[at + SQUARED_SUMS] as number,
      sumTimesSize: sums[at + SUM_TIMES_SIZE] as number,
      squaredSizes: sums[at + SQUARED_SIZES] as number,
    };
  });
}

/** Adds the open customer to the sums of the group that begin at `at`. */
function fold(sums: Float64Array, at: number): void {
  const size = sums[at + OPEN_SIZE] as number;
  if (size === 0) return;
  const total = sums[at + OPEN_SUM] as number;
  sums[at + CLUSTERS] = (sums[at + CLUSTERS] as number) + 1;
  sums[at + N] = (sums[at + N] as number) + size;
  sums[at + SUM] = (sums[at + SUM] as number) + total;
  sums[at + SQUARED_SUMS] = (sums[at + SQUARED_SUMS] as number) + total * total;
  sums[at + SUM_TIMES_SIZE] = (sums[at + SUM_TIMES_SIZE] as number) + total * size;
  sums[at + SQUARED_SIZES] = (sums[at + SQUARED_SIZES] as number) + size * size;
}
