import type { NumberColumn } from '../../dataset/column.ts';
import type { MissingCount } from '../account.ts';
import type { Cells } from '../cells.ts';
import type { Faults } from '../faults.ts';
import { hasDecimalComma, parseNumber } from '../values/number.ts';
import { isNoValue } from '../values/text.ts';
import { type ColumnReader, type RowBatch, withRoom } from './column-reader.ts';

export interface NumberOptions {
  /** Smallest number that makes sense; -Infinity when any does. */
  readonly minimum: number;
  /** Largest number that makes sense; any when left out. */
  readonly maximum?: number;
  /** Cells may be written `4,5`: only where the comma does not separate cells. */
  readonly decimalComma: boolean;
  /** The number a trimmed cell stands for, NaN for none; plain numbers when left out. */
  readonly parse?: (text: string) => number;
  /** What `parse` takes, in words. */
  readonly expected?: string;
  /** What to do about a cell that is none; the usual when left out. */
  readonly remedy?: string;
}

/** Reads quantities. A column that writes decimals both with a comma and with a point is a fault. */
export class NumberColumnReader implements ColumnReader<NumberColumn> {
  readonly #cells: Cells;
  readonly #faults: Faults;
  readonly #options: NumberOptions;
  #values = new Float64Array(0);
  #rows = 0;
  #point = false;
  #comma: { text: string; record: number } | null = null;

  constructor(cells: Cells, faults: Faults, options: NumberOptions) {
    this.#cells = cells;
    this.#faults = faults;
    this.#options = options;
  }

  append({ records, numbers }: RowBatch): void {
    this.#values = withRoom(this.#values, this.#rows + records.length);
    for (let index = 0; index < records.length; index++) {
      const raw = this.#cells.raw(records[index] as string[]);
      this.#values[this.#rows++] = raw === '' ? Number.NaN : this.#read(raw, numbers[index] as number);
    }
  }

  #read(raw: string, record: number): number {
    const text = this.#cells.translate(raw);
    const { parse = parseNumber, minimum, maximum = Number.POSITIVE_INFINITY } = this.#options;
    const plain = parse(text);
    if (plain >= minimum && plain <= maximum) {
      if (this.#options.decimalComma && text.includes('.')) this.#point = true;
      return plain;
    }
    if (Number.isNaN(plain)) {
      if (isNoValue(text)) {
        this.#cells.countMissing(raw);
        return Number.NaN;
      }
      if (this.#options.decimalComma && hasDecimalComma(text)) {
        this.#comma ??= { text, record };
        const value = parse(text.replace(',', '.'));
        if (value >= minimum && value <= maximum) return value;
      }
    }
    this.#fault(raw, record);
    return Number.NaN;
  }

  #fault(text: string, record: number, remedy?: string): void {
    const { minimum, expected, remedy: usual } = this.#options;
    this.#faults.add({
      column: this.#cells.name,
      text,
      record,
      expected: expected ?? (minimum === Number.NEGATIVE_INFINITY ? 'a number' : `a number from ${minimum} upwards`),
      remedy:
        remedy ?? usual ?? 'Correct the cell, or list it under `missing` in sources.yaml when it means "no value".',
    });
  }

  finish(): NumberColumn {
    if (this.#comma !== null && this.#point) {
      this.#fault(
        this.#comma.text,
        this.#comma.record,
        'Write all decimals of the column with a point, or all with a comma.',
      );
    }
    return this.#values.slice(0, this.#rows);
  }

  missing(): readonly MissingCount[] {
    return this.#cells.missingCounts();
  }
}
