/**
 * One figure as the reading aid speaks it, from published texts only.
 */
import type { Estimate } from '../report/types.ts';
import { FLAGS, flagOfAbsence } from './flags.ts';

/** `April to June 2026: 81%, 79% to 83%, n = 1,204 answers`. */
export function say(name: string, estimate: Estimate): string {
  const absent = flagOfAbsence(estimate);
  const words = absent === null ? estimate.text : (FLAGS[absent] ?? '');
  const parts = [words, absent === null ? estimate.range : '', estimate.base].filter((part) => part !== '');
  return `${name}: ${[...new Set(parts)].join(', ')}`;
}
