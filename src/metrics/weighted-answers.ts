/**
 * An answer figure as it is and weighted, over the same answers (B17).
 */
import type { Period } from '../calendar/period.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { type Blocks, bootstrapRatio, clusterBlocks, RESAMPLES } from '../statistics/bootstrap.ts';
import type { ClusterMoments } from '../statistics/cluster.ts';
import type { Interval } from '../statistics/interval.ts';
import { type Margin, rake } from '../statistics/raking.ts';
import { seededRandom } from '../statistics/random.ts';
import { kishDesignEffect, weightedMean } from '../statistics/weights.ts';
import { bootstrapWeightedMean } from '../statistics/weights-bootstrap.ts';
import { type Lack, tooFew } from './analysis.ts';
import type { Cell } from './definition.ts';
import { valueOfRows } from './estimators/grouping.ts';
import { momentsByGroup } from './estimators/moments.ts';
import { periodOfRows } from './estimators/period-of-rows.ts';
import { ABSENT, type Sample } from './estimators/sample.ts';
import { Tally } from './estimators/tally.ts';
import { type Basis, type Frame, frameFor, type Kinds } from './weighting-frame.ts';

/** Fewest answers to weight at all, and fewest customers of a kind to stand for it. */
export const FEWEST_ANSWERS = 100;
export const FEWEST_OF_KIND = 10;

/** Where margins can be met in fewer resamples than this, the interval would be of those that happen to meet them. */
const ENOUGH_RESAMPLES = 0.9;

const SEED = 17;

/** Customers are drawn in so many groups of equal size, which give a standard error to about 4%. */
const BLOCKS = 400;

/** A margin that was met. */
export interface MetMargin {
  /** A dimension, `wait` or `reopened`. */
  readonly name: string;
  /** Values with too few customers, taken together as all others. */
  readonly merged: readonly string[];
}

export interface WeightedAnswers {
  readonly basis: Basis;
  readonly period: Period;
  /** Answers that are weighted, and their customers. */
  readonly n: number;
  readonly customers: number;
  /** Answers of the period that are not weighted, and their customers. */
  readonly leftOut: { readonly n: number; readonly customers: number };
  /** Of these answers as they are. */
  readonly unweighted: Cell;
  readonly weighted: Interval & { readonly value: number };
  /** The design effect of unequal weights, and as many equally weighted answers as would tell as much (Kish 1965). */
  readonly designEffect: number;
  readonly effectiveN: number;
  /** In mean weights. */
  readonly largestWeight: number;
  /** Answers whose weight was cut to the cap. */
  readonly capped: number;
  /** None where weights are given. */
  readonly margins: readonly MetMargin[];
}

/** What is asked, and how a figure is made of the answers. */
export interface WeightedQuestion {
  /** Outcomes that are 1, 0 or −1. */
  readonly sample: Sample;
  readonly cellOf: (moments: ClusterMoments) => Cell;
  /** The figure in units of the mean outcome: 100 for a net score, 1 for a share. */
  readonly scale: number;
}

/** The figure of a period as it is and weighted, or what is lacking for it; null when nobody answers the question. */
export function weightedAnswers(
  dataset: Dataset,
  { sample, cellOf, scale }: WeightedQuestion,
  period: Period,
): WeightedAnswers | Lack | null {
  const counted = answersOf(dataset, sample);
  if (!counted.includes(1)) return null;
  const frame = frameFor(dataset, counted, period);
  if (frame === null) {
    return {
      lacks:
        'it needs population margins, weights of the answers, or solved tickets or segments of customers for whom most answers can stand; these data have none',
    };
  }
  const ofPeriod = rowsOf(counted, periodOfRows(sample.at, [period]));
  const isWeighted = (row: number) =>
    frame.includes[row] === 1 && frame.kinds.every(({ codes }) => (codes[row] as number) >= 0);
  const rows = ofPeriod.filter(isWeighted);
  if (rows.length < FEWEST_ANSWERS) return tooFew(FEWEST_ANSWERS, 'answers that can be weighted', rows.length);
  const values = new Int8Array(rows.length);
  for (let index = 0; index < rows.length; index++) values[index] = sample.values[rows[index] as number] as number;
  const answers: Answers = { rows, values, blocks: blocksOf(dataset, rows), dataset };
  const weighted = frame.basis === 'given' ? withGivenWeights(answers) : withRakedWeights(answers, frame);
  if ('lacks' in weighted) return weighted;
  const unweighted = cellOf(momentsOf(answers));
  const { value, low, high, ...rest } = weighted;
  return {
    basis: frame.basis,
    period,
    n: rows.length,
    customers: unweighted.customers,
    leftOut: tallyOf(
      dataset,
      ofPeriod.filter((row) => !isWeighted(row)),
    ),
    unweighted,
    weighted: { value: scale * value, low: scale * low, high: scale * high },
    ...rest,
  };
}

