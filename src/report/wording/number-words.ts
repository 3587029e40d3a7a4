const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** Small numbers as words, `none` for 0; others as digits. */
export function numberWord(n: number): string {
  return WORDS[n] ?? String(n);
}
