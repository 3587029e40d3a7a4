/**
 * The systems that files come from: an identifier is one record's only within its system.
 */
import type { IdColumn } from './column.ts';
import { isMissingId } from './id-index.ts';
import type { TablePart } from './part.ts';

/** A number per part, the same for parts of one system, by the names of the systems: the order of files is no matter. */
export function systemsOf(parts: readonly TablePart[]): number[] {
  const names = [...new Set(parts.map(({ system }) => system))].sort();
  return parts.map(({ system }) => names.indexOf(system));
}

/** Identifiers that differ between systems though they are written alike; those of the first system stay as they are. */
export function withinSystem(ids: IdColumn, systemOf: (row: number) => number): IdColumn {
  const rows = ids.low.length;
  const scoped = { high: ids.high.slice(), low: ids.low };
  for (let row = 0; row < rows; row++) {
    if (!isMissingId(ids, row)) scoped.high[row] = (ids.high[row] as number) ^ Math.imul(systemOf(row), SPREAD);
  }
  return scoped;
}

/** An odd constant: different systems change different bits. */
const SPREAD = 0x9e3779b1;
