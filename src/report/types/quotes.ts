/** Comments in the words of customers, released and redacted. */
export interface Quotes {
  /** Themes with quotes, the most mentioned first; empty where nothing is quoted. */
  readonly themes: readonly ThemeQuotes[];
  /** How they were chosen and what was left out of them, or why there are none. */
  readonly sentences: readonly string[];
}

export interface ThemeQuotes {
  readonly theme: string;
  readonly quotes: readonly string[];
}
