import { Mistake } from '../config/mistake.ts';
import type { ClaimsMode } from '../report/open-report.ts';

const MODES: readonly ClaimsMode[] = ['stop', 'mark'];

/**
 * What becomes of claims that the data do not support: a build stops at them unless `TRIPTYCH_CLAIMS`, which
 * `--claims` sets, is `mark`; the dev server always shows them in place, struck and corrected, and stops at no sentence.
 *
 * @throws Mistake for anything but `stop` and `mark`.
 */
export function claimsMode(command: string, environment: Readonly<Record<string, string | undefined>>): ClaimsMode {
  const written = environment.TRIPTYCH_CLAIMS || 'stop';
  const mode = MODES.find((known) => known === written);
  if (mode === undefined) {
    throw new Mistake({
      what: 'Claims cannot be treated like this',
      found: `--claims=${written}`,
      expected: '--claims=stop or --claims=mark',
      remedy: 'Write --claims=mark to publish claims that do not hold struck out and corrected, or leave it out.',
    });
  }
  return command === 'dev' ? 'tell' : mode;
}
