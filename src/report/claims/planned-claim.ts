/**
 * A claim with the comparisons that decide it.
 */
import type { Period } from '../../calendar/period.ts';
import type { ComponentUse } from '../../commentary/uses.ts';
import { acrossWords, breakBetween } from '../breaks.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Finding, Pair } from '../family.ts';
import type { Comparison, Filter } from '../types/estimate.ts';
import { UNCOMPARED } from '../wording/phrases.ts';
import type { ClaimKind, Direction } from './claim-kind.ts';

/** One comparison of a claim, and on which side of it the figure stands that the claim is about. */
export interface ClaimPair {
  readonly pair: Pair;
  readonly subject: 'a' | 'b';
}

/** One comparison of a claim with its verdict. */
export interface JudgedPair extends ClaimPair {
  readonly comparison: Comparison;
  /** Which way the subject of the claim is shown to differ; null where it is not. */
  readonly shown: Direction | null;
}

/** A number that a figure is held against. */
export interface Level {
  readonly value: number;
  /** `80%`, `half`, `the target of 85%`. */
  readonly words: string;
  /** The distance from it, to be judged in the family of the metric's panel; null where it cannot be tested. */
  readonly finding: Finding | null;
}

export interface PlannedClaim {
  readonly use: ComponentUse;
  readonly kind: ClaimKind;
  readonly metric: string;
  readonly where: Filter;
  /** The period of the figure that the claim is about. */
  readonly period: Period;
  /** Where the claim is about several comparisons, the period since which or the dimension of which it speaks. */
  readonly among: string;
  readonly pairs: readonly ClaimPair[];
  readonly level: Level | null;
  /** Why nothing may be compared, to stand after the metric's name; null where it may. */
  readonly refused: string | null;
  /** Set where it is a break in the series that forbids it. */
  readonly isBroken?: true;
}

/** What is known of a claim whatever its kind. */
export interface Claim {
  readonly context: ReportContext;
  readonly store: EstimateStore;
  readonly use: ComponentUse;
  readonly kind: ClaimKind;
  readonly metric: string;
  readonly where: Filter;
  readonly period: Period;
}

/** The text of a prop; empty where it is not there. */
export function textOf(prop: string | true | undefined): string {
  return typeof prop === 'string' ? prop : '';
}

/** The claim with what decides it; of an unfinished period nothing is claimed, and nothing compared. */
export function planned(claim: Claim, more: Partial<PlannedClaim>): PlannedClaim {
  const { use, kind, metric, where, period } = claim;
  const plan = { use, kind, metric, where, period, among: '', pairs: [], level: null, refused: null, ...more };
  if (!period.partial) return acrossNothing(claim.context, plan);
  const level = plan.level === null ? null : { ...plan.level, finding: null };
  return { ...plan, pairs: [], level, refused: UNCOMPARED.incomplete(period.label) };
}

/** Nothing is claimed across a break in the series. */
function acrossNothing(context: ReportContext, plan: PlannedClaim): PlannedClaim {
  for (const { pair } of plan.pairs) {
    const parting = breakBetween(context, plan.metric, pair.a.period, pair.b.period);
    if (parting !== null) return { ...plan, pairs: [], refused: acrossWords(parting), isBroken: true };
  }
  return plan;
}
