import { expect, test } from 'vitest';
import { fitted, inTwo } from './two-lines.ts';

test('a long name stands in two lines of about the same length, a short one in one', () => {
  expect(inTwo('Share solved at once')).toEqual(['Share solved', 'at once']);
  expect(inTwo('First line')).toEqual(['First line']);
  expect(inTwo('Zufriedenheitsumfrage')).toEqual(['Zufriedenheitsumfrage']);
});

test('a name takes a second line only where it has to', () => {
  expect(fitted('If independent', 100, 12)).toEqual(['If independent']);
  expect(fitted('Every contact satisfied', 100, 12)).toEqual(['Every contact', 'satisfied']);
  expect(fitted('Unpronounceabilities', 60, 12)[0]).toMatch(/…$/);
});
