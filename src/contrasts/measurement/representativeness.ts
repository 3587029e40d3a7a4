/**
 * C5c: whether those whom an instrument hears are like those whom it asked.
 */
import type { CategoryColumn } from '../../dataset/column.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { type Analysis, type Lack, tooFew } from '../../metrics/analysis.ts';
import type { Context, Difference } from '../../metrics/definition.ts';
import { momentsOfYes } from '../../metrics/estimators/yes-and-no.ts';
import { missingField } from '../../metrics/missing-field.ts';
import { bootstrapStandardError, clusterBlocks, drawBlocks, RESAMPLES } from '../../statistics/bootstrap.ts';
import { chiSquareUpperP, normalCritical } from '../../statistics/distribution.ts';
import type { Interval } from '../../statistics/interval.ts';
import { homogeneityDesignEffect, type NonResponse, nonResponse } from '../../statistics/nonresponse.ts';
import { seededRandom } from '../../statistics/random.ts';
import type { ContrastTest } from '../contrast.ts';
import { withIntervals } from '../differences.ts';
import {
  FRAME_FACTORS,
  type FrameFactor,
  frameColumn,
  type InstrumentRows,
  instrumentRows,
} from './invited-by-instrument.ts';

const NEEDS = ['responses.invited_at'];

const FEWEST_INVITED = 100;
/** Kinds of fewer customers are left out. */
const FEWEST_CUSTOMERS = 10;
/** A factor is part of the frame when it is known of so many of every instrument's invitations. */
const KNOWN = 0.8;

const SEED = 5;
/** So many blocks estimate a standard error to about 5 %. */
const MOST_BLOCKS = 200;

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
    'Standard error from 2,000 resamples of customers, drawn from a fixed seed; R ends at 1. The chi-square is divided by its ' +
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
    'Only what is known of everybody is compared; answers may differ in what is not.',
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
  return row.filter((each) => (codes[each] as number) >= 0).length >= KNOWN * row.length;
}

interface Invitation {
  readonly customer: number;
  readonly kind: number;
  readonly heard: number;
}

/** Null where fewer than two kinds are left, or all or none were heard. */
function comparedBy(
  dataset: Dataset,
  { survey, row, heard }: InstrumentRows,
  factor: FrameFactor,
  { codes }: CategoryColumn,
): Representativeness | null {
  const customerOf = (each: number) => {
    const known = dataset.responses?.customer[each] ?? -1;
    return known < 0 ? dataset.customerCount + each : known;
  };
  const known = row
    .map(
      (each, place): Invitation => ({
        customer: customerOf(each),
        kind: codes[each] as number,
        heard: heard[place] as number,
      }),
    )
    .filter(({ kind }) => kind >= 0);
  const kinds = [...Map.groupBy(known, ({ kind }) => kind)]
    .sort(([a], [b]) => a - b)
    .map(([, invitations]) => ({ invitations, moments: momentsOfYes(invitations, (each) => each.heard === 1) }))
    .filter(({ moments }) => moments.clusters >= FEWEST_CUSTOMERS);
  const found = nonResponse(kinds.map(({ moments: { n, sum } }) => ({ invited: n, answered: sum })));
  if (found === null) return null;
  const errors = standardErrors(kinds.map(({ invitations }) => invitations));
  const effect = homogeneityDesignEffect(kinds.map(({ moments }) => moments));
  const p = chiSquareUpperP(found.chiSquare / effect, found.degreesOfFreedom);
  const around = (value: number, error: number, confidence: number): Interval => {
    const half = normalCritical(confidence) * error;
    return { low: Math.max(0, value - half), high: Math.min(1, value + half) };
  };
  const counted = kinds.flatMap(({ invitations }) => invitations);
  return {
    survey,
    factor,
    invited: counted.length,
    heard: counted.reduce((sum, each) => sum + each.heard, 0),
    customers: new Set(counted.map(({ customer }) => customer)).size,
    r: { value: found.rIndicator, ...around(found.rIndicator, errors.rIndicator, 0.95) },
    v: withIntervals(found.cramersV, (confidence) => around(found.cramersV, errors.cramersV, confidence), p),
    maximalBias: found.maximalBias,
  };
}

/** Standard errors of R and V by resampling customers. */
function standardErrors(kinds: readonly (readonly Invitation[])[]): Pick<NonResponse, 'rIndicator' | 'cramersV'> {
  const random = seededRandom(SEED);
  const all = kinds.flat();
  const blocks = clusterBlocks(
    all.map(({ customer }) => customer),
    random,
    MOST_BLOCKS,
  );
  const width = kinds.length;
  const invited = new Float64Array(blocks.count * width);
  const answered = new Float64Array(blocks.count * width);
  let place = 0;
  for (const [kind, invitations] of kinds.entries()) {
    for (const { heard } of invitations) {
      const cell = (blocks.ofRow[place++] as number) * width + kind;
      invited[cell] = (invited[cell] as number) + 1;
      answered[cell] = (answered[cell] as number) + heard;
    }
  }
  const times = new Int32Array(blocks.count);
  const draws = { rIndicator: new Float64Array(RESAMPLES), cramersV: new Float64Array(RESAMPLES) };
  for (let draw = 0; draw < RESAMPLES; draw++) {
    drawBlocks(times, random);
    const found = nonResponse(
      kinds.map((_, kind) => ({
        invited: drawn(invited, times, kind, width),
        answered: drawn(answered, times, kind, width),
      })),
    );
    draws.rIndicator[draw] = found?.rIndicator ?? Number.NaN;
    draws.cramersV[draw] = found?.cramersV ?? Number.NaN;
  }
  return {
    rIndicator: bootstrapStandardError(draws.rIndicator) ?? Number.POSITIVE_INFINITY,
    cramersV: bootstrapStandardError(draws.cramersV) ?? Number.POSITIVE_INFINITY,
  };
}

function drawn(counts: Float64Array, times: Int32Array, kind: number, width: number): number {
  let sum = 0;
  for (let block = 0; block < times.length; block++) {
    sum += (times[block] as number) * (counts[block * width + kind] as number);
  }
  return sum;
}
