/**
 * How much of a change in a share is a change of the mix, and how much a change within each kind of case (B23).
 */
import type { Period } from '../calendar/period.ts';
import type { Dataset, Dimension } from '../dataset/dataset.ts';
import { clusterBlocks, drawResamples, percentileInterval, RESAMPLES } from '../statistics/bootstrap.ts';
import { decompose, type StratumPair } from '../statistics/decomposition.ts';
import { normalTwoSidedP } from '../statistics/distribution.ts';
import type { Interval } from '../statistics/interval.ts';
import { seededRandom } from '../statistics/random.ts';
import { remembered } from '../statistics/remembered.ts';
import { resampledSums } from '../statistics/resampled-sums.ts';
import { type PooledDifference, pooledDifference } from '../statistics/stratified.ts';
import { type Analysis, type Lack, type Span, tooShort } from './analysis.ts';
import type { Context, Described, Difference } from './definition.ts';
import { valueOfRows } from './estimators/grouping.ts';
import { periodOfRows } from './estimators/period-of-rows.ts';
import { ABSENT, type Sample } from './estimators/sample.ts';

/** What a case is by before anybody serves it: never an outcome of the service. */
const STRATA: readonly Dimension[] = ['category', 'channel', 'segment'];

/** Fewest rows of a kind in each period for the kind to stand by itself. */
const FEWEST_ROWS = 30;

const SEED = 23;

/** Customers are drawn in so many groups of equal size, which give a standard error to about 4%. */
const BLOCKS = 400;

/** One kind of case in both periods. */
export interface MixStratum {
  readonly label: string;
  readonly a: PeriodPart;
  readonly b: PeriodPart;
}

interface PeriodPart {
  readonly n: number;
  readonly customers: number;
  /** Share of the period's rows, and the share that counts among them. */
  readonly share: number;
  readonly rate: number;
}

export interface MixResult {
  readonly dimension: Dimension;
  readonly earlier: Period;
  readonly latest: Period;
  readonly rateA: number;
  readonly rateB: number;
  /** What the share would have changed by with the same mix, and by the mix alone: they add up to the change. */
  readonly rateEffect: Difference;
  readonly mixEffect: Difference;
  readonly strata: readonly MixStratum[];
  /** Whether every kind moved one way and the total the other (Simpson’s paradox). */
  readonly reversal: boolean;
  /** The change within kinds, as Mantel and Haenszel pool it, with Sato’s interval. */
  readonly within: PooledDifference | null;
  /** Rows of kinds with too few in one of the periods, taken together as one kind. */
  readonly rare: number;
}

/** What differs between the shares that are taken apart. */
export interface MixOf {
  /** The metric that is taken apart. */
  readonly metric: string;
  readonly words: Pick<Described, 'id' | 'name' | 'label' | 'lens' | 'question' | 'needs' | 'margin' | 'counts'>;
  /** The share in a sentence: `the satisfied share`. */
  readonly subject: string;
  readonly missing: (context: Context) => string | null;
  readonly sample: (context: Context) => Sample;
}

/** An analysis that takes the change of a share apart. */
export function mixAnalysis({ metric, words, subject, missing, sample }: MixOf): Analysis<MixResult> {
  return {
    ...words,
    definition:
      `The change of ${subject} between two periods is split in two. The rate effect is what it would have changed by ` +
      'had the mix of cases stayed the same; the mix effect is what the other mix alone brings about. Cases are told ' +
      'apart by what they were before anybody served them: their category, their channel or the customer’s segment, ' +
      'whichever moves the mix most. Only the rate effect speaks of better or worse service.',
    formula:
      'rate effect = Σ mean share of the kind × change of its rate; mix effect = Σ mean rate of the kind × change of its share',
    who: 'rows of both periods whose kind is known',
    date: 'the date that decides the period of the share',
    tex: String.raw`\sum_k \frac{a_k + b_k}{2}(q_k - p_k)`,
    symbols: [
      ['a_k, b_k', 'share of kind k in the earlier and the later period'],
      ['p_k, q_k', 'rate of kind k in the earlier and the later period'],
    ],
    elsewhere: [],
    unit: 'share',
    direction: 'neutral',
    minimum: `Two kinds of cases with ${FEWEST_ROWS} ${words.counts} in each period.`,
    interval: 'Percentile interval from 2,000 resamples of customers, drawn from a fixed seed.',
    source:
      'Kitagawa (1955) for the two effects; Mantel & Haenszel (1959) with the interval of Sato (1989) for the change ' +
      'within kinds.',
    analyse: (context, span) => analyse(context, span, { metric, missing, sample, counts: words.counts }),
  };
}

