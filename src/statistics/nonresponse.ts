/**
 * Whether those who answered a survey are like those who did not.
 */
import { chiSquareUpperP } from './distribution.ts';

/** Invited people of one kind, and how many of them answered. */
export interface InvitedStratum {
  readonly invited: number;
  readonly answered: number;
}

export interface NonResponse {
  /** Pearson's chi-square of answered against not answered over the strata, without correction. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Cramér's V, 0 to 1: how far the strata differ in answering. */
  readonly cramersV: number;
  /** Standard deviation of the propensities to answer over all invited, with n − 1. */
  readonly propensitySpread: number;
  /** 1 − 2·S(ρ): 1 when all strata answer alike (Schouten, Cobben & Bethlehem 2009). */
  readonly rIndicator: number;
  /** S(ρ) / mean(ρ): the largest possible bias of a mean, in standard deviations of what is asked. */
  readonly maximalBias: number;
}

/**
 * Compares respondents with non-respondents, never with all invited: those two overlap.
 *
 * @returns null when nobody, or everybody, answered, or when fewer than two strata hold anybody.
 * @throws RangeError when more answered than were invited.
 */
export function nonResponse(strata: readonly InvitedStratum[]): NonResponse | null {
  const held = strata.filter(({ invited }) => invited > 0);
  for (const { invited, answered } of held) {
    if (!(answered >= 0 && answered <= invited)) throw new RangeError(`${answered} of ${invited} cannot have answered`);
  }
  const invited = held.reduce((sum, stratum) => sum + stratum.invited, 0);
  const answered = held.reduce((sum, stratum) => sum + stratum.answered, 0);
  if (held.length < 2 || answered === 0 || answered === invited) return null;
  const rate = answered / invited;
  let chiSquare = 0;
  let squares = 0;
  for (const stratum of held) {
    const expected = stratum.invited * rate;
    const difference = stratum.answered - expected;
    chiSquare += difference ** 2 / expected + difference ** 2 / (stratum.invited - expected);
    squares += stratum.invited * (stratum.answered / stratum.invited - rate) ** 2;
  }
  const propensitySpread = Math.sqrt(squares / (invited - 1));
  const degreesOfFreedom = held.length - 1;
  return {
    chiSquare,
    degreesOfFreedom,
    p: chiSquareUpperP(chiSquare, degreesOfFreedom),
    // Of a table with two columns the smaller dimension less one is 1.
    cramersV: Math.sqrt(chiSquare / invited),
    propensitySpread,
    rIndicator: 1 - 2 * propensitySpread,
    maximalBias: propensitySpread / rate,
  };
}
