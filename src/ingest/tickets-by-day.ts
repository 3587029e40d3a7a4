/**
 * Dates without a time of day among moments that have one: tools write them as midnight.
 */
import { DAY_MS } from '../calendar/civil.ts';
import { startOfDay } from '../calendar/zone.ts';
import type { ColumnType, ColumnTypes } from '../dataset/column.ts';

type Columns = Readonly<Record<string, ColumnTypes[ColumnType] | undefined>>;

/** The moments that waits lie between. */
const FIELDS = ['created_at', 'first_response_at', 'resolved_at'] as const;

export interface TicketsByDay {
  /** 1 where one moment of a ticket is a date and another has a time of day: no wait in hours can be told; else missing. */
  readonly flag: Int8Array;
  readonly notes: readonly string[];
}

/**
 * Finds tickets of which one moment is a date and another is not. A ticket with dates alone has waits in whole days,
 * which hold. Each ticket is judged by itself, so that it does not matter which file it stands in.
 *
 * @param datesOf 1 for the rows of a field whose cell has no time of day; null = none.
 * @param midnightIn zone in which a moment at exactly midnight stands for a date; null = midnight is a time of day.
 * @returns null where there are none.
 */
export function ticketsByDay(
  columns: Columns,
  datesOf: (field: string) => Uint8Array | null,
  midnightIn: string | null,
): TicketsByDay | null {
  const known = FIELDS.flatMap((field) => {
    const at = columns[field] as Float64Array | undefined;
    const isMidnight = midnightIn === null ? () => false : midnights(midnightIn);
    return at === undefined ? [] : [{ at, dates: datesOf(field), isMidnight }];
  });
  if (midnightIn === null && known.every(({ dates }) => dates === null)) return null;
  const rows = known[0]?.at.length ?? 0;
  const flag = new Int8Array(rows).fill(-1);
  let tickets = 0;
  for (let row = 0; row < rows; row++) {
    let days = 0;
    let moments = 0;
    for (const { at, dates, isMidnight } of known) {
      const moment = at[row] as number;
      if (Number.isNaN(moment)) continue;
      if (dates?.[row] === 1 || isMidnight(moment)) days++;
      else moments++;
    }
    if (days === 0 || moments === 0) continue;
    flag[row] = 1;
    tickets++;
  }
  if (tickets === 0) return null;
  const notes = [
    `tickets with a date without a time of day beside a moment: ${tickets} of ${rows}; their waiting times are not measured`,
  ];
  return { flag, notes };
}

/** Whether a moment begins a day in the zone. Only whole minutes can, and a day that is known need not be asked again. */
function midnights(zone: string): (moment: number) => boolean {
  let from = Number.NaN;
  return (moment) => {
    if (moment % 60_000 !== 0) return false;
    if (!(moment >= from && moment < from + DAY_MS - 7_200_000)) from = startOfDay(zone, moment);
    return moment === from;
  };
}
