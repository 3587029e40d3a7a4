/**
 * Columns of words: several put together, rows picked out, vocabularies merged.
 */
import type { AskedWords, Vocabulary, WordsColumn } from './column.ts';
import { numberIds } from './id-index.ts';
import type { Layout } from './layout.ts';
import { sharedInt32, sharedUint32 } from './shared-array.ts';

/**
 * One column of the columns of several blocks, as `place` makes them. Vocabularies are merged by hash; a word has a text
 * when one of the blocks names it.
 */
export function placeWords(blocks: readonly (WordsColumn | undefined)[], layout: Layout): WordsColumn {
  const { numbers, count } = numberIds(blocks.map((block) => block?.vocabulary.hash ?? null));
  const starts = sharedUint32(layout.rows + 1);
  eachRow(blocks, layout, (block, row, to) => {
    starts[to + 1] = (block.starts[row + 1] as number) - (block.starts[row] as number);
  });
  for (let row = 0; row < layout.rows; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const codes = sharedInt32(starts[layout.rows] as number);
  eachRow(blocks, layout, (block, row, to, index) => {
    const renumbered = numbers[index] as Int32Array;
    let at = starts[to] as number;
    for (let from = block.starts[row] as number; from < (block.starts[row + 1] as number); from++) {
      codes[at++] = renumbered[block.codes[from] as number] as number;
    }
  });
  return {
    starts,
    codes,
    vocabulary: mergedVocabulary(
      blocks.map((block) => block?.vocabulary),
      numbers,
      count,
    ),
  };
}

/** Every row of the blocks that has a place in the table. */
function eachRow(
  blocks: readonly (WordsColumn | undefined)[],
  { lengths, position }: Layout,
  visit: (block: WordsColumn, row: number, to: number, index: number) => void,
): void {
  let offset = 0;
  for (const [index, length] of lengths.entries()) {
    const block = blocks[index];
    for (let row = 0; block !== undefined && row < length; row++) {
      const to = position === null ? offset + row : (position[offset + row] as number);
      if (to >= 0) visit(block, row, to, index);
    }
    offset += length;
  }
}

function mergedVocabulary(
  vocabularies: readonly (Vocabulary | undefined)[],
  numbers: readonly (Int32Array | null)[],
  count: number,
): Vocabulary {
  const hash = { high: sharedUint32(count), low: sharedUint32(count) };
  const small = sharedUint32(count);
  const capital = sharedUint32(count);
  const texts = new Array<string>(count).fill('');
  for (const [index, vocabulary] of vocabularies.entries()) {
    if (vocabulary === undefined) continue;
    for (const [word, code] of (numbers[index] as Int32Array).entries()) {
      hash.high[code] = vocabulary.hash.high[word] as number;
      hash.low[code] = vocabulary.hash.low[word] as number;
      small[code] = (small[code] as number) + (vocabulary.small[word] as number);
      capital[code] = (capital[code] as number) + (vocabulary.capital[word] as number);
      texts[code] ||= vocabulary.texts[word] as string;
    }
  }
  return { hash, small, capital, texts, asked: mergedAsked(vocabularies, numbers) };
}

/** What the patterns of all blocks stand for together; a pattern that no word fits stays, with none. */
function mergedAsked(
  vocabularies: readonly (Vocabulary | undefined)[],
  numbers: readonly (Int32Array | null)[],
): AskedWords[] {
  const words = new Map<string, Set<number>>();
  for (const [index, vocabulary] of vocabularies.entries()) {
    for (const { pattern, words: own } of vocabulary?.asked ?? []) {
      const all = words.get(pattern) ?? new Set();
      for (const word of own) all.add((numbers[index] as Int32Array)[word] as number);
      words.set(pattern, all);
    }
  }
  return [...words.keys()].sort().map((pattern) => ({
    pattern,
    words: Int32Array.from(words.get(pattern) ?? []).sort(),
  }));
}

/** The rows named by `order`, in that order; row -1 has no words. The vocabulary stays as it is. */
export function gatherWords({ starts, codes, vocabulary }: WordsColumn, order: Int32Array): WordsColumn {
  const picked = sharedUint32(order.length + 1);
  for (let row = 0; row < order.length; row++) {
    const from = order[row] as number;
    const length = from < 0 ? 0 : (starts[from + 1] as number) - (starts[from] as number);
    picked[row + 1] = (picked[row] as number) + length;
  }
  const words = sharedInt32(picked[order.length] as number);
  for (let row = 0; row < order.length; row++) {
    const from = order[row] as number;
    if (from < 0) continue;
    words.set(codes.subarray(starts[from], starts[from + 1]), picked[row]);
  }
  return { starts: picked, codes: words, vocabulary };
}
