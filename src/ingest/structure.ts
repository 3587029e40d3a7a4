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
    if (first.length <= 1 && isBlank(cells)) counts.add('blank');
    else if (first === headerCells[0] && isHeader(cells, headerCells)) counts.add('repeated_header');
    else if (cells.length < width) counts.add('too_few_cells');
    else if (cells.length > width && !isBlank(cells.slice(width))) counts.add('too_many_cells');
    else {
      numbers[records.length] = batch.first + index;
      records.push(cells);
    }
  }
  return { records, numbers: numbers.subarray(0, records.length) };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

function isHeader(cells: readonly string[], headerCells: readonly string[]): boolean {
  return cells.length === headerCells.length && cells.every((cell, index) => cell === headerCells[index]);
}
