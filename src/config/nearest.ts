/**
 * The name somebody probably meant.
 */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate closest to what was written, or undefined when nothing is close: more than half of it would have to change.
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.trim().toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(wanted.length / 2)) + 1;
  for (const candidate of candidates) {
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < least) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}