function analyse(
  context: Context,
  { latest, earlier, partedBy }: Span,
  { metric, missing, sample: sampleOf, counts }: Omit<MixOf, 'words' | 'subject'> & { readonly counts: string },
): MixResult | Lack {
  const lacking = missing(context);
  if (lacking !== null) return { lacks: lacking };
  if (latest === null || earlier === null) return { lacks: 'it needs two complete periods; these data have fewer' };
  const parted = partedBy?.(metric) ?? null;
  if (parted !== null) return { lacks: `it ${parted}` };
  const sample = sampleOf(context);
  const found = STRATA.map((dimension) => byStratum(context.dataset, sample, dimension, [earlier, latest])).filter(
    (table) => table !== null,
  );
  const split = found
    .map((table) => ({ table, decomposition: decompose(pairsOf(table)) }))
    .filter(({ decomposition }) => decomposition !== null)
    .sort((a, b) => Math.abs(b.decomposition?.mixEffect ?? 0) - Math.abs(a.decomposition?.mixEffect ?? 0));
  const [best] = split;
  if (best === undefined || best.decomposition === null) return tooShort(2, `kinds of ${counts}`, 0);
  const { table, decomposition } = best;
  const draws = resample(context.dataset, sample, table);
  return {
    dimension: table.dimension,
    earlier,
    latest,
    rateA: decomposition.rateA,
    rateB: decomposition.rateB,
    rateEffect: differenceOf(decomposition.rateEffect, draws.rate),
    mixEffect: differenceOf(decomposition.mixEffect, draws.mix),
    strata: decomposition.strata.map((stratum, index) => ({
      label: table.labels[index] as string,
      a: { ...partOf(table, index, 0), share: stratum.shareA, rate: stratum.rateA ?? 0 },
      b: { ...partOf(table, index, 1), share: stratum.shareB, rate: stratum.rateB ?? 0 },
    })),
    reversal: decomposition.reversal,
    within: pooledDifference(pairsOf(table)),
    rare: table.rare,
  };
}

/** Rows of both periods by kind. */
interface StratumTable {
  readonly dimension: Dimension;
  readonly labels: readonly string[];
  /** Stratum of every row, -1 = in none; period 0 or 1, -1 = in none. */
  readonly stratum: Int32Array;
  readonly period: Int32Array;
  /** Rows, successes and customers: 2 × stratum + period. */
  readonly n: Float64Array;
  readonly sum: Float64Array;
  readonly customers: Float64Array;
  readonly rare: number;
}

const OTHER = 'All others';

/** Kinds with too few rows in a period are taken together; null with fewer than two kinds. */
function byStratum(
  dataset: Dataset,
  sample: Sample,
  dimension: Dimension,
  periods: readonly [Period, Period],
): StratumTable | null {
  const { value, values } = valueOfRows(dataset, sample.table, { periods, dimension, where: {} });
  const period = periodOfRows(sample.at, periods);
  const rows = new Float64Array(2 * values.length);
  const counted = (row: number) =>
    (value[row] as number) >= 0 && (period[row] as number) >= 0 && sample.values[row] !== ABSENT;
  for (let row = 0; row < value.length; row++) {
    if (counted(row))
      rows[2 * (value[row] as number) + (period[row] as number)] =
        1 + (rows[2 * (value[row] as number) + (period[row] as number)] as number);
  }
  const isLarge = values.map(
    (_, code) => Math.min(rows[2 * code] as number, rows[2 * code + 1] as number) >= FEWEST_ROWS,
  );
  const labels = values.filter((_, code) => isLarge[code]);
  if (labels.length < 2) return null;
  const smallRows = values.reduce(
    (sum, _, code) => sum + (isLarge[code] ? 0 : (rows[2 * code] as number) + (rows[2 * code + 1] as number)),
    0,
  );
  const placeOf = values.map((label, code) => (isLarge[code] ? labels.indexOf(label) : labels.length));
  const strata = labels.length + (smallRows > 0 ? 1 : 0);
  const stratum = new Int32Array(value.length).fill(-1);
  const n = new Float64Array(2 * strata);
  const sum = new Float64Array(2 * strata);
  const customers = new Float64Array(2 * strata);
  const seen = new Int32Array(2 * strata).fill(-1);
  const owner = dataset[sample.table]?.customer ?? new Int32Array(0);
  for (let row = 0; row < value.length; row++) {
    if (!counted(row)) continue;
    const place = placeOf[value[row] as number] as number;
    stratum[row] = place;
    const at = 2 * place + (period[row] as number);
    n[at] = (n[at] as number) + 1;
    sum[at] = (sum[at] as number) + (sample.values[row] as number);
    const who = owner[row] as number;
    if (who < 0 || seen[at] !== who) customers[at] = (customers[at] as number) + 1;
    seen[at] = who;
  }
  return {
    dimension,
    labels: smallRows > 0 ? [...labels, OTHER] : labels,
    stratum,
    period,
    n,
    sum,
    customers,
    rare: smallRows,
  };
}

