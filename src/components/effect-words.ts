/**
 * The number that decides a test with everything that weighs it, in one line.
 */
import type { Effect } from '../report/types/contrast.ts';

/** `Difference in detractors: 12 points, 6 to 18; matters from 5 points; n = 332 customers; adjusted p < 0.001; Newcombe` */
export function effectWords({ name, quantity, margin, p, method }: Effect): string {
  const { text, range, base } = quantity;
  const parts = [
    `${name}: ${range === '' ? text : `${text} (95% interval ${range})`}`,
    margin === '' ? '' : `matters from ${margin} (the band)`,
    base,
    p === undefined ? '' : `adjusted p ${pText(p)}`,
    method,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

/** Two figures, and never a p of nothing. */
function pText(p: number): string {
  if (p < 0.001) return '< 0.001';
  return `= ${p < 0.1 ? Number(p.toPrecision(2)) : p.toFixed(2)}`;
}
