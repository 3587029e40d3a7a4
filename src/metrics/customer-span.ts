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

/** When each customer left, by customer number; infinite where no leaving is known, NaN where the list lacks them. */
export const leavingMoments = once((dataset: Dataset): Float64Array => byCustomer(dataset, customerSpans(dataset).to));

/** When each customer joined, by customer number; NaN where it is not known. */
export const joiningMoments = once(
  (dataset: Dataset): Float64Array => byCustomer(dataset, customerSpans(dataset).from),
);

/** When each customer last renewed, by customer number; NaN where no renewal is known. */
export const renewalMoments = once((dataset: Dataset): Float64Array => {
  const { customers } = dataset;
  return byCustomer(dataset, customers?.columns.renewed_at ?? new Float64Array(customers?.rows ?? 0).fill(Number.NaN));
});

function byCustomer({ customers, customerCount }: Dataset, ofRow: Float64Array): Float64Array {
  const values = new Float64Array(customerCount).fill(Number.NaN);
  for (const [row, who] of (customers?.customer ?? new Int32Array(0)).entries()) {
    if (who >= 0) values[who] = ofRow[row] as number;
  }
  return values;
}
