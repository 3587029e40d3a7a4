/**
 * Figures so near to all or nothing that, in a small group, they would tell what everybody in it answered.
 */
import type { Cell, Metric } from '../../metrics/definition.ts';

/** From so many customers on, nothing is blurred; in fewer, all or nothing would tell what everybody answered. */
export const SMALL_GROUP = 30;

/** How near to nothing or to everything a share may come in a smaller group. */
const NEAR = 0.1;

/** What is published instead: the bound that the figure is beyond. */
export interface Blurred {
  readonly value: number;
  readonly text: string;
}

/** How a blurred figure was estimated, as the downloads say it. */
export const BLURRED = 'blurred';

/** Null for a figure that may be shown as it is. */
export function blurOf({ unit }: Pick<Metric, 'unit'>, { customers, value }: Cell): Blurred | null {
  if (value === undefined || customers >= SMALL_GROUP) return null;
  if (unit === 'share') return blurOfShare(value);
  if (unit !== 'net' || Math.abs(value) <= NET_BOUND) return null;
  return value > 0 ? { value: NET_BOUND, text: `>+${NET_BOUND}` } : { value: -NET_BOUND, text: `<\u2212${NET_BOUND}` };
}

const NET_BOUND = 100 * (1 - NEAR);

function blurOfShare(share: number): Blurred | null {
  if (share < NEAR) return { value: NEAR, text: '<10%' };
  return share > 1 - NEAR ? { value: 1 - NEAR, text: '>90%' } : null;
}

/** The parts of a whole in a small group. */
export interface BlurredParts {
  /** Lengths to draw, which add up to 1: what is beyond a bound has no length of its own. */
  readonly lengths: readonly number[];
  /** What is published of each part in place of its share; null where the share itself may be. */
  readonly blurred: readonly (Blurred | null)[];
}

/**
 * The shares of a distribution.
 *
 * @returns null where they may not be shown: a single part beyond a bound follows from the others.
 */
export function blurParts(shares: readonly number[], customers: number): BlurredParts | null {
  const blurred = shares.map((share) => (customers >= SMALL_GROUP ? null : blurOfShare(share)));
  const few = blurred.filter((part) => part !== null && part.value === NEAR).length;
  if (blurred.every((part) => part === null)) return { lengths: shares, blurred };
  if (blurred.some((part) => part?.value === 1 - NEAR)) {
    return { lengths: blurred.map((part) => (part?.value === 1 - NEAR ? 1 - NEAR : NEAR / few)), blurred };
  }
  if (few === 1) return null;
  const left = shares.reduce((sum, share, index) => sum - (blurred[index] === null ? share : 0), 1);
  return { lengths: shares.map((share, index) => (blurred[index] === null ? share : left / few)), blurred };
}
