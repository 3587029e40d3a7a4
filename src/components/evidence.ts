import type { Estimate } from '../report/types.ts';

/** What a figure rests on, `79% to 83%, n = 1,204 answers`, kept from breaking inside `n = 1,204`. */
export function evidenceText({ range, base }: Pick<Estimate, 'range' | 'base'>): string {
  return [range, base.replace('n = ', 'n\u00a0=\u00a0')].filter((part) => part !== '').join(', ');
}
