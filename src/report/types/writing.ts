/**
 * What the lint makes of writers' texts.
 */
import type { Excuse } from '../../commentary/lint/lint.ts';
import type { Mistake } from '../../config/mistake.ts';

/** Something to look at in a text that does not stop a build. */
export interface WritingRemark {
  readonly rule: string;
  readonly level: 'hint' | 'warning';
  readonly mistake: Mistake;
}

/** A part of a text that its writer excuses from being checked. */
export interface UncheckedReport extends Excuse {
  /** The text that it stands in, by its page: `home`, `contrasts/scope`. */
  readonly page: string;
}

export interface WritingReport {
  /** What may not be published as it stands, in the order of the texts. */
  readonly errors: readonly Mistake[];
  readonly remarks: readonly WritingRemark[];
  readonly unchecked: readonly UncheckedReport[];
}
