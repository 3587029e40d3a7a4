/**
 * Typed columns: what one field of a table looks like in memory.
 *
 * A missing cell has a value of its own in every type, never zero and never an empty string.
 */

/** Identifiers as 64-bit keyed hashes: the text of an identifier never enters a dataset. Both words 0 = missing. */
export interface IdColumn {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/** Moments as epoch milliseconds (UTC); NaN = missing. */
export type InstantColumn = Float64Array;

/** Quantities in the unit that the field states; NaN = missing. */
export type NumberColumn = Float64Array;

/** Yes = 1, no = 0, missing = -1. */
export type FlagColumn = Int8Array;

/** Dictionary-coded text: `values[codes[row]]`; code -1 = missing. */
export interface CategoryColumn {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

/** The answers a question allows and which of them count as positive. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  /** Lowest answer that counts as positive: satisfied, easy. */
  readonly positiveFrom: number;
}

/** Answers on their own scale: `scales[scale[row]]`; value NaN = missing. */
export interface ScoreColumn {
  readonly values: Float64Array;
  readonly scale: Uint8Array;
  readonly scales: readonly Scale[];
}

/**
 * The distinct words of comments, never their order or number: the words of a row are
 * `codes[starts[row]] … codes[starts[row + 1] - 1]`, each once. A missing comment has none.
 */
export interface WordsColumn {
  /** One more than there are rows; rises from 0 to the number of codes. */
  readonly starts: Uint32Array;
  /** Places in the vocabulary. */
  readonly codes: Int32Array;
  readonly vocabulary: Vocabulary;
}

/** Words known by keyed hashes. Their texts stand beside them only where they may be named. */
export interface Vocabulary {
  /** In the order of the hashes. */
  readonly hash: IdColumn;
  /** How often each word was written with a small first letter, or in a script that has no capitals. */
  readonly small: Uint32Array;
  /** How often each word was written with a capital where no sentence begins. */
  readonly capital: Uint32Array;
  /** Empty = not to be named. */
  readonly texts: readonly string[];
  /** Words that the report asks for, those that are not to be named among them; in the order of the patterns. */
  readonly asked: readonly AskedWords[];
}

/** The words that a pattern stands for: itself, or all that begin with it where it ends with an asterisk. */
export interface AskedWords {
  readonly pattern: string;
  /** Places in the vocabulary, rising. */
  readonly words: Int32Array;
}

export interface ColumnTypes {
  id: IdColumn;
  instant: InstantColumn;
  number: NumberColumn;
  flag: FlagColumn;
  category: CategoryColumn;
  score: ScoreColumn;
  words: WordsColumn;
}

export type ColumnType = keyof ColumnTypes;
