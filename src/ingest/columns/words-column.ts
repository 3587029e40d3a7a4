import type { AskedWords, WordsColumn } from '../../dataset/column.ts';
import type { MissingCount } from '../account.ts';
import type { Cells } from '../cells.ts';
import { CAPITAL, CommentWords, SMALL } from '../values/comment-words.ts';
import { identityHash } from '../values/identity.ts';
import { isNoCategory } from '../values/text.ts';
import { type ColumnReader, type RowBatch, withRoom } from './column-reader.ts';
import { WordTable } from './word-table.ts';

/**
 * Reads comments as sets of words; sentences are not kept. A word is hashed with the key of the report, apart from
 * identifiers that read the same.
 */
export class WordsColumnReader implements ColumnReader<WordsColumn> {
  readonly #cells: Cells;
  readonly #key: bigint;
  readonly #patterns: readonly string[];
  readonly #comment = new CommentWords();
  readonly #table = new WordTable();
  #starts = new Uint32Array(1);
  #codes = new Int32Array(0);
  #count = 0;
  #rows = 0;

  /**
   * @param key of the report's hashes.
   * @param patterns words that the report asks for, in order, written as words are read; `charge*` = all that begin so.
   */
  constructor(cells: Cells, key: bigint, patterns: readonly string[]) {
    this.#cells = cells;
    this.#key = key;
    this.#patterns = patterns;
  }

  append({ records }: RowBatch): void {
    this.#starts = withRoom(this.#starts, this.#rows + records.length + 1);
    for (const record of records) {
      const raw = this.#cells.raw(record);
      if (raw !== '') this.#read(raw);
      this.#starts[++this.#rows] = this.#count;
    }
  }

  #read(raw: string): void {
    const text = this.#cells.translate(raw);
    if (isNoCategory(text)) {
      this.#cells.countMissing(raw);
      return;
    }
    const words = this.#comment.read(text);
    const { units, from, to, spelling } = this.#comment;
    const table = this.#table;
    const codes = withRoom(this.#codes, this.#count + words);
    this.#codes = codes;
    const row = this.#rows + 1;
    let count = this.#count;
    for (let index = 0; index < words; index++) {
      const word = table.add(units, from[index] as number, to[index] as number);
      const how = spelling[index] as number;
      if (how === SMALL) table.small[word] = (table.small[word] as number) + 1;
      else if (how === CAPITAL) table.capital[word] = (table.capital[word] as number) + 1;
      if (table.lastRow[word] === row) continue;
      table.lastRow[word] = row;
      codes[count++] = word;
    }
    this.#count = count;
  }

  finish(): WordsColumn {
    const { size, small, capital } = this.#table;
    const texts = Array.from({ length: size }, (_, word) => this.#table.text(word));
    const hash = { high: new Uint32Array(size), low: new Uint32Array(size) };
    for (const [word, text] of texts.entries()) {
      const own = identityHash(`word ${text}`, this.#key);
      hash.high[word] = Number(own >> 32n);
      hash.low[word] = Number(own & 0xffff_ffffn);
    }
    return {
      starts: this.#starts.slice(0, this.#rows + 1),
      codes: this.#codes.slice(0, this.#count),
      vocabulary: {
        hash,
        small: small.slice(0, size),
        capital: capital.slice(0, size),
        texts,
        asked: this.#asked(texts),
      },
    };
  }

  /** What the patterns stand for, found while the texts of all words are at hand. */
  #asked(texts: readonly string[]): AskedWords[] {
    const places = new Map(texts.map((text, word) => [text, word]));
    return this.#patterns.map((pattern) => {
      const beginning = pattern.slice(0, -1);
      const words = pattern.endsWith('*')
        ? texts.flatMap((text, word) => (text.startsWith(beginning) ? [word] : []))
        : [places.get(pattern) ?? []].flat();
      return { pattern, words: Int32Array.from(words) };
    });
  }

  missing(): readonly MissingCount[] {
    return this.#cells.missingCounts();
  }
}
