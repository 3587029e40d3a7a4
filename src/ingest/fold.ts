/**
 * Files with several rows a ticket, one per update or message: the latest row stands for the ticket.
 */
import type { ColumnType, ColumnTypes, IdColumn } from '../dataset/column.ts';

type Columns = Readonly<Record<string, ColumnTypes[ColumnType] | undefined>>;

/**
 * Finds the rows of each ticket and writes the earliest of the named moments into the one that stays.
 *
 * @param judgement set to `code` for the rows that do not stay.
 * @param earliest moments of which the earliest counts, whichever row it stands in.
 */
export function foldRows(columns: Columns, earliest: readonly string[], judgement: Uint8Array, code: number): void {
  const id = columns.ticket_id as IdColumn | undefined;
  if (id === undefined) return;
  const updated = (columns.updated_at ?? columns.created_at) as Float64Array | undefined;
  const latest = new Map<string, number>();
  const moments = earliest.flatMap((field) => (columns[field] as Float64Array | undefined) ?? []);
  for (let row = 0; row < judgement.length; row++) {
    if (judgement[row] !== 0 || (id.high[row] === 0 && id.low[row] === 0)) continue;
    const key = `${id.high[row]} ${id.low[row]}`;
    const rival = latest.get(key);
    if (rival === undefined) {
      latest.set(key, row);
      continue;
    }
    // Rows of one moment stand in the order of the file; a row without a moment is before those with one.
    const isLater = known(updated?.[row]) >= known(updated?.[rival]);
    const [stays, goes] = isLater ? [row, rival] : [rival, row];
    latest.set(key, stays);
    judgement[goes] = code;
    for (const moment of moments) moment[stays] = earlier(moment[stays] as number, moment[goes] as number);
  }
}

function known(moment: number | undefined): number {
  return moment === undefined || Number.isNaN(moment) ? Number.NEGATIVE_INFINITY : moment;
}

function earlier(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) || a <= b ? a : b;
}
