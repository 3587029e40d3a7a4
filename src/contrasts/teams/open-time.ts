/**
 * How long cases of two groups stay open: as means up to a limit with kinds of cases held equal, and as curves.
 */
import type { Difference } from '../../metrics/definition.ts';
import { ascending } from '../../metrics/estimators/ascending.ts';
import { normalTwoSidedP } from '../../statistics/distribution.ts';
import {
  atRisk,
  type FollowUp,
  kaplanMeier,
  restrictedMean,
  restrictedMeanInfluence,
  survivalAt,
  survivalQuantiles,
} from '../../statistics/survival.ts';
import { normalDifference } from '../differences.ts';

/** One entry a case. */
export interface OpenCases {
  /** Whole milliseconds open. */
  readonly milliseconds: Float64Array;
  /** 1 = solved then, 0 = still open when last seen. */
  readonly ended: Uint8Array;
  /** Kind of case from 0, and group, 0 or 1. */
  readonly stratum: Int32Array;
  readonly group: Int8Array;
  /** Number of the customer; -1 = one of its own. */
  readonly owner: Int32Array;
}

/** Mean times open in seconds, kinds of cases held equal. */
export interface RestrictedMeans {
  readonly one: number;
  /** Second group minus first, and second by first. */
  readonly longer: Difference;
  readonly ratio: Difference;
  readonly tickets: readonly [one: number, several: number];
  readonly strata: number;
  readonly leftOut: number;
}

/** Fewest cases of each group in a stratum, and of each group in all. */
const FEWEST_IN_STRATUM = 10;
const FEWEST = 30;

interface Side extends FollowUp {
  /** Places of its cases in `OpenCases`, in the order of the times. */
  readonly places: Int32Array;
  readonly events: Uint8Array;
}

/**
 * The restricted mean time open of the second group against that of the first: of each stratum by itself, weighted by
 * n₁n₀ ÷ (n₁ + n₀) as Mantel and Haenszel weight shares. Strata where a group has few cases, or none that is followed to
 * the limit, are left out.
 *
 * Standard errors by the infinitesimal jackknife: what each case adds to the estimate, added up by customer.
 *
 * @param strata number of strata.
 * @param limit milliseconds up to which the time open counts.
 * @returns null with fewer cases or strata than a comparison takes.
 */
export function restrictedMeans(
  cases: OpenCases,
  strata: number,
  limit: number,
  fewestStrata: number,
): RestrictedMeans | null {
  const sides = sidesOf(cases, 2 * strata);
  const usable = Array.from(
    { length: strata },
    (_, stratum) => [sides[2 * stratum], sides[2 * stratum + 1]] as [Side, Side],
  ).filter((pair) => pair.every((side) => side.times.length >= FEWEST_IN_STRATUM && isFollowed(side, limit)));
  const tickets = [0, 1].map((group) => usable.reduce((sum, pair) => sum + (pair[group] as Side).times.length, 0)) as [
    number,
    number,
  ];
  if (usable.length < fewestStrata || Math.min(...tickets) < FEWEST) return null;
  const weights = usable.map(([a, b]) => (a.times.length * b.times.length) / (a.times.length + b.times.length));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means: [number, number] = [0, 0];
  // What each case adds to the mean of its group.
  const added = new Float64Array(cases.milliseconds.length);
  for (const [index, pair] of usable.entries()) {
    const weight = (weights[index] as number) / total;
    for (const [group, side] of pair.entries()) {
      means[group as 0 | 1] +=
        weight * restrictedMean(kaplanMeier(side.times, side.events, side.times.length, limit), limit).mean;
      const influence = restrictedMeanInfluence(side, limit);
      for (const [at, place] of side.places.entries()) added[place] = weight * (influence[at] as number);
    }
  }
  const [one, several] = means.map((mean) => mean / 1000) as [number, number];
  const sign = (place: number) => (cases.group[place] === 1 ? 1 : -1);
  const error = clusteredError(cases.owner, (place) => (sign(place) * (added[place] as number)) / 1000);
  const relative = clusteredError(
    cases.owner,
    (place) => (sign(place) * (added[place] as number)) / means[cases.group[place] as 0 | 1],
  );
  return {
    one,
    longer: normalDifference(several - one, error),
    ratio: ratioOf(several / one, relative),
    tickets,
    strata: usable.length,
    leftOut: cases.milliseconds.length - tickets[0] - tickets[1],
  };
}

/** A ratio whose logarithm has a normal error. */
function ratioOf(ratio: number, error: number): Difference {
  const log = normalDifference(Math.log(ratio), error);
  return {
    difference: ratio,
    low: Math.exp(log.low),
    high: Math.exp(log.high),
    low90: Math.exp(log.low90),
    high90: Math.exp(log.high90),
    p: normalTwoSidedP(Math.log(ratio) / error),
  };
}

