import { expect, test } from 'vitest';
import { intakeSteps } from './intake-steps.ts';

test('steps lead from rows read to rows kept without a gap', () => {
  const steps = intakeSteps('tickets', 200, [
    { reason: 'blank line', count: 10 },
    { reason: 'spam', count: 40 },
  ]);
  expect(steps.map(({ label, rows, from, to }) => [label, rows, from, to])).toEqual([
    ['Rows of tickets read', 200, 0, 100],
    ['spam', 40, 80, 100],
    ['blank line', 10, 75, 80],
    ['Rows kept', 150, 0, 75],
  ]);
});

test('a file without rows has no bars', () => {
  expect(intakeSteps('responses', 0, []).every(({ from, to }) => from === 0 && to === 0)).toBe(true);
});
