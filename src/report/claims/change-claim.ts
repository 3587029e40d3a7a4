/**
 * Claims about the course of a figure: rose, fell, about the same, highest and lowest since.
 */
import type { Period } from '../../calendar/period.ts';
import { Mistake } from '../../config/mistake.ts';
import type { Pair } from '../family.ts';
import { resolvePeriod } from '../names.ts';
import { periodsBefore } from '../record.ts';
import { standsOnSeveralScales } from '../scales.ts';
import { earlierPeriod } from '../sections.ts';
import type { Filter } from '../types/estimate.ts';
import { UNCOMPARED } from '../wording/phrases.ts';
import { type Claim, type PlannedClaim, planned, textOf } from './planned-claim.ts';

export function changeClaim(claim: Claim): PlannedClaim {
  const { context, metric, where, period, use } = claim;
  const written = textOf(use.props.from);
  const earlier =
    written === '' ? earlierPeriod(context, period, 'previous') : resolvePeriod(context, written, use.place);
  if (earlier === null) return planned(claim, { refused: UNCOMPARED.first });
  refuseUnlike(claim, earlier, written);
  if (earlier.partial) return planned(claim, { refused: UNCOMPARED.incomplete(earlier.label) });
  if (standsOnSeveralScales(context, metric, null)) return planned(claim, { refused: UNCOMPARED.scales });
  return planned(claim, { pairs: [{ pair: overTime(metric, where, earlier, period), subject: 'b' }] });
}

/** Periods of unequal length, in the wrong order or of which one holds the other are no two ends of a change. */
function refuseUnlike({ use, period }: Claim, earlier: Period, written: string): void {
  const later = textOf(use.props.to) || period.label;
  const from = written || earlier.label;
  if (earlier.grain !== period.grain) {
    throw new Mistake({
      ...use.place,
      what: `from and to of <${use.component}> are not of the same length`,
      found: `from="${from}" to="${later}"`,
      expected: `two ${period.grain}s, or two ${earlier.grain}s`,
      remedy: 'Name two periods of the same length.',
    });
  }
  if (earlier.end <= period.start) return;
  throw new Mistake({
    ...use.place,
    what: `from of <${use.component}> does not lie before to`,
    found: `from="${from}" to="${later}"`,
    expected: 'the earlier period in from, the later one in to',
    remedy: earlier.start > period.start ? 'Exchange from and to.' : 'Name an earlier period in from.',
  });
}

function overTime(metric: string, where: Filter, a: Period, b: Period): Pair {
  return {
    metric,
    occasion: 'over time',
    a: { where, period: a, name: a.label },
    b: { where, period: b, name: b.label },
  };
}

export function recordClaim(claim: Claim): PlannedClaim {
  const { context, metric, where, period, use } = claim;
  const written = textOf(use.props.since);
  const since = resolvePeriod(context, written, use.place);
  if (since.grain !== 'all') refuseUnlikeSince(claim, since, written);
  const between = periodsBefore(context, period).filter(({ start }) => since.grain === 'all' || start >= since.end);
  const among = since.grain === 'all' ? `of all ${period.grain}s` : `since ${since.label}`;
  if (between.length === 0) {
    throw new Mistake({
      ...use.place,
      what: `There is nothing between ${since.label} and ${period.label} to be ${use.props.lowest ? 'lower' : 'higher'} than`,
      found: `since="${written}"`,
      expected: `a ${period.grain} further back`,
      remedy: 'Name an earlier period, or claim that the figure rose or fell.',
    });
  }
  if (standsOnSeveralScales(context, metric, null)) return planned(claim, { among, refused: UNCOMPARED.scales });
  return planned(claim, {
    among,
    pairs: between.map((earlier) => ({ pair: overTime(metric, where, earlier, period), subject: 'b' as const })),
  });
}

function refuseUnlikeSince({ use, period }: Claim, since: Period, written: string): void {
  if (since.grain === period.grain && since.end <= period.start) return;
  throw new Mistake({
    ...use.place,
    what:
      since.grain === period.grain
        ? `since of <${use.component}> does not lie before its period`
        : `since of <${use.component}> is of another length than its period`,
    found: `since="${written}", the period is ${period.label}`,
    expected: `a ${period.grain} before ${period.label}`,
    remedy: 'Name an earlier period of the same length.',
  });
}
