/**
 * Limits within which groups of different sizes would lie if they differed by chance alone.
 */
import type { Interval } from './interval.ts';

/** A group: its share or mean, and the number of answers behind it, or the effective number of clustered ones. */
export interface FunnelGroup {
  readonly value: number;
  readonly n: number;
}

/** What the limits are drawn from, and how far each group lies from the centre. */
export interface Funnel {
  /** The share or mean of all answers together. */
  readonly centre: number;
  /** Standard deviation of one answer: a group of n lies within centre ± z·spread·widening/√n. */
  readonly spread: number;
  /** √(mean z²) of the groups where that exceeds 1, else 1: groups differ by more than the answers' chance alone. */
  readonly widening: number;
  /** In widened standard errors from the centre, group by group; 0 when the answers do not vary. */
  readonly z: readonly number[];
  /** What a value cannot pass. */
  readonly bounds: Interval;
}

/** Standard errors of the two pairs of limits: 1 in 20 and 1 in 500 groups pass them by chance. */
export const FUNNEL_LIMITS = [1.96, 3.09] as const;

/**
 * Funnel of shares: the standard deviation of one answer is √(p0(1 − p0)).
 *
 * Sources: Spiegelhalter (2005) for funnels and for widening them, there by winsorised z, here by all of them.
 *
 * @returns null without groups.
 * @throws RangeError unless every share lies in 0 to 1 and every n is positive.
 */
export function shareFunnel(groups: readonly FunnelGroup[]): Funnel | null {
  for (const { value } of groups) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`a share must lie between 0 and 1: ${value}`);
  }
  const centre = centreOf(groups);
  return centre === null
    ? null
    : funnel(groups, centre, Math.sqrt(Math.max(0, centre * (1 - centre))), { low: 0, high: 1 });
}

/**
 * Funnel of means.
 *
 * @param spread standard deviation of the answers within groups.
 * @param bounds ends of the scale, if it has any.
 * @returns null without groups.
 * @throws RangeError unless spread >= 0 and every n is positive.
 */
export function meanFunnel(
  groups: readonly FunnelGroup[],
  spread: number,
  bounds: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
): Funnel | null {
  if (!(spread >= 0)) throw new RangeError(`a standard deviation must be at least 0: ${spread}`);
  const centre = centreOf(groups);
  return centre === null ? null : funnel(groups, centre, spread, bounds);
}

/** Limits for a group of n answers, so many standard errors from the centre, within what a value can be. */
export function funnelLimits({ centre, spread, widening, bounds }: Funnel, n: number, errors: number): Interval {
  const half = (errors * spread * widening) / Math.sqrt(n);
  return { low: Math.max(bounds.low, centre - half), high: Math.min(bounds.high, centre + half) };
}

function funnel(groups: readonly FunnelGroup[], centre: number, spread: number, bounds: Interval): Funnel {
  const z = groups.map(({ value, n }) => (spread === 0 ? 0 : ((value - centre) * Math.sqrt(n)) / spread));
  const widening = Math.max(1, Math.sqrt(z.reduce((sum, each) => sum + each * each, 0) / z.length));
  return { centre, spread, widening, z: z.map((each) => each / widening), bounds };
}

function centreOf(groups: readonly FunnelGroup[]): number | null {
  let [sum, answers] = [0, 0];
  for (const { value, n } of groups) {
    if (!(n > 0)) throw new RangeError(`a group needs a positive number of answers: ${n}`);
    sum += value * n;
    answers += n;
  }
  return answers > 0 ? sum / answers : null;
}
