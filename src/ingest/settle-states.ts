/**
 * Tickets in a state that nobody knows: open until they have an end.
 */
import type { CategoryColumn, ColumnType, ColumnTypes } from '../dataset/column.ts';
import type { TicketState } from '../dataset/model.ts';
import { UNKNOWN_STATE } from './columns/category-column.ts';

export interface Settled {
  readonly status: CategoryColumn;
  /** Which words were taken for which state, with counts. */
  readonly notes: readonly string[];
}

/** Gives tickets with an unknown state one of ours, by whether they have an end. */
export function settleStates(
  status: CategoryColumn,
  columns: Readonly<Record<string, ColumnTypes[ColumnType] | undefined>>,
): Settled {
  const unknown = status.values.map((value) => value.startsWith(UNKNOWN_STATE));
  if (!unknown.includes(true)) return { status, notes: [] };
  const values = [...status.values];
  const codeOf = (state: TicketState) => {
    const known = values.indexOf(state);
    return known >= 0 ? known : values.push(state) - 1;
  };
  const [open, solved] = [codeOf('open'), codeOf('solved')];
  const ends = ['resolved_at', 'closed_at', 'resolution_minutes'].map(
    (field) => columns[field] as Float64Array | undefined,
  );
  const codes = status.codes.slice();
  const counts = unknown.map(() => ({ open: 0, solved: 0 }));
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code < 0 || !unknown[code]) continue;
    const hasEnd = ends.some((end) => end !== undefined && !Number.isNaN(end[row]));
    codes[row] = hasEnd ? solved : open;
    (counts[code] as { open: number; solved: number })[hasEnd ? 'solved' : 'open']++;
  }
  const notes = status.values.flatMap((value, code) =>
    unknown[code] ? [noteOf(value.slice(UNKNOWN_STATE.length), counts[code] as { open: number; solved: number })] : [],
  );
  return { status: { codes, values }, notes };
}

function noteOf(word: string, { open, solved }: { open: number; solved: number }): string {
  const parts = [
    open > 0 ? `${open} without an end count as open` : '',
    solved > 0 ? `${solved} with an end as solved` : '',
  ];
  return `status “${word}” is not known: ${parts.filter((part) => part !== '').join(', ')}`;
}
