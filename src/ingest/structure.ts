/**
 * Records that are rows of the table, and those that are not.
 */
import type { RowBatch } from './columns/column-reader.ts';
import type { ReasonCounts } from './reasons.ts';
import type { RecordBatch } from './tokenise.ts';

/** Picks the rows out of a batch of records; everything else is counted by its reason. */
export function rowsOf(batch: RecordBatch, headerCells: readonly string[], counts: ReasonCounts): RowBatch {
  const width = headerCells.length;
  const records: string[][] = [];
  const numbers = new Uint32Array(batch.records.length);
  for (let index = 0; index < batch.records.length; index++) {
    const cells = batch.records[index] as string[];
    const first = cells[0] as string;
    if (first.length <= 1 && isBlank(cells)) counts.add('blank', 1, batch.first + index);
    else if (first === headerCells[0] && isHeader(cells, headerCells))
      counts.add('repeated_header', 1, batch.first + index);
    else if (isFooter(cells, width)) counts.add('footer', 1, batch.first + index);
    else if (cells.length < width) counts.add('too_few_cells', 1, batch.first + index);
    else if (cells.length > width && !isBlank(cells.slice(width))) counts.add('too_many_cells', 1, batch.first + index);
    else {
      numbers[records.length] = batch.first + index;
      records.push(cells);
    }
  }
  return { records, numbers: numbers.subarray(0, records.length) };
}

/** Lines that tools write below their tables, such as `Grand Totals (5700 records)`. */
const FOOTER =
  /^(?:(?:grand |sub-?)?totals?\b|confidential information\b|copyright \(c\)|generated (?:by|on)\b|reporting period\b|the report generated\b|\d+ (?:rows|records)\b)/i;

/** A row of totals, a line with a single cell in a table of more, or a text that is known to stand below tables. */
function isFooter(cells: readonly string[], width: number): boolean {
  if (TOTALS.test(cells[0] as string)) return true;
  if (width < 3) return false;
  if (cells.length === 1) return true;
  // Nearly every row has something in its second or third cell: the others are worth a closer look.
  if (cells[1] !== '' || (cells[2] ?? '') !== '') return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 1 && FOOTER.test((filled[0] as string).trim());
}

const TOTALS = /^\s*(?:grand |sub-?)?totals?\s*(?:[:(].*)?$/i;

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

function isHeader(cells: readonly string[], headerCells: readonly string[]): boolean {
  return cells.length === headerCells.length && cells.every((cell, index) => cell === headerCells[index]);
}
