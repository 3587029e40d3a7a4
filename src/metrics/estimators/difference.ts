/**
 * Differences about which the data say nothing.
 */
import type { Difference } from '../definition.ts';

/** A difference that cannot be tested: it may be anything, and p is 1. */
export function untestable(difference: number): Difference {
  return {
    difference,
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    low90: Number.NEGATIVE_INFINITY,
    high90: Number.POSITIVE_INFINITY,
    p: 1,
  };
}

/** A ratio that cannot be tested: any positive number may be the true one, and p is 1. */
export function untestableRatio(ratio: number): Difference {
  return { ...untestable(ratio), low: 0, low90: 0 };
}
