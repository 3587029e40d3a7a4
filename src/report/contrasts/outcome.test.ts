import { describe, expect, test } from 'vitest';
import type { Reading, TestReport } from '../types/contrast.ts';
import { countedAnswer, outcomeOf } from './outcome.ts';

/** Tests by how they read; null for one that was not answered. */
function tests(...readings: readonly (Reading | null)[]): TestReport[] {
  return readings.map((reading) => ({ answer: reading === null ? null : { reading } }) as TestReport);
}

describe('what readings come to', () => {
  test('where tests bear on one idea, one that shows it is enough while none shows the opposite', () => {
    expect(outcomeOf(tests('supports', 'open', null))).toBe('holds');
    expect(outcomeOf(tests('supports', 'contradicts'))).toBe('mixed');
    expect(outcomeOf(tests('contradicts', 'open'))).toBe('contradicted');
  });

  test('where each stands for itself, the whole holds only if every one shows it', () => {
    expect(outcomeOf(tests('supports', 'supports'), true)).toBe('holds');
    expect(outcomeOf(tests('supports', 'open'), true)).toBe('mixed');
    expect(outcomeOf(tests('supports', null), true)).toBe('mixed');
    expect(outcomeOf(tests('contradicts', 'open'), true)).toBe('contradicted');
    expect(outcomeOf(tests('open', null), true)).toBe('open');
    expect(outcomeOf(tests(null, null), true)).toBe('untold');
  });

  test('are counted in a sentence', () => {
    const things = 'things that both are said to share';
    expect(countedAnswer(tests('supports', 'supports', 'contradicts', 'open', 'describes', null), things)).toBe(
      'Of six things that both are said to share, two are shown here, one is not so here, one is not settled, one is described and one cannot be told from these data.',
    );
  });
});
