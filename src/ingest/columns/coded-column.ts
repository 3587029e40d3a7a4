import type { MissingCount } from '../account.ts';
import type { Cells } from '../cells.ts';
import type { Faults } from '../faults.ts';
import { detached, type RowBatch, withRoom } from './column-reader.ts';

/** What one text means: a value, nothing, or a fault. */
export type Reading<T> = { readonly value: T } | 'missing' | { readonly expected: string; readonly remedy: string };

/** A power of two. */
const SLOTS = 256;

/**
 * Columns with few different texts: each text is understood once, each cell is one look into a dictionary.
 */
export class CodedColumn<T> {
  readonly #cells: Cells;
  readonly #faults: Faults;
  readonly #interpret: (text: string) => Reading<T>;
  readonly #codeOf = new Map<string, number>([['', 0]]);
  readonly #texts: string[] = [''];
  readonly #readings: Reading<T>[];
  readonly #firstRecords: number[] = [0];
  /** The code last seen for each pattern of length and characters: comparing one text is faster than a dictionary. */
  readonly #recent = new Uint32Array(SLOTS);
  #codes = new Int32Array(0);
  #rows = 0;

  /** @param interpret is asked once for each different text, after missing codes, lookups and value lists. */
  constructor(cells: Cells, faults: Faults, interpret: (text: string) => Reading<T>) {
    this.#cells = cells;
    this.#faults = faults;
    this.#interpret = interpret;
    this.#readings = [cells.blank === '' ? 'missing' : interpret(cells.blank)];
  }

  append({ records, numbers }: RowBatch): void {
    const codes = withRoom(this.#codes, this.#rows + records.length);
    this.#codes = codes;
    for (let index = 0; index < records.length; index++) {
      const raw = this.#cells.raw(records[index] as string[]);
      const { length } = raw;
      if (length === 0) {
        codes[this.#rows++] = 0;
        continue;
      }
      const first = raw.charCodeAt(0);
      const middle = raw.charCodeAt(length >> 1);
      const slot = (length * 31 + first * 7 + middle * 3 + raw.charCodeAt(length - 1) * 13) & (SLOTS - 1);
      let code = this.#recent[slot] as number;
      if (this.#texts[code] !== raw) {
        code = this.#codeOf.get(raw) ?? this.#learn(raw, numbers[index] as number);
        this.#recent[slot] = code;
      }
      codes[this.#rows++] = code;
    }
  }

  #learn(raw: string, record: number): number {
    const code = this.#texts.length;
    const text = this.#cells.translate(raw);
    this.#codeOf.set(detached(raw), code);
    this.#texts.push(detached(raw));
    this.#readings.push(text === '' ? 'missing' : this.#interpret(text));
    this.#firstRecords.push(record);
    return code;
  }

  /** The meaning of each text by code, and the code of each row. Reports faults and counts missing codes. */
  finish(): { readonly readings: readonly Reading<T>[]; readonly codes: Int32Array } {
    const codes = this.#codes.subarray(0, this.#rows);
    const cells = new Uint32Array(this.#texts.length);
    for (const code of codes) cells[code] = (cells[code] as number) + 1;
    for (const [code, reading] of this.#readings.entries()) {
      const text = this.#texts[code] as string;
      if (reading === 'missing') this.#cells.countMissing(text, cells[code]);
      else if ('expected' in reading) {
        const fault = { column: this.#cells.name, text, record: this.#firstRecords[code] as number, ...reading };
        this.#faults.add(fault, cells[code]);
      }
    }
    return { readings: this.#readings, codes };
  }

  missing(): readonly MissingCount[] {
    return this.#cells.missingCounts();
  }
}
