/**
 * What the lint makes of writers' texts.
 */
import type { Mistake } from '../../config/mistake.ts';

/** Something to look at in a text that does not stop a build. */
export interface WritingRemark {
  readonly rule: string;
  readonly level: 'hint' | 'warning';
  readonly mistake: Mistake;
}

/** A part of a text that its writer excuses from being checked. */
export interface UncheckedReport {
  /** The text that it stands in, by its page: `home`, `contrasts/scope`. */
  readonly page: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** As readers see it, without markup. */
  readonly text: string;
  readonly rules: readonly string[];
  readonly reason: string;
}

export interface WritingReport {
  /** What may not be published as it stands, in the order of the texts. */
  readonly errors: readonly Mistake[];
  readonly remarks: readonly WritingRemark[];
  readonly unchecked: readonly UncheckedReport[];
}
