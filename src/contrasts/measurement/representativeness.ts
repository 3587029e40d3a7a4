/**
 * C5c: whether those whom an instrument hears are like those whom it asked.
 */
import type { CategoryColumn } from '../../dataset/column.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { bootstrapStandardError, clusterBlocks, drawBlocks } from '../../statistics/bootstrap.ts';
import type { ClusterMoments } from '../../statistics/cluster.ts';
import { chiSquareUpperP, normalCritical } from '../../statistics/distribution.ts';
import type { Interval } from '../../statistics/interval.ts';
import {
  homogeneityDesignEffect,
  type NonResponse,
  nonResponse,
  responseSpread,
} from '../../statistics/nonresponse.ts';
import { seededRandom } from '../../statistics/random.ts';
import { remembered } from '../../statistics/remembered.ts';
import type { ContrastTest } from '../contrast.ts';
import { withIntervals } from '../differences.ts';
import {
  FRAME_FACTORS,
  type FrameFactor,
  frameColumn,
  type InstrumentRows,
  instrumentRows,
} from './invited-by-instrument.ts';

const NEEDS = [
  'responses.invited_at',
  'customers.segment | customers.joined_at | responses.segment | responses.channel | tickets.segment | tickets.channel | ' +
    'tickets.reopens | tickets.first_response_at | tickets.first_response_minutes',
];

const FEWEST_INVITED = 100;
/** Kinds of fewer customers are left out. */
const FEWEST_CUSTOMERS = 10;
/** A factor is part of the frame when it is known of so many of every instrument's invitations. */
const KNOWN = 0.8;

const SEED = 5;
/** So many blocks estimate a standard error to about 7 %, and it takes fewer resamples than a percentile. */
const MOST_BLOCKS = 100;
const RESAMPLES = 1000;

/** One instrument against its frame, by one factor. */
export interface Representativeness {
  /** Name of the survey in the data; null = comments; empty = the survey, where no source names surveys. */
  readonly survey: string | null;
  readonly factor: FrameFactor;
  readonly invited: number;
  readonly heard: number;
  readonly customers: number;
  /** 1 where all kinds answer alike. */
  readonly r: Interval & { readonly value: number };
  /** Cramér’s V of being heard and kind, against none at all. */
  readonly v: Difference;
  /** Largest possible bias of a mean, in standard deviations of what is asked. */
  readonly maximalBias: number;
}

export interface RepresentativenessResult {
  readonly rows: readonly Representativeness[];
}

const analysis: Analysis<RepresentativenessResult> = {
  id: 'representativeness',
  name: 'Whom each instrument describes',
  label: 'R-indicator',
  lens: 'satisfaction',
  question: 'Are the customers whom surveys and comments describe like those who were asked?',
  definition:
    'For every survey, and for comments, invitations that were answered are set against those that were not, by what is known ' +
    'of both and by the same for every instrument: of the wait for a first answer, the channel, reopening, the segment and the ' +
    `years as a customer, those known of at least ${100 * KNOWN}% of every instrument’s invitations. A comment counts as heard ` +
    'among all invitations. The R-indicator is 1 where all kinds answer alike; Cramér’s V is 0 there, and clear from 0.10 on.',
  formula: 'R = 1 − 2 × standard deviation of the response rates over all invited',
  who: 'invitations of surveys with at least 100 invitations',
  date: 'everything that the data cover',
  tex: String.raw`1 - 2\,S(\rho)`,
  symbols: [[String.raw`S(\rho)`, 'standard deviation over all invited of the response rate of their kind']],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'higher',
  counts: 'invitations',
  minimum: `${FEWEST_INVITED} invitations for each instrument; kinds of fewer than ${FEWEST_CUSTOMERS} customers are left out.`,
  margin: 0.1,
  interval:
    'Standard error from 1,000 resamples of customers, drawn from a fixed seed; R ends at 1. The chi-square is divided by its ' +
    'mean design effect, because a customer may be invited several times.',
  source: 'Schouten, Cobben & Bethlehem (2009) for R; Cramér (1946) for V; Rao & Scott (1981) for the design effect.',
  elsewhere: [],
  analyse,
};

