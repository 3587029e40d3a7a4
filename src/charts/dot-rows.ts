/**
 * Numbers with intervals as dots on a common axis: what charts of strata and of intervals share.
 */
import type { Quantity } from '../report/types/analysis-figure.ts';
import { isDrawn } from './flags.ts';

/** A dot with its interval, in per cent of the plot's width. */
export interface PlacedDot {
  readonly x: number;
  readonly look: 'solid' | 'low-base';
  readonly interval: { readonly from: number; readonly to: number } | null;
}

/** Null for a number that is not there. */
export function placeDot(quantity: Quantity, x: (value: number) => number): PlacedDot | null {
  if (!isDrawn(quantity)) return null;
  const { value, low, high, status } = quantity;
  const interval = low === undefined || high === undefined ? null : { from: x(low), to: x(high) };
  return { x: x(value), look: status === 'low_base' ? 'low-base' : 'solid', interval };
}

/** Values and ends of intervals of what is drawn. */
export function extentOf(quantities: readonly Quantity[]): number[] {
  return quantities.filter(isDrawn).flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
}

/** The part that begins with a row, else empty. */
export function headingOf(rows: readonly { readonly part?: string }[], k: number): string {
  const { part } = rows[k] ?? {};
  return part === undefined || part === rows[k - 1]?.part ? '' : part;
}

/** What the band around a reference means. */
export function bandNote(band: number | null, margin: string): string {
  if (band === null) return '';
  return `Band: too small to matter${margin === '' ? '' : `, less than ${margin}`}.`;
}
