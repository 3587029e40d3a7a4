import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ANALYSES } from './analyses.ts';
import type { Described } from './definition.ts';
import { METRICS } from './registry.ts';

/** What says how the figure is made; names, sources and advice may be worded anew at any time. */
function wordsOf({ definition, who, date, formula, unit }: Described): string {
  return createHash('sha256')
    .update(JSON.stringify([definition, who, date, formula, unit]))
    .digest('hex')
    .slice(0, 8);
}

describe('the definition of every metric and analysis', () => {
  /**
   * When this fails, a definition reads otherwise than it did. If the figure is made otherwise as well, raise `version` of
   * the metric: editions that were recorded before are then no longer compared with new ones. If only the words are new,
   * leave it. In both cases accept the new words with `npx vitest run --project unit src/metrics/definitions.test.ts -u`.
   */
  test('has a version that was looked at when its words were last changed', async () => {
    const lines = [...METRICS, ...ANALYSES].map(
      (each) => `${each.id} version ${each.version ?? 1} words ${wordsOf(each)}`,
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/definitions.txt');
  });
});
