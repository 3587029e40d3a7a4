import { expect, test } from 'vitest';
import { inTwo } from './two-lines.ts';

test('a long name stands in two lines of about the same length, a short one in one', () => {
  expect(inTwo('Share solved at once')).toEqual(['Share solved', 'at once']);
  expect(inTwo('First line')).toEqual(['First line']);
  expect(inTwo('Zufriedenheitsumfrage')).toEqual(['Zufriedenheitsumfrage']);
});
