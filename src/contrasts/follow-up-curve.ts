/**
 * Shares to whom something has not happened yet, at a few times: what a report can show of a Kaplan–Meier curve.
 */
import { atRisk, kaplanMeier, survivalAt, survivalQuantiles } from '../statistics/survival.ts';

/** Times from a start to an event, or to the end of watching, in milliseconds; not sorted. */
export interface Watched {
  readonly times: readonly number[];
  /** 1 = the event came, 0 = watching ended. */
  readonly ended: readonly number[];
}

export interface CurvePoint {
  readonly seconds: number;
  /** Share without the event just after the time. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** How many are still watched. */
  readonly watched: number;
}

export interface FollowUpCurve {
  readonly n: number;
  readonly events: number;
  readonly points: readonly CurvePoint[];
  /** Time by which half have had the event, in seconds, with its interval; null where that is never reached. */
  readonly median: { readonly value: number | null; readonly low: number | null; readonly high: number | null };
  /** Standard error of the share by seconds of the points; null where it is not known. */
  readonly standardErrors: readonly (number | null)[];
}

const SECOND = 1000;

/** @param marks seconds at which the curve is read; those after the last one watched are left out. */
export function followUpCurve({ times, ended }: Watched, marks: readonly number[]): FollowUpCurve {
  const order = Array.from(times.keys()).sort((a, b) => (times[a] as number) - (times[b] as number));
  const sorted = Float64Array.from(order, (at) => times[at] as number);
  const events = Uint8Array.from(order, (at) => ended[at] as number);
  const curve = kaplanMeier(sorted, events);
  const { quantiles } = survivalQuantiles(sorted, events, [0.5]);
  const [median] = quantiles;
  const inSeconds = (value: number | null | undefined) => (value == null ? null : value / SECOND);
  const reached = marks.filter((seconds) => atRisk(sorted, seconds * SECOND) > 0 || seconds === 0);
  const estimates = reached.map((seconds) => survivalAt(curve, seconds * SECOND));
  return {
    n: curve.n,
    events: curve.eventCount,
    points: reached.map((seconds, at): CurvePoint => {
      const { survival, low, high } = estimates[at] as (typeof estimates)[number];
      return {
        seconds,
        share: survival,
        low: low ?? survival,
        high: high ?? survival,
        watched: atRisk(sorted, seconds * SECOND),
      };
    }),
    median: { value: inSeconds(median?.value), low: inSeconds(median?.low), high: inSeconds(median?.high) },
    standardErrors: estimates.map(({ standardError }) => standardError),
  };
}
