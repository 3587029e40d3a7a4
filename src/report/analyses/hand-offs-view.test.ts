import { describe, expect, test } from 'vitest';
import { reportSchema } from '../../config/report.schema.ts';
import { datasetOf } from '../../metrics/testing.ts';
import { reportContext } from '../report-context.ts';
import { handOffsView } from './hand-offs-view.ts';
import type { Desk } from './view.ts';

/** What is published of pairs of departments with so many hand-offs, each of a customer of its own. */
function published(...sizes: readonly number[]): string[] {
  const pairs = sizes.map((n) => ({ from: `A${n}`, to: 'B', n, tickets: n, customers: n }));
  const total = sizes.reduce((sum, n) => sum + n, 0);
  const context = reportContext(datasetOf({ tickets: [], responses: [] }), reportSchema.parse({}));
  const shown = handOffsView.show({ total, tickets: total, pairs }, { context } as Desk);
  return shown?.numbers.map(({ value }) => value) ?? [];
}

describe('hand-offs, whose total is published', () => {
  test('are shown pair by pair where all pairs are large enough', () => {
    expect(published(40, 12)).toEqual(['A40 → B', 'A12 → B']);
  });

  test('hide a second pair with a single small one', () => {
    expect(published(40, 25, 12, 4)).toEqual(['A40 → B', 'A25 → B']);
  });

  test('hide another where several small ones hold too few customers together', () => {
    expect(published(40, 25, 12, 4, 3)).toEqual(['A40 → B', 'A25 → B']);
    expect(published(40, 25, 12, 6, 4)).toEqual(['A40 → B', 'A25 → B', 'A12 → B']);
  });
});
