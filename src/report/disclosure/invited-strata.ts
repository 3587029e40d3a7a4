/**
 * Which kinds of invitations may be shown beside all invitations together.
 */
import type { Factor, Invited } from '../../metrics/who-answered.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';

const RATE = 'response_rate';

/**
 * Strata of too few customers, those that the same group’s response rate is kept back for, and as many of the smallest
 * others as it takes so that none can be worked out: all strata together are published as the overall rate.
 */
export function keptBackStrata(
  context: ReportContext,
  store: EstimateStore,
  factor: Factor,
  strata: readonly Invited[],
): ReadonlySet<Invited> {
  const { minimum_base } = context.config;
  const all = context.periods.all[0];
  const isDimension = (name: Factor) => name === 'channel' || name === 'segment';
  const hidden = new Set(
    strata.filter(
      ({ label, customers }) =>
        customers < minimum_base ||
        (all !== undefined &&
          isDimension(factor) &&
          store.estimate(RATE, { [factor]: label }, all).status === 'suppressed'),
    ),
  );
  if (hidden.size === 0) return hidden;
  const total = (count: (stratum: Invited) => number, some: Iterable<Invited>) =>
    [...some].reduce((sum, stratum) => sum + count(stratum), 0);
  const tells = (count: (stratum: Invited) => number) => total(count, strata) > 0 && total(count, hidden) === 0;
  const isGivenAway = () =>
    hidden.size === 1 ||
    total(({ invited }) => invited, hidden) < minimum_base ||
    tells(({ answered }) => answered) ||
    tells(({ invited, answered }) => invited - answered);
  for (const stratum of strata.toSorted((a, b) => a.invited - b.invited || (a.label < b.label ? -1 : 1))) {
    if (isGivenAway()) hidden.add(stratum);
  }
  return hidden;
}
