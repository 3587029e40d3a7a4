import type { InstantColumn } from '../../dataset/column.ts';
import type { MissingCount } from '../account.ts';
import type { Cells } from '../cells.ts';
import type { Faults } from '../faults.ts';
import { type InstantReader, isNever, type UnixReader } from '../values/instant.ts';
import { isNoValue } from '../values/text.ts';
import { type ColumnReader, type RowBatch, withRoom } from './column-reader.ts';

interface Witness {
  readonly text: string;
  readonly record: number;
}

/** What the cells of one column tell about the order of day and month where it was not declared. */
export interface OrderEvidence {
  readonly column: string;
  /** Cells that are a date only when the day, or the month, comes first; the first of each. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly firstDayFirst: Witness | null;
  readonly firstMonthFirst: Witness | null;
  /** Cells that hold a moment. */
  readonly moments: number;
  /** Cells that are a different date each way. */
  readonly open: number;
  readonly firstOpen: Witness | null;
}

/** How the moments of a column are written. */
export interface InstantShape {
  readonly moments: number;
  readonly zoned: number;
  readonly dateOnly: number;
}

/**
 * Reads moments. Where the order of day and month is not declared, both readings are kept until the whole file has
 * been seen; `settle` then chooses.
 */
export class InstantColumnReader implements ColumnReader<InstantColumn> {
  readonly #cells: Cells;
  readonly #faults: Faults;
  readonly #reader: InstantReader | UnixReader;
  #values = new Float64Array(0);
  /** Month-first readings, once there is an undecided cell. */
  #alternatives: Float64Array | null = null;
  #rows = 0;
  #moments = 0;
  #zoned = 0;
  #dateOnly = 0;
  /** 1 where a cell is a date without a time of day; null while there is none. */
  #dates: Uint8Array | null = null;
  #dayFirst = 0;
  #monthFirst = 0;
  #open = 0;
  #firstDayFirst: Witness | null = null;
  #firstMonthFirst: Witness | null = null;
  #firstOpen: Witness | null = null;

  constructor(cells: Cells, faults: Faults, reader: InstantReader | UnixReader) {
    this.#cells = cells;
    this.#faults = faults;
    this.#reader = reader;
  }

  append({ records, numbers }: RowBatch): void {
    this.#values = withRoom(this.#values, this.#rows + records.length);
    for (let index = 0; index < records.length; index++) {
      const raw = this.#cells.raw(records[index] as string[]);
      this.#values[this.#rows] = raw === '' ? Number.NaN : this.#read(raw, numbers[index] as number);
      this.#rows++;
    }
  }

  #read(raw: string, record: number): number {
    const text = this.#cells.translate(raw);
    const reader = this.#reader;
    const instant = reader.read(text);
    if (reader.undecided) this.#weigh(instant, reader.monthFirst, text, record);
    else if (Number.isNaN(instant)) {
      if (isNoValue(text) || isNever(text)) this.#cells.countMissing(raw);
      else this.#fault(raw, record);
      return instant;
    }
    this.#moments++;
    if (reader.zoned) this.#zoned++;
    if (reader.dateOnly) this.#noteDate();
    return instant;
  }

  #noteDate(): void {
    this.#dateOnly++;
    this.#dates = withRoom(this.#dates ?? new Uint8Array(0), this.#values.length);
    this.#dates[this.#rows] = 1;
  }

  #weigh(dayFirst: number, monthFirst: number, text: string, record: number): void {
    const isDayFirst = !Number.isNaN(dayFirst);
    const isMonthFirst = !Number.isNaN(monthFirst);
    if (!isDayFirst && !isMonthFirst) {
      this.#fault(text, record);
      return;
    }
    this.#alternatives = withRoom(this.#alternatives ?? new Float64Array(0), this.#values.length);
    // Zero marks rows without a second reading; the day that is zero, 01/01/1970, reads the same both ways.
    this.#alternatives[this.#rows] = monthFirst;
    if (isDayFirst && !isMonthFirst) {
      this.#dayFirst++;
      this.#firstDayFirst ??= { text, record };
    } else if (isMonthFirst && !isDayFirst) {
      this.#monthFirst++;
      this.#firstMonthFirst ??= { text, record };
    } else if (dayFirst !== monthFirst) {
      this.#open++;
      this.#firstOpen ??= { text, record };
    }
  }

  #fault(text: string, record: number): void {
    this.#faults.add({
      column: this.#cells.name,
      text,
      record,
      expected: this.#reader.expected,
      remedy:
        'Correct the cell, list it under `missing` in sources.yaml, or declare `date_order` or `time_zone` there.',
    });
  }

  /** Evidence about the order of day and month; null when all cells are clear. */
  evidence(): OrderEvidence | null {
    if (this.#alternatives === null) return null;
    return {
      column: this.#cells.name,
      moments: this.#moments,
      dayFirst: this.#dayFirst,
      monthFirst: this.#monthFirst,
      firstDayFirst: this.#firstDayFirst,
      firstMonthFirst: this.#firstMonthFirst,
      open: this.#open,
      firstOpen: this.#firstOpen,
    };
  }

  /** Chooses between the two readings. */
  settle(order: 'dmy' | 'mdy'): void {
    if (order === 'mdy' && this.#alternatives !== null) {
      for (let row = 0; row < this.#rows; row++) {
        const alternative = this.#alternatives[row];
        if (alternative !== undefined && alternative !== 0) this.#values[row] = alternative;
      }
    }
    this.#alternatives = null;
  }

  /** 1 where the cell is a date without a time of day; null when none is. Rows after the last one may be left out. */
  dates(): Uint8Array | null {
    return this.#dates;
  }

  shape(): InstantShape {
    return { moments: this.#moments, zoned: this.#zoned, dateOnly: this.#dateOnly };
  }

  finish(): InstantColumn {
    return this.#values.slice(0, this.#rows);
  }

  missing(): readonly MissingCount[] {
    return this.#cells.missingCounts();
  }
}