/** The cases of every stratum and group, shortest first. */
function sidesOf({ milliseconds, ended, stratum, group }: OpenCases, count: number): Side[] {
  const { rows, keys } = ascending(milliseconds);
  const size = new Int32Array(count);
  const sideOf = rows.map((place) => 2 * (stratum[place] as number) + (group[place] as number));
  for (const side of sideOf) size[side] = (size[side] as number) + 1;
  const sides = Array.from(
    size,
    (cases): Side => ({ times: new Float64Array(cases), events: new Uint8Array(cases), places: new Int32Array(cases) }),
  );
  const next = new Int32Array(count);
  for (let at = 0; at < rows.length; at++) {
    const number = sideOf[at] as number;
    const side = sides[number] as Side;
    const place = next[number] as number;
    next[number] = place + 1;
    side.times[place] = keys[at] as number;
    side.events[place] = ended[rows[at] as number] as number;
    side.places[place] = rows[at] as number;
  }
  return sides;
}

/** Whether the curve is known up to the limit: somebody is followed so far, or all cases have ended. */
function isFollowed({ times, events }: Side, limit: number): boolean {
  return (times.at(-1) as number) >= limit || events.at(-1) === 1;
}

/** √ of the squares of what customers add, each customer’s cases taken together. */
function clusteredError(owner: Int32Array, of: (place: number) => number): number {
  const sums = new Map<number, number>();
  for (let place = 0; place < owner.length; place++) {
    const added = of(place);
    if (added === 0) continue;
    const who = (owner[place] as number) < 0 ? -1 - place : (owner[place] as number);
    sums.set(who, (sums.get(who) ?? 0) + added);
  }
  let squares = 0;
  for (const sum of sums.values()) squares += sum * sum;
  return Math.sqrt((squares * sums.size) / Math.max(1, sums.size - 1));
}

/** The share still open over time. */
export interface OpenCurve {
  readonly tickets: number;
  readonly customers: number;
  /** When half are solved, in seconds, with its interval; null where that is not reached within the limit. */
  readonly median: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly points: readonly {
    readonly seconds: number;
    readonly share: number;
    readonly low: number;
    readonly high: number;
  }[];
  /** Cases still open, and watched, at some marks. */
  readonly watched: readonly { readonly seconds: number; readonly share: number; readonly tickets: number }[];
}

const DAY = 86_400;
/** Marks that a person would name, in seconds. */
const MARKS = [3600, 4 * 3600, 12 * 3600, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY];
/** Points of a curve, evenly spaced on a log axis: too few to show when any one case was solved. */
const POINTS = 100;
const FIRST = 60;

/** Curves of both groups up to a limit in seconds, whatever the kinds of their cases. */
export function openCurves(cases: OpenCases, limit: number): [OpenCurve, OpenCurve] {
  const sides = sidesOf({ ...cases, stratum: new Int32Array(cases.milliseconds.length) }, 2);
  return sides.map((side): OpenCurve => {
    const curve = kaplanMeier(side.times, side.events, side.times.length, limit * 1000);
    const at = (seconds: number) => {
      const { survival, low, high } = survivalAt(curve, seconds * 1000);
      return { seconds, share: survival, low: low ?? survival, high: high ?? survival };
    };
    const owners = new Set(
      Array.from(side.places, (place) =>
        (cases.owner[place] as number) < 0 ? -1 - place : (cases.owner[place] as number),
      ),
    );
    const isKnown = ({ seconds, share }: { seconds: number; share: number }) =>
      share === 0 || atRisk(side.times, seconds * 1000) > 0;
    return {
      tickets: side.times.length,
      customers: owners.size,
      median: medianOf(side, limit),
      points: Array.from({ length: POINTS }, (_, step) => at(FIRST * (limit / FIRST) ** (step / (POINTS - 1)))).filter(
        isKnown,
      ),
      watched: MARKS.filter((seconds) => seconds <= limit).map((seconds) => ({
        seconds,
        share: at(seconds).share,
        tickets: atRisk(side.times, seconds * 1000),
      })),
    };
  }) as [OpenCurve, OpenCurve];
}

function medianOf({ times, events }: Side, limit: number): OpenCurve['median'] {
  const [found] = survivalQuantiles(times, events, [0.5]).quantiles;
  const { value = null, low = null, high = null } = found ?? {};
  if (value === null || low === null || high === null || value / 1000 > limit) return null;
  return { value: value / 1000, low: low / 1000, high: high / 1000 };
}
