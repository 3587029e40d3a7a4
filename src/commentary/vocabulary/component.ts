/**
 * What a component of the writers' vocabulary is: its words, its props, an example for the guide.
 */

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
  /** Whether it stands around text of the writer's. */
  readonly content: 'none' | 'text';
  /** MDX that works on the demo. */
  readonly example: string;
}
