/**
 * Which words may have a text.
 *
 * Names of people stand in comments. A word is a text only where two rows of a file use it and it is not written like a
 * name; in a dataset only where ten customers use it. All others are hashes that count and cannot be read.
 */
import type { Vocabulary, WordsColumn } from './column.ts';

/** Fewest rows of one file that use a word whose text is kept. */
const FEWEST_ROWS = 2;

/** Fewest customers who use a word that has a text in a dataset: below it no figure is published anyway. */
const FEWEST_CUSTOMERS = 10;

/**
 * Above this share of capitals inside sentences, the language writes nouns with capitals, as German does (about 0.3;
 * English about 0.05): capitals then tell no names.
 */
const CAPITALS_OF_NOUNS = 0.15;

/** 1 for each word that is not written like a name: with a capital, inside sentences, in most of its uses. */
function likeNoName(vocabulary: Vocabulary): Uint8Array {
  const { small, capital } = vocabulary;
  const isOfNouns = hasCapitalNouns(vocabulary);
  return Uint8Array.from(small, (count, word) => {
    const others = capital[word] as number;
    // A word that only ever begins a sentence may be a name: nothing tells.
    return Number(isOfNouns ? count + others > 0 : count > 0 && count >= others);
  });
}

/** Whether the comments are in a language that writes its nouns with capitals. */
export function hasCapitalNouns({ small, capital }: Vocabulary): boolean {
  let [smalls, capitals] = [0, 0];
  for (let word = 0; word < small.length; word++) {
    smalls += small[word] as number;
    capitals += capital[word] as number;
  }
  return capitals > CAPITALS_OF_NOUNS * (smalls + capitals);
}

/**
 * The column of one file as it may be kept: words of rows that were set aside are gone, and words that a single row
 * uses, or that are written like names, have no text.
 */
export function withoutRareTexts({ starts, codes, vocabulary }: WordsColumn): WordsColumn {
  const rows = new Uint32Array(vocabulary.texts.length);
  for (const code of codes) rows[code] = (rows[code] as number) + 1;
  const { hash, small, capital, texts, asked } = vocabulary;
  const used = Int32Array.from(rows.keys())
    .filter((code) => (rows[code] as number) > 0)
    .sort(
      (a, b) =>
        (hash.high[a] as number) - (hash.high[b] as number) || (hash.low[a] as number) - (hash.low[b] as number),
    );
  const nameable = likeNoName(vocabulary);
  const renumbered = new Int32Array(rows.length).fill(-1);
  for (const [code, old] of used.entries()) renumbered[old] = code;
  const pick = (numbers: Uint32Array) => Uint32Array.from(used, (old) => numbers[old] as number);
  return {
    starts,
    codes: sortedWithinRows(starts, codes, renumbered),
    vocabulary: {
      hash: { high: pick(hash.high), low: pick(hash.low) },
      small: pick(small),
      capital: pick(capital),
      texts: Array.from(used, (old) =>
        (rows[old] as number) >= FEWEST_ROWS && nameable[old] === 1 ? (texts[old] as string) : '',
      ),
      asked: asked.map(({ pattern, words }) => ({
        pattern,
        words: Int32Array.from(words, (old) => renumbered[old] as number)
          .filter((code) => code >= 0)
          .sort(),
      })),
    },
  };
}

/** Hashes have no order of their own, so that in theirs nothing is left of the order in which the words were written. */
function sortedWithinRows(starts: Uint32Array, codes: Int32Array, renumbered: Int32Array): Int32Array {
  const sorted = new Int32Array(codes.length);
  for (let at = 0; at < codes.length; at++) sorted[at] = renumbered[codes[at] as number] as number;
  for (let row = 1; row < starts.length; row++) {
    const from = starts[row - 1] as number;
    const to = starts[row] as number;
    if (to - from > FEW) sorted.subarray(from, to).sort();
    else insertionSort(sorted, from, to);
  }
  return sorted;
}

/** Up to so many words, sorting by insertion is faster. */
const FEW = 60;

function insertionSort(codes: Int32Array, from: number, to: number): void {
  for (let next = from + 1; next < to; next++) {
    const code = codes[next] as number;
    let place = next;
    while (place > from && (codes[place - 1] as number) > code) {
      codes[place] = codes[place - 1] as number;
      place--;
    }
    codes[place] = code;
  }
}

/**
 * The column of a finished table: words that fewer than ten customers use, or that are written like names over all files
 * together, have no text.
 *
 * @param customer number of each row's customer, never falling; -1 = a customer of its own.
 */
export function withCommonTexts(column: WordsColumn, customer: Int32Array): WordsColumn {
  const { vocabulary } = column;
  const customers = customersOfWords(column, customer);
  const nameable = likeNoName(vocabulary);
  const texts = vocabulary.texts.map((text, word) =>
    (customers[word] as number) >= FEWEST_CUSTOMERS && nameable[word] === 1 ? text : '',
  );
  return { ...column, vocabulary: { ...vocabulary, texts } };
}

/**
 * Distinct customers of each word of the vocabulary.
 *
 * @param customer number of each row's customer, never falling; -1 = a customer of its own.
 */
export function customersOfWords({ starts, codes, vocabulary }: WordsColumn, customer: Int32Array): Uint32Array {
  const customers = new Uint32Array(vocabulary.texts.length);
  const last = new Int32Array(customers.length).fill(-1);
  for (let row = 0; row < customer.length; row++) {
    const who = customer[row] as number;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const word = codes[at] as number;
      if (who >= 0 && last[word] === who) continue;
      last[word] = who;
      customers[word] = (customers[word] as number) + 1;
    }
  }
  return customers;
}