type Weighted = Interval & { readonly value: number } & Pick<
    WeightedAnswers,
    'designEffect' | 'effectiveN' | 'largestWeight' | 'capped' | 'margins'
  >;

/** Answers of a period that are weighted; `blocks` are of the rows picked out. */
interface Answers {
  readonly dataset: Dataset;
  readonly rows: Int32Array;
  readonly values: Int8Array;
  readonly blocks: Blocks;
}

/** 1 for each response that answers the question; answers to items are no answers to it. */
function answersOf(dataset: Dataset, sample: Sample): Uint8Array {
  const { value } = valueOfRows(dataset, sample.table, { periods: [], dimension: null, where: {} });
  const answers = new Uint8Array(value.length);
  for (let row = 0; row < answers.length; row++) {
    const isOne = (value[row] as number) >= 0 && sample.values[row] !== ABSENT && !Number.isNaN(sample.at[row]);
    answers[row] = isOne ? 1 : 0;
  }
  return answers;
}

/** Rows that are counted and lie in the first of the periods. */
function rowsOf(counted: Uint8Array, period: Int32Array): Int32Array {
  const rows = new Int32Array(counted.length);
  let count = 0;
  for (let row = 0; row < counted.length; row++) {
    // Written always and counted when it stays: a branch that nobody can foresee would take longer.
    rows[count] = row;
    count += counted[row] === 1 && period[row] === 0 ? 1 : 0;
  }
  return rows.slice(0, count);
}

function tallyOf({ responses }: Dataset, rows: Int32Array): { readonly n: number; readonly customers: number } {
  const tally = new Tally(1);
  for (const row of rows) tally.add(0, responses?.customer[row] ?? -1);
  return tally.at(0);
}

function blocksOf({ responses, customerCount }: Dataset, rows: Int32Array): Blocks {
  const owner = responses?.customer ?? new Int32Array(0);
  // Rows without a customer are customers of their own, numbered after all others.
  const customers = rows.map((row) => ((owner[row] as number) < 0 ? customerCount + row : (owner[row] as number)));
  return clusterBlocks(customers, seededRandom(SEED), BLOCKS);
}

function momentsOf({ dataset, rows, values }: Answers): ClusterMoments {
  const customer = dataset.responses?.customer ?? new Int32Array(0);
  const alike = new Int32Array(customer.length);
  const [moments] = momentsByGroup(
    { row: rows, value: values },
    { customer, value: alike, width: 1 },
    { period: alike, count: 1 },
  );
  return moments as ClusterMoments;
}

/** The weights are part of the answers: resampled with them, not made anew. */
function withGivenWeights({ dataset, rows, values, blocks }: Answers): Weighted | Lack {
  const column = dataset.responses?.columns.weight as Float64Array;
  const weights = Float64Array.from(rows, (row) => column[row] as number);
  const above = new Float64Array(blocks.count);
  const below = new Float64Array(blocks.count);
  let total = 0;
  for (const [index, weight] of weights.entries()) {
    const block = blocks.ofRow[index] as number;
    above[block] = (above[block] as number) + weight * (values[index] as number);
    below[block] = (below[block] as number) + weight;
    total += weight;
  }
  const found = bootstrapRatio(above, below, { seed: SEED });
  const designEffect = kishDesignEffect(weights, new Uint8Array(weights.length).fill(1));
  if (found === null || designEffect === null) return { lacks: 'all weighted answers come from one customer' };
  return {
    value: found.estimate,
    ...found.percentile,
    designEffect,
    effectiveN: rows.length / designEffect,
    largestWeight: (weights.reduce((most, weight) => Math.max(most, weight), 0) * rows.length) / total,
    capped: 0,
    margins: [],
  };
}