function pairsOf({ labels, n, sum }: Pick<StratumTable, 'labels' | 'n' | 'sum'>): StratumPair[] {
  const total = (at: number) => ({ n: n[at] as number, sum: sum[at] as number });
  return labels.map((_, index) => ({ a: total(2 * index), b: total(2 * index + 1) }));
}

function partOf({ n, customers }: StratumTable, index: number, period: 0 | 1) {
  return { n: n[2 * index + period] as number, customers: customers[2 * index + period] as number };
}

/** Rows and their sum as one number, rows + 2^26 × sum, which one addition keeps up to date: outcomes are whole numbers. */
const SUM_UNIT = 2 ** 26;

/** Both effects in resamples of customers. */
function resample(dataset: Dataset, sample: Sample, table: StratumTable): EffectDraws {
  const rows = Int32Array.from(table.stratum.keys()).filter((row) => (table.stratum[row] as number) >= 0);
  const owner = dataset[sample.table]?.customer ?? new Int32Array(0);
  return effectDraws(
    table.labels,
    // Rows without a customer are customers of their own, numbered after all others.
    rows.map((row) => ((owner[row] as number) < 0 ? dataset.customerCount + row : (owner[row] as number))),
    rows.map((row) => 2 * (table.stratum[row] as number) + (table.period[row] as number)),
    rows.map((row) => sample.values[row] as number),
  );
}

interface EffectDraws {
  readonly rate: Float64Array;
  readonly mix: Float64Array;
}

/** @param cell of each outcome: twice the number of its stratum, and 1 more in the later period. */
const effectDraws = remembered(
  'mix',
  (labels: readonly string[], customer: Int32Array, cell: Int32Array, outcome: Int32Array): EffectDraws => {
    const width = 2 * labels.length;
    const random = seededRandom(SEED);
    const blocks = clusterBlocks(customer, random, BLOCKS);
    const packed = new Float64Array(blocks.count * width);
    for (let index = 0; index < cell.length; index++) {
      const at = (blocks.ofRow[index] as number) * width + (cell[index] as number);
      packed[at] = (packed[at] as number) + 1 + SUM_UNIT * (outcome[index] as number);
    }
    const rate = new Float64Array(RESAMPLES).fill(Number.NaN);
    const mix = new Float64Array(RESAMPLES).fill(Number.NaN);
    const totals = resampledSums(packed, width, drawResamples(blocks.count, RESAMPLES, random));
    for (let draw = 0; draw < RESAMPLES; draw++) {
      const added = totals.subarray(draw * width, (draw + 1) * width);
      const sum = added.map((both) => Math.floor(both / SUM_UNIT));
      const n = added.map((both, at) => both - SUM_UNIT * (sum[at] as number));
      const split = decompose(pairsOf({ labels, n, sum }));
      rate[draw] = split?.rateEffect ?? Number.NaN;
      mix[draw] = split?.mixEffect ?? Number.NaN;
    }
    return { rate, mix };
  },
);

/** An effect with its percentile intervals, and p from its standard error over the resamples. */
function differenceOf(effect: number, draws: Float64Array): Difference {
  const at = (confidence: number): Interval =>
    percentileInterval(draws, confidence) ?? { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const [wide, narrow] = [at(0.95), at(0.9)];
  const known = draws.filter((draw) => !Number.isNaN(draw));
  const mean = known.reduce((sum, draw) => sum + draw, 0) / known.length;
  const variance = known.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / (known.length - 1);
  return {
    difference: effect,
    low: wide.low,
    high: wide.high,
    low90: narrow.low,
    high90: narrow.high,
    p: variance > 0 ? normalTwoSidedP(effect / Math.sqrt(variance)) : 1,
  };
}
