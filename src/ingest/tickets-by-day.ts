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
 * Finds tickets of which one moment stands at exactly midnight and another does not. Each ticket is judged by itself, so
 * that it does not matter which file it stands in; the one in some thousand that truly falls on midnight is lost to
 * waiting times, and to nothing else. A ticket with dates alone has waits in whole days, which hold.
 *
 * Null where there are none.
 */
export function ticketsByDay(columns: Columns, zone: string): TicketsByDay | null {
  const known = FIELDS.flatMap((field) => (columns[field] as Float64Array | undefined) ?? []);
  const isMidnight = known.map(() => midnights(zone));
  const rows = known[0]?.length ?? 0;
  let flag: Int8Array | null = null;
  let tickets = 0;
  for (let row = 0; row < rows; row++) {
    let [dates, moments] = [0, 0];
    for (let index = 0; index < known.length; index++) {
      const at = known[index]?.[row] as number;
      if (Number.isNaN(at)) continue;
      if (isMidnight[index]?.(at)) dates++;
      else moments++;
    }
    if (dates === 0 || moments === 0) continue;
    flag ??= new Int8Array(rows).fill(-1);
    flag[row] = 1;
    tickets++;
  }
  if (flag === null) return null;
  return {
    flag,
    notes: [
      `${tickets} of ${rows} tickets have a date without a time of day (midnight) beside a moment: their waiting times are not measured`,
    ],
  };
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
