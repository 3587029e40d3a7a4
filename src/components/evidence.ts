import type { Estimate } from '../report/types/estimate.ts';

/**
 * What a figure rests on, `79% to 83%, n = 1,204 answers`, kept from breaking inside `n = 1,204`; a figure that is not
 * to be leaned on says so.
 */
export function evidenceText({ range, base, status }: Pick<Estimate, 'range' | 'base' | 'status'>): string {
  const caution = status === 'low_base' ? 'low base' : status === 'provisional' ? 'provisional' : '';
  return [range, base.replace('n = ', 'n\u00a0=\u00a0'), caution].filter((part) => part !== '').join(', ');
}
