/**
 * Whether the data bear a claim out.
 */
import { cardOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Judge } from '../family.ts';
import type { Comparison, Lens, Verdict } from '../types/estimate.ts';
import { type ClaimWords, levelWords, pairWords, refusedWords, severalWords } from './claim-words.ts';
import type { ClaimPair, JudgedPair, PlannedClaim } from './planned-claim.ts';

/** Where the comparisons of claims, and their distances from numbers, are judged. */
export interface ClaimJudge extends Judge {
  verdict(lens: Lens, finding: string): Verdict;
}

export interface JudgedClaim extends ClaimWords {
  readonly holds: boolean;
  readonly verdict: Verdict;
}

/**
 * A rise, a fall, a record and a difference of groups need the verdict `different`; sameness needs `equivalent`. Which
 * side of a number a figure lies on is shown by any difference, however small.
 *
 * @param families in which every comparison of the claim was planned.
 */
export function judgeClaim(
  context: ReportContext,
  store: EstimateStore,
  families: ClaimJudge,
  claim: PlannedClaim,
): JudgedClaim {
  const card = cardOf(context, claim.metric);
  if (claim.refused !== null) {
    const verdict = claim.isBroken === true ? 'broken' : 'untested';
    return { holds: false, verdict, ...refusedWords(card, claim.refused) };
  }
  if (claim.level !== null) return judgeLevel(context, store, families, claim, claim.level);
  const judged = claim.pairs.map((each) => judgedPair(families, each, card.unit === 'duration'));
  const { direction, test } = claim.kind;
  if (test === 'change' || test === 'rival') {
    const [only] = judged as [JudgedPair];
    return { holds: only.shown === direction, verdict: only.comparison.verdict, ...pairWords(card, only) };
  }
  // Groups and periods with too few answers can neither bear a claim out nor refute it.
  const told = judged.filter(({ comparison: { verdict } }) => verdict !== 'insufficient' && verdict !== 'suppressed');
  const against = told.find(({ shown }) => shown !== direction);
  const subject = store.estimate(claim.metric, claim.where, claim.period);
  const words = severalWords(card, { claim, subject, told, untold: judged.length - told.length });
  return {
    holds: told.length > 0 && against === undefined,
    verdict: (against ?? told[0] ?? judged[0])?.comparison.verdict ?? 'insufficient',
    ...words,
  };
}

/** A comparison with its verdict; `isRatio` for durations. */
export function judgedPair(families: Judge, { pair, subject }: ClaimPair, isRatio: boolean): JudgedPair {
  const comparison = families.comparison(pair);
  const { verdict, difference = isRatio ? 1 : 0 } = comparison;
  const isUp = difference > (isRatio ? 1 : 0) === (subject === 'b');
  const shown = verdict === 'different' ? (isUp ? 'up' : 'down') : verdict === 'equivalent' ? 'same' : null;
  return { pair, subject, comparison, shown };
}

function judgeLevel(
  context: ReportContext,
  store: EstimateStore,
  families: ClaimJudge,
  claim: PlannedClaim,
  { words, finding }: NonNullable<PlannedClaim['level']>,
): JudgedClaim {
  const card = cardOf(context, claim.metric);
  const estimate = store.estimate(claim.metric, claim.where, claim.period);
  const verdict = finding === null ? untestedVerdict(estimate) : families.verdict(card.lens, finding.id);
  const isUp = finding !== null && finding.difference.difference > (card.unit === 'duration' ? 1 : 0);
  const shown =
    verdict === 'different' || verdict === 'negligible'
      ? isUp
        ? 'up'
        : 'down'
      : verdict === 'equivalent'
        ? 'same'
        : null;
  // A figure that is shown to lie above a number is no longer the same, however near it lies.
  const { direction } = claim.kind;
  return {
    holds: shown === direction,
    verdict,
    ...levelWords(card, {
      claim,
      estimate,
      verdict,
      shown,
      level: words,
    }),
  };
}

function untestedVerdict({ status, range }: Comparison['a']): Verdict {
  if (status === 'suppressed') return 'suppressed';
  return status === 'not_applicable' || (status === 'ok' && range === '') ? 'untested' : 'insufficient';
}