function withRakedWeights(answers: Answers, { basis, kinds }: Frame): Weighted | Lack {
  const strong = kinds.map((own) => withoutRareKinds(own, answers)).filter(({ population }) => population.length > 1);
  if (strong.length === 0) {
    return { lacks: `it needs two kinds of answers with ${FEWEST_OF_KIND} customers each; these data have one` };
  }
  // Margins that somebody gave are met or refused; of those that the data hold, some may do.
  const fewest = basis === 'margins' ? strong.length : 1;
  for (let most = strong.length; most >= fewest; most--) {
    const found = meeting(strong.slice(0, most), answers);
    if (found !== null) return found;
  }
  return { lacks: 'no weights meet all margins: kinds of answers that only occur together contradict them' };
}

/** Null when the margins cannot be met, or only by chance: in too few resamples. */
function meeting(kinds: readonly StrongKinds[], { rows, values, blocks }: Answers): Weighted | null {
  const { cellOfRow, margins, answersOfCell, sumOfCell } = cellsOf(kinds, values);
  const weighting = rake(answersOfCell, margins);
  if (weighting === null) return null;
  const { weights, designEffect, effectiveN, capped } = weighting;
  const value = weightedMean(sumOfCell, answersOfCell, weights);
  const resampled = { values, cellOfRow, cells: answersOfCell.length, blocks };
  const spread = bootstrapWeightedMean(resampled, margins, { seed: SEED });
  if (value === null || spread === null || spread.resamples < ENOUGH_RESAMPLES * RESAMPLES) return null;
  const total = weights.reduce((sum, weight, cell) => sum + weight * (answersOfCell[cell] as number), 0);
  return {
    value,
    low: spread.low,
    high: spread.high,
    designEffect,
    effectiveN,
    largestWeight: (Math.max(...weights) * rows.length) / total,
    capped,
    margins: kinds.map(({ name, merged }) => ({ name, merged })),
  };
}

/** Kinds of the answers picked out, each with enough customers to stand for its part of the population. */
interface StrongKinds extends MetMargin {
  /** Of each of the rows picked out. */
  readonly codes: Int32Array;
  readonly population: Float64Array;
}

/** Takes kinds with few customers together, rarest first, until those taken together are enough too. */
function withoutRareKinds({ name, values, codes, population }: Kinds, { dataset, rows }: Answers): StrongKinds {
  const tally = new Tally(values.length);
  for (const row of rows) tally.add(codes[row] as number, dataset.responses?.customer[row] ?? -1);
  const kinds = values
    .map((value, code) => ({ value, code, customers: tally.at(code).customers }))
    .sort((a, b) => a.customers - b.customers || a.code - b.code);
  let [rare, together] = [0, 0];
  // A customer of two rare kinds counts twice here; what may be shown is decided by the report.
  for (const { customers } of kinds) {
    if (customers >= FEWEST_OF_KIND && (rare === 0 || together >= FEWEST_OF_KIND)) break;
    together += customers;
    rare++;
  }
  const place = new Int32Array(values.length);
  const strong = kinds.slice(rare).sort((a, b) => a.code - b.code);
  for (const { code } of kinds.slice(0, rare)) place[code] = strong.length;
  for (const [index, { code }] of strong.entries()) place[code] = index;
  const total = new Float64Array(strong.length + (rare > 0 ? 1 : 0));
  for (const [code, own] of population.entries())
    total[place[code] as number] = (total[place[code] as number] as number) + own;
  return {
    name,
    merged: kinds
      .slice(0, rare)
      .map(({ value }) => value)
      .sort(),
    codes: rows.map((row) => place[codes[row] as number] as number),
    population: total,
  };
}

/** Answers that agree in all kinds, as cells: only those that occur. */
function cellsOf(kinds: readonly StrongKinds[], values: Int8Array) {
  const cellOfKey = new Map<number, number>();
  const categories: number[][] = [];
  const answers: number[] = [];
  const sums: number[] = [];
  const cellOfRow = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    let key = 0;
    for (const { codes, population } of kinds) key = key * population.length + (codes[row] as number);
    let cell = cellOfKey.get(key);
    if (cell === undefined) {
      cell = categories.push(kinds.map(({ codes }) => codes[row] as number)) - 1;
      cellOfKey.set(key, cell);
    }
    answers[cell] = (answers[cell] ?? 0) + 1;
    sums[cell] = (sums[cell] ?? 0) + (values[row] as number);
    cellOfRow[row] = cell;
  }
  return {
    cellOfRow,
    answersOfCell: Float64Array.from(answers),
    sumOfCell: Float64Array.from(sums),
    margins: kinds.map(
      ({ population }, at): Margin => ({ categoryOfCell: categories.map((own) => own[at] as number), population }),
    ),
  };
}
