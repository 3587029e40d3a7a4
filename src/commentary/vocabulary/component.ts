/**
 * What a component of the writers' vocabulary is: its words, its props, an example for the guide.
 */

import type { MistakeDetails } from '../../config/mistake.ts';

/** What a prop holds, which decides how it is checked. */
export type PropKind =
  /** The id, name or label of a metric. */
  | 'metric'
  /** A period in words or as a code: `2026 Q2`, `last quarter`. */
  | 'period'
  /** Any text. */
  | 'text'
  /** A word without a value, there or not there: `rose`. */
  | 'flag';

/** Where a component stands in a text. */
export type UsePlace = Required<Pick<MistakeDetails, 'file' | 'line' | 'column'>>;

/** A component as a writer used it: its props, the text it stands around, and where it stands. */
export interface WrittenUse {
  /** A prop without a value is `true`. */
  readonly props: Readonly<Record<string, string | true>>;
  /**
   * What it stands around, as readers see it without markup, with `SLOT` for each component in it that stands alone, whose
   * uses come next; empty for nothing.
   */
  readonly text: string;
  readonly place: UsePlace;
  /** The use that it stands in, the innermost where there are several; absent at the top of a text. */
  readonly within?: EnclosingUse;
}

/** A component that stands around others. */
export interface EnclosingUse extends WrittenUse {
  readonly component: string;
}

export interface WriterProp {
  readonly kind: PropKind;
  /** What it says, for the guide: a clause without a full stop. */
  readonly words: string;
  readonly required?: true;
  /** The only values that it may have. */
  readonly oneOf?: readonly string[];
}

export interface WriterComponent {
  /** As writers type it: `Value`. */
  readonly name: string;
  /** What it does, for the guide: one or two sentences. */
  readonly words: string;
  readonly props: Readonly<Record<string, WriterProp>>;
  /** Whether values of dimensions restrict it: `channel="email"`. */
  readonly filters: boolean;
  /** Whether it stands around text of the writer's: a part of a paragraph or whole ones, or only ever whole ones. */
  readonly content: 'none' | 'text' | 'block';
  /** Whether it stands on lines of its own although it stands around nothing. */
  readonly ownLines?: true;
  /**
   * What else it asks of a use, without knowing the data.
   *
   * @throws Mistake for what it refuses.
   */
  readonly check?: (use: EnclosingUse) => void;
  /** MDX that works on the demo. */
  readonly example: string;
}
