/**
 * Actions as the report gives them: what was done, and what is measured since.
 */
import type { Comparison } from './estimate.ts';
import type { MetricCard } from './metric-card.ts';

/** What came after an action; none of it says that the action brought it about. */
export type Aftermath =
  | 'better'
  | 'worse'
  /** Shown to differ, in a direction that is neither good nor bad. */
  | 'changed'
  | 'same'
  | 'unclear'
  /** Answers too few on one side, or kept back. */
  | 'few'
  /** Not begun, or no complete period since. */
  | 'early'
  /** No metric named, or none that these data hold. */
  | 'unmeasured';

/** All actions, in the order of the writers’ file, and what they come to. */
export interface ActionsReport {
  readonly answer: string;
  readonly actions: readonly ActionReport[];
}

export interface ActionReport {
  /** Anchor on the page: `action-3`. */
  readonly id: string;
  readonly action: string;
  readonly owner: string;
  /** `Done`, `Planned`. */
  readonly status: string;
  /** `Since 2 February 2026, due 30 April 2026`; empty where nothing is known. */
  readonly when: string;
  /** What it answers: a sentence, and where it stands when the report says it itself; null where nothing was written. */
  readonly finding: { readonly text: string; readonly href: string | null } | null;
  readonly metric: MetricCard | null;
  /** `department Billing`; empty for everybody. */
  readonly where: string;
  /** Before and after, judged with the other comparisons of the metric's panel; null where they cannot be compared. */
  readonly comparison: Comparison | null;
  readonly aftermath: Aftermath;
  /** The same in a few words: `No clear change since`. */
  readonly aftermathWords: string;
  /** What is measured, as a sentence. */
  readonly measured: string;
}
