/**
 * What the company did about each answer, and when.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import type { Action } from '../../dataset/model.ts';

/** What reaches the customer or alters something; a comment that was only coded was read, not acted on. */
export const FOLLOW_UPS: readonly Action[] = ['contacted', 'escalated', 'changed'];

/** By row of the responses the moment of the first action of these kinds, epoch milliseconds; NaN for none. */
export function firstActions({ responses, actions }: Dataset, kinds: readonly Action[]): Float64Array {
  const first = new Float64Array(responses?.rows ?? 0).fill(Number.NaN);
  const { action, action_at: at } = actions?.columns ?? {};
  if (actions === null || action === undefined || at === undefined) return first;
  const wanted = action.values.map((name) => (kinds as readonly string[]).includes(name));
  // Actions of one response stand in the order of time.
  for (let row = 0; row < actions.rows; row++) {
    const response = actions.response[row] as number;
    if (wanted[action.codes[row] as number] && Number.isNaN(first[response])) first[response] = at[row] as number;
  }
  return first;
}