export const representativeness: ContrastTest<RepresentativenessResult> = {
  id: 'c5c',
  analysis,
  saidWhen:
    'That an instrument describes different customers than were asked is said when Cramér’s V is at least 0.10 and its p, ' +
    'adjusted for everything tested on this page, at most 0.05. That it describes customers like those asked is said when V is ' +
    'shown to be below 0.10.',
  pitfalls: [
    'A high response rate is no sign of a high R: few answers can come from all kinds alike, many from one.',
    'Where few are heard, R is near 1 whoever they are: read Cramér’s V and the largest bias beside it.',
    'Only what is known behind every instrument is compared; what only some know, such as the wait behind a ticket, stands on the data page.',
    'Invitations sent shortly before the data end may still be answered.',
  ],
};

function analyse({ dataset }: Context): RepresentativenessResult | Lack {
  const missing = missingField(dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const all = instrumentRows(dataset);
  const instruments = all.filter(({ row }) => row.length >= FEWEST_INVITED);
  if (instruments.length === 0) {
    return tooFew(FEWEST_INVITED, 'invitations for an instrument', Math.max(0, ...all.map(({ row }) => row.length)));
  }
  if (instruments.every(({ survey, heard }) => survey === null || !heard.includes(0))) {
    return { lacks: 'the data hold no invitation that was not answered' };
  }
  const frame = FRAME_FACTORS.flatMap((factor) => {
    const column = frameColumn(dataset, factor);
    return column !== null && instruments.every((instrument) => isKnown(column, instrument))
      ? [{ factor, column }]
      : [];
  });
  const rows = frame.flatMap(({ factor, column }) =>
    instruments.flatMap((instrument) => comparedBy(dataset, instrument, factor, column) ?? []),
  );
  if (rows.length > 0) return { rows };
  return {
    lacks:
      'it needs something that is known of answered and unanswered invitations of every survey alike, such as the segment or ' +
      'when the customer joined',
  };
}

function isKnown({ codes }: CategoryColumn, { row }: InstrumentRows): boolean {
  let known = 0;
  for (const each of row) if ((codes[each] as number) >= 0) known++;
  return known >= KNOWN * row.length;
}

/** Null where fewer than two kinds are left, or all or none were heard. */
function comparedBy(
  dataset: Dataset,
  { survey, row, heard }: InstrumentRows,
  factor: FrameFactor,
  { codes, values }: CategoryColumn,
): Representativeness | null {
  const owner = dataset.responses?.customer ?? new Int32Array(0);
  const [customer, kind] = [new Int32Array(row.length), new Int32Array(row.length)];
  for (let place = 0; place < row.length; place++) {
    const each = row[place] as number;
    const known = owner[each] as number;
    customer[place] = known < 0 ? dataset.customerCount + each : known;
    kind[place] = codes[each] as number;
  }
  const invitations = { customer, kind, heard };
  const moments = momentsByKind(invitations, values.length);
  const kinds = [...moments.keys()].filter((each) => (moments[each] as ClusterMoments).clusters >= FEWEST_CUSTOMERS);
  const kept = kinds.map((each) => moments[each] as ClusterMoments);
  const found = nonResponse(kept.map(({ n, sum }) => ({ invited: n, answered: sum })));
  if (found === null) return null;
  const errors = standardErrors(invitations, kinds);
  const p = chiSquareUpperP(found.chiSquare / homogeneityDesignEffect(kept), found.degreesOfFreedom);
  const around = (value: number, error: number, confidence: number): Interval => {
    const half = normalCritical(confidence) * error;
    return { low: Math.max(0, value - half), high: Math.min(1, value + half) };
  };
  return {
    survey,
    factor,
    invited: kept.reduce((total, { n }) => total + n, 0),
    heard: kept.reduce((total, { sum }) => total + sum, 0),
    customers: customersWithin(invitations, kinds),
    r: { value: found.rIndicator, ...around(found.rIndicator, errors.rIndicator, 0.95) },
    v: withIntervals(found.cramersV, (confidence) => around(found.cramersV, errors.cramersV, confidence), p),
    maximalBias: found.maximalBias,
  };
}

/** How many customers have an invitation of one of the kinds. */
function customersWithin({ customer, kind }: Invitations, kinds: readonly number[]): number {
  let count = 0;
  let isIn = false;
  for (let place = 0; place < customer.length; place++) {
    isIn ||= kinds.includes(kind[place] as number);
    if (customer[place] === customer[place + 1]) continue;
    if (isIn) count++;
    isIn = false;
  }
  return count;
}

/** Invitations of one instrument: a customer’s stand together. */
interface Invitations {
  readonly customer: Int32Array;
  /** −1 = not known. */
  readonly kind: Int32Array;
  readonly heard: Uint8Array;
}

/** Moments of heard and not heard for every kind. */
function momentsByKind({ customer, kind, heard }: Invitations, kinds: number): ClusterMoments[] {
  const sums = Array.from({ length: kinds }, () => ({
    clusters: 0,
    n: 0,
    sum: 0,
    squaredSums: 0,
    sumTimesSize: 0,
    squaredSizes: 0,
  }));
  const size = new Float64Array(kinds);
  const yes = new Float64Array(kinds);
  for (let place = 0; place < customer.length; place++) {
    const own = kind[place] as number;
    if (own >= 0) {
      size[own] = (size[own] as number) + 1;
      yes[own] = (yes[own] as number) + (heard[place] as number);
    }
    if (customer[place] === customer[place + 1]) continue;
    for (const [each, total] of sums.entries()) {
      const n = size[each] as number;
      const sum = yes[each] as number;
      if (n === 0) continue;
      total.clusters += 1;
      total.n += n;
      total.sum += sum;
      total.squaredSums += sum * sum;
      total.sumTimesSize += sum * n;
      total.squaredSizes += n * n;
      size[each] = 0;
      yes[each] = 0;
    }
  }
  return sums.map((total) => ({ ...total, sumOfSquares: total.sum }));
}

/** Standard errors of R and V by resampling customers. */
const standardErrors = remembered(
  'representativeness',
  ({ customer, kind, heard }: Invitations, kinds: readonly number[]): Pick<NonResponse, 'rIndicator' | 'cramersV'> => {
    const random = seededRandom(SEED);
    const blocks = clusterBlocks(customer, random, MOST_BLOCKS);
    const width = kinds.length;
    const invited = new Float64Array(blocks.count * width);
    const answered = new Float64Array(blocks.count * width);
    for (let place = 0; place < customer.length; place++) {
      const column = kinds.indexOf(kind[place] as number);
      if (column < 0) continue;
      const cell = (blocks.ofRow[place] as number) * width + column;
      invited[cell] = (invited[cell] as number) + 1;
      answered[cell] = (answered[cell] as number) + (heard[place] as number);
    }
    const times = new Uint8Array(blocks.count);
    const draws = { rIndicator: new Float64Array(RESAMPLES), cramersV: new Float64Array(RESAMPLES) };
    for (let draw = 0; draw < RESAMPLES; draw++) {
      drawBlocks(times, random);
      const found = responseSpread(
        kinds.map((_, column) => ({
          invited: drawn(invited, times, column, width),
          answered: drawn(answered, times, column, width),
        })),
      );
      draws.rIndicator[draw] = found?.rIndicator ?? Number.NaN;
      draws.cramersV[draw] = found?.cramersV ?? Number.NaN;
    }
    return {
      rIndicator: bootstrapStandardError(draws.rIndicator) ?? Number.POSITIVE_INFINITY,
      cramersV: bootstrapStandardError(draws.cramersV) ?? Number.POSITIVE_INFINITY,
    };
  },
);

function drawn(counts: Float64Array, times: Uint8Array, kind: number, width: number): number {
  let sum = 0;
  for (let block = 0; block < times.length; block++) {
    sum += (times[block] as number) * (counts[block * width + kind] as number);
  }
  return sum;
}
