/**
 * Which days the data cover.
 */
import { startOfDay } from '../calendar/zone.ts';
import type { Dataset, ResponseTable, TicketTable } from './dataset.ts';

/**
 * The days that the data cover: from the first ticket, answer or invitation to the last one; and the last moment of
 * any kind, up to which things can have happened.
 */
export function covered(
  tickets: TicketTable | null,
  responses: ResponseTable | null,
  options: { readonly timeZone: string; readonly coverage?: { readonly start?: number; readonly end?: number } },
): Pick<Dataset, 'coverage' | 'extractEnd'> {
  const counted = [tickets?.columns.created_at, responses?.columns.submitted_at, responses?.columns.invited_at];
  const happened = [tickets?.columns.first_response_at, tickets?.columns.resolved_at, tickets?.columns.closed_at];
  const [first, last] = extent(counted);
  const start = options.coverage?.start ?? startOfDay(options.timeZone, first);
  const end = options.coverage?.end ?? endOfDay(options.timeZone, last);
  return { coverage: { start, end }, extractEnd: Math.max(end, endOfDay(options.timeZone, extent(happened)[1])) };
}

function endOfDay(zone: string, instant: number): number {
  // 26 hours on are always in the next day, also where clocks go back.
  return Number.isFinite(instant) ? startOfDay(zone, startOfDay(zone, instant) + 26 * 3_600_000) : instant;
}

function extent(columns: readonly (Float64Array | undefined)[]): [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const column of columns) {
    for (let row = 0; row < (column?.length ?? 0); row++) {
      const moment = column?.[row] as number;
      if (moment < first) first = moment;
      if (moment > last) last = moment;
    }
  }
  return [first, last];
}
