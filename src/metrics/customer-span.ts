/**
 * For how long each customer was one.
 */
import type { Dataset } from '../dataset/dataset.ts';
import { once } from './once.ts';

export interface CustomerSpans {
  /** When each customer of the customer list joined, epoch milliseconds; NaN = not known. */
  readonly from: Float64Array;
  /** When the customer left; infinite when no leaving is known. */
  readonly to: Float64Array;
  /** Customers whose joining is not known. */
  readonly joinedUnknown: number;
}

/** Joining and leaving of every row of the customer list. */
export const customerSpans = once(({ customers }: Dataset): CustomerSpans => {
  const rows = customers?.rows ?? 0;
  const from = customers?.columns.joined_at ?? new Float64Array(rows).fill(Number.NaN);
  const churned = customers?.columns.churned_at ?? new Float64Array(rows).fill(Number.NaN);
  const to = churned.map((moment) => (Number.isNaN(moment) ? Number.POSITIVE_INFINITY : moment));
  return { from, to, joinedUnknown: from.reduce((sum, moment) => sum + (Number.isNaN(moment) ? 1 : 0), 0) };
});
