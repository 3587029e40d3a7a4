/**
 * Columns of words for tests: comments given as text, parted at blanks.
 */
import type { WordsColumn } from './column.ts';

/**
 * Every word may be named unless it begins with a capital. Null = no comment.
 *
 * @param patterns that the report asks for, in order.
 */
export function wordsOf(comments: readonly (string | null)[], patterns: readonly string[] = []): WordsColumn {
  const sets = comments.map((comment) => new Set(comment?.split(' ').filter((word) => word !== '') ?? []));
  const texts = [...new Set(sets.flatMap((set) => [...set]))].sort((a, b) => hashOf(a) - hashOf(b));
  const codeOf = new Map(texts.map((text, code) => [text, code]));
  const codes = sets.map((set) => [...set].map((word) => codeOf.get(word) as number).sort((a, b) => a - b));
  const starts = new Uint32Array(sets.length + 1);
  for (const [row, set] of sets.entries()) starts[row + 1] = (starts[row] as number) + set.size;
  const isCapital = (text: string) => Number(text !== text.toLowerCase());
  return {
    starts,
    codes: Int32Array.from(codes.flat()),
    vocabulary: {
      hash: { high: new Uint32Array(texts.length).fill(1), low: Uint32Array.from(texts, hashOf) },
      small: Uint32Array.from(texts, (text) => 1 - isCapital(text)),
      capital: Uint32Array.from(texts, isCapital),
      texts,
      asked: patterns.map((pattern) => ({
        pattern,
        words: Int32Array.from(texts.keys()).filter((word) => isAskedFor(texts[word] as string, pattern)),
      })),
    },
  };
}

function isAskedFor(text: string, pattern: string): boolean {
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}

/** The named words of each row in the order of the alphabet, with one `?` for each word that is not named. */
export function textsOf({ starts, codes, vocabulary }: WordsColumn): string[] {
  return Array.from({ length: starts.length - 1 }, (_, row) =>
    Array.from(codes.subarray(starts[row], starts[row + 1]), (code) => vocabulary.texts[code] || '?')
      .sort()
      .join(' '),
  );
}

function hashOf(text: string): number {
  let hash = 7;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193) >>> 0;
  return hash;
}
