/**
 * What an estimator works on: one value per row of a table, and the moment that decides the row's period.
 */
import type { Dataset } from '../../dataset/dataset.ts';

/** The tables whose rows are grouped by period and dimension. */
export type SampledTable = 'tickets' | 'responses';

export interface Sample {
  readonly table: SampledTable;
  /** Epoch milliseconds; NaN = in no period. */
  readonly at: Float64Array;
  /** Answers as they are, or outcomes: 1, 0, -1. NaN and `ABSENT` are not counted. */
  readonly values: Float64Array | Int8Array;
}

/** The outcome of a row that does not count. No score scale reaches so far. */
export const ABSENT = -128;

/** A moment column of a table; rows of a table without it have no moment, a table that is absent has no rows. */
export function moments(
  dataset: Dataset,
  field: 'tickets.created_at' | 'responses.submitted_at' | 'responses.invited_at',
): Float64Array {
  const [table, name] = field.split('.') as [SampledTable, string];
  const columns = dataset[table]?.columns as Readonly<Record<string, Float64Array | undefined>> | undefined;
  return columns?.[name] ?? new Float64Array(dataset[table]?.rows ?? 0).fill(Number.NaN);
}
