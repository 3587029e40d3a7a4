/**
 * Records that are rows of the table, and those that are not.
 */
import { Beginnings } from './beginnings.ts';
import type { RowBatch } from './columns/column-reader.ts';
import { FOOTER_BEGINNINGS, isFooter, isWordsAlone } from './footers.ts';
import { normaliseHeader } from './headers.ts';
import type { OpenTable } from './open-table.ts';
import { OtherTables } from './other-tables.ts';
import type { Reason, ReasonCounts } from './reasons.ts';
import type { RecordBatch } from './tokenise.ts';

/** Lines that a footer may have. */
const FOOTER_LINES = 20;

interface NumberedRecord {
  readonly cells: readonly string[];
  readonly number: number;
}

/**
 * Picks the rows out of the records of one file; everything else is counted by its reason.
 *
 * Lines that could be a footer wait until it shows whether rows come after them.
 */
export class TableRows {
  readonly #counts: ReasonCounts;
  readonly #width: number;
  readonly #named: number;
  readonly #headers: readonly (readonly string[])[];
  readonly #others: OtherTables;
  /** How headers, as written and as compared, and footers begin. */
  readonly #beginnings: Beginnings;
  #waiting: NumberedRecord[] = [];

  /** @param file path as the user knows it. */
  constructor(file: string, { header, headerCells }: Pick<OpenTable, 'header' | 'headerCells'>, counts: ReasonCounts) {
    this.#counts = counts;
    this.#width = header.names.length;
    this.#named = header.names.findLastIndex((name) => name !== '') + 1;
    this.#headers = headerCells.map((row) => row.map(normaliseHeader));
    this.#others = new OtherTables(file, headerCells[0] as readonly string[]);
    this.#beginnings = new Beginnings([...headerCells.flat(), ...this.#headers.flat(), ...FOOTER_BEGINNINGS]);
  }

  /**
   * The rows among the records, with those that waited.
   *
   * @throws Mistake where the header of another table stands among them.
   */
  take(batch: RecordBatch): RowBatch {
    const rows = new Rows(batch.records.length + this.#waiting.length);
    for (let index = 0; index < batch.records.length; index++) {
      const cells = batch.records[index] as string[];
      if (this.#isPlainRow(cells)) rows.add(cells, batch.first + index);
      else this.#sort(cells, batch.first + index, rows);
    }
    return rows.batch();
  }

  /** To be asked when there are no more records: what waits now is the footer. */
  end(): void {
    for (const { number } of this.#waiting) this.#counts.add('footer', 1, number);
    this.#waiting = [];
  }

  /** Nearly every record: whole, not alone in its first cell, and beginning like nothing else that is known. */
  #isPlainRow(cells: readonly string[]): boolean {
    return (
      cells.length === this.#width &&
      this.#waiting.length === 0 &&
      this.#width > 1 &&
      (cells[1] as string).charCodeAt(0) > 32 &&
      !this.#beginnings.has(cells[0] as string)
    );
  }

  #sort(cells: readonly string[], number: number, rows: Rows): void {
    const reason = this.#reasonOf(cells);
    if (reason !== null) {
      this.#counts.add(reason, 1, number);
    } else if (this.#named > 2 && isWordsAlone(cells)) {
      this.#waiting.push({ cells, number });
      if (this.#waiting.length > FOOTER_LINES) this.#settleFirst(rows);
    } else {
      while (this.#waiting.length > 0) this.#settleFirst(rows);
      this.#settle({ cells, number }, rows);
    }
  }

  /** What a record is that is no row wherever it stands. */
  #reasonOf(cells: readonly string[]): Reason | null {
    if (isBlank(cells)) return 'blank';
    if (this.#isHeader(cells)) return 'repeated_header';
    return isFooter(cells, this.#named) ? 'footer' : null;
  }

  #settleFirst(rows: Rows): void {
    this.#settle(this.#waiting.shift() as NumberedRecord, rows);
  }

  #settle({ cells, number }: NumberedRecord, rows: Rows): void {
    const tooFew = cells.length < this.#named;
    const tooMany = cells.length > this.#width && !isBlank(cells.slice(this.#width));
    this.#others.look(cells, number, tooFew || tooMany);
    if (tooFew) this.#counts.add('too_few_cells', 1, number);
    else if (tooMany) this.#counts.add('too_many_cells', 1, number);
    else rows.add(cells, number);
  }

  #isHeader(cells: readonly string[]): boolean {
    return this.#headers.some((header) => isSame(header, cells));
  }
}

/** Rows of one batch. */
class Rows {
  readonly #records: (readonly string[])[] = [];
  readonly #numbers: Uint32Array;

  constructor(most: number) {
    this.#numbers = new Uint32Array(most);
  }

  add(cells: readonly string[], number: number): void {
    this.#numbers[this.#records.length] = number;
    this.#records.push(cells);
  }

  batch(): RowBatch {
    return { records: this.#records, numbers: this.#numbers.subarray(0, this.#records.length) };
  }
}

function isSame(header: readonly string[], cells: readonly string[]): boolean {
  if (header.every((name) => name === '')) return false;
  const length = Math.max(header.length, cells.length);
  for (let position = 0; position < length; position++) {
    if (normaliseHeader(cells[position] ?? '') !== (header[position] ?? '')) return false;
  }
  return true;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}
