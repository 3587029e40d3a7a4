/**
 * Where the text of one field comes from, and what is done to it before it is read as a value.
 */
import type { MissingCount } from './account.ts';
import type { Lookup } from './lookup.ts';
import type { MissingCodes } from './missing-codes.ts';
import { foldWords, isNoValue, trimmed } from './values/text.ts';

export interface CellOptions {
  /** How messages and the account call the column. */
  readonly name: string;
  /** Position of the column; -1 when `compose` makes the text. */
  readonly position: number;
  /** Makes the text from the whole record: constants, file names, templates. */
  readonly compose?: (record: readonly string[]) => string;
  readonly missing: MissingCodes;
  readonly lookup?: { readonly found: Lookup; readonly path: string } | undefined;
  /** Folded words of the file → words of ours. */
  readonly values?: ReadonlyMap<string, string> | undefined;
  /** What words mean that `values` does not list; themselves when left out. */
  readonly otherwise?: string | undefined;
  /** Position of the column that is read where this one is blank. */
  readonly or?: number | undefined;
  /** What a blank cell means; nothing when left out. */
  readonly blank?: string | undefined;
  /** Rows count only where another column holds one of these folded words. */
  readonly when?: { readonly position: number; readonly is: ReadonlySet<string> } | undefined;
}

export class Cells {
  readonly name: string;
  /** The text that a blank cell stands for; empty = missing. */
  readonly blank: string;
  readonly #missing: MissingCodes;
  readonly #position: number;
  readonly #compose: (record: readonly string[]) => string;
  readonly #lookup: CellOptions['lookup'];
  readonly #values: ReadonlyMap<string, string> | undefined;
  readonly #otherwise: string | undefined;
  readonly #or: number;
  readonly #when: CellOptions['when'];
  #unmatched = 0;

  constructor(options: CellOptions) {
    this.name = options.name;
    this.blank = options.blank ?? '';
    this.#missing = options.missing;
    this.#position = options.position;
    this.#compose = options.compose ?? (() => '');
    this.#lookup = options.lookup;
    this.#values = options.values;
    this.#otherwise = options.otherwise;
    this.#or = options.or ?? -1;
    this.#when = options.when;
  }

  /** The trimmed cell as the file has it; empty in rows that do not count. */
  raw(record: readonly string[]): string {
    if (this.#when !== undefined && !this.#when.is.has(foldWords(record[this.#when.position] ?? ''))) return '';
    if (this.#position < 0) return this.#compose(record);
    const text = trimmed(record[this.#position] as string);
    return text === '' && this.#or >= 0 ? trimmed(record[this.#or] as string) : text;
  }

  /** The text to read a value from; empty = missing. Counts nothing. */
  translate(raw: string): string {
    if (this.#missing.has(raw)) return '';
    const found = this.#lookup === undefined ? raw : (this.#lookup.found.get(raw) ?? '');
    const meant = this.#values?.get(foldWords(found));
    if (meant !== undefined || this.#otherwise === undefined || isNoValue(found)) return meant ?? found;
    return this.#otherwise;
  }

  /** Counts cells without a value under the code, or the failed lookup, that explains them. */
  countMissing(raw: string, cells = 1): void {
    if (raw === '') return;
    if (this.#missing.has(raw)) this.#missing.count(raw, cells);
    else if (this.#lookup !== undefined && !this.#lookup.found.has(raw)) this.#unmatched += cells;
  }

  /** What was counted, by code. */
  missingCounts(): MissingCount[] {
    const counts = this.#missing.counts(this.name);
    if (this.#lookup === undefined || this.#unmatched === 0) return counts;
    return [...counts, { column: this.name, code: `not in ${this.#lookup.path}`, meaning: '', count: this.#unmatched }];
  }
}
