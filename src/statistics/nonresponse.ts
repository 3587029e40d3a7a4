/**
 * Whether those who answered a survey are like those who did not.
 */
import { type ClusterMoments, clusterEstimate } from './cluster.ts';
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
  const spread = responseSpread(strata);
  return spread === null ? null : { ...spread, p: chiSquareUpperP(spread.chiSquare, spread.degreesOfFreedom) };
}

/** The same without the test, for resamples. */
export function responseSpread(strata: readonly InvitedStratum[]): Omit<NonResponse, 'p'> | null {
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
    // Of a table with two columns the smaller dimension less one is 1.
    cramersV: Math.sqrt(chiSquare / invited),
    propensitySpread,
    rIndicator: 1 - 2 * propensitySpread,
    maximalBias: propensitySpread / rate,
  };
}

/**
 * How much a chi-square of shares over strata grows because rows stand in clusters, such as invitations of one customer:
 * the mean design effect by which it is divided before it is read, Σ (1 − n_h/n)·d_h·p_h(1 − p_h) / ((H − 1)·p(1 − p)), never
 * below 1. Source: first-order correction of Rao & Scott (1981).
 *
 * @param strata moments of yes and no in each stratum.
 */
export function homogeneityDesignEffect(strata: readonly ClusterMoments[]): number {
  const held = strata.filter(({ n }) => n > 0);
  const n = held.reduce((total, stratum) => total + stratum.n, 0);
  const share = held.reduce((total, stratum) => total + stratum.sum, 0) / n;
  const spread = (held.length - 1) * share * (1 - share);
  if (!(spread > 0)) return 1;
  const weighted = held.reduce((total, stratum) => {
    const own = stratum.sum / stratum.n;
    // With one row a cluster the correction k/(k − 1) is all there would be.
    const effect = stratum.clusters === stratum.n ? 1 : clusterEstimate(stratum).designEffect;
    return total + (1 - stratum.n / n) * effect * own * (1 - own);
  }, 0);
  return Math.max(1, weighted / spread);
}
