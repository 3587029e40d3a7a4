/**
 * Durations beside the moments they lie between: how many disagree.
 */
import type { ColumnType, ColumnTypes } from '../dataset/column.ts';

type Columns = Readonly<Record<string, ColumnTypes[ColumnType] | undefined>>;

const PAIRS = [
  ['first_response_minutes', 'first_response_at', 'first response'],
  ['resolution_minutes', 'resolved_at', 'resolution'],
] as const;

/** Rounding to whole minutes is no disagreement. */
const TOLERANCE = 1;

/** A note for each kind of wait that has both, when rows disagree by more than a minute. */
export function clockNotes(columns: Columns): string[] {
  const created = columns.created_at as Float64Array | undefined;
  return PAIRS.flatMap(([minutesField, momentField, name]) => {
    const minutes = columns[minutesField] as Float64Array | undefined;
    const moment = columns[momentField] as Float64Array | undefined;
    if (created === undefined || minutes === undefined || moment === undefined) return [];
    let both = 0;
    let apart = 0;
    for (let row = 0; row < created.length; row++) {
      const between = ((moment[row] as number) - (created[row] as number)) / 60_000;
      const difference = Math.abs(between - (minutes[row] as number));
      if (Number.isNaN(difference)) continue;
      both++;
      if (difference > TOLERANCE) apart++;
    }
    if (apart === 0) return [];
    return [
      `${name}: in ${apart} of ${both} rows the duration differs by more than a minute from the time between the moments; ` +
        'another clock, or pauses, may be behind it',
    ];
  });
}
