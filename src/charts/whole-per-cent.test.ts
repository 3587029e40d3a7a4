import { expect, test } from 'vitest';
import { wholePerCent } from './whole-per-cent.ts';

test.each([
  [0.625, '63%'],
  [0.004, '<1%'],
  [0.996, '>99%'],
  [0, '0%'],
  [1, '100%'],
])('a share of %d reads %s', (share, text) => {
  expect(wholePerCent(share)).toBe(text);
});
