import { expect, test } from 'vitest';
import { leftOut } from './left-out.ts';

test('what was left out is said in words with its count, and not at all when it is nothing', () => {
  expect(leftOut(0, 'ticket is not counted', 'tickets are not counted')).toEqual([]);
  expect(leftOut(1, 'ticket is not counted', 'tickets are not counted')).toEqual(['1 ticket is not counted']);
  expect(leftOut(1312, 'ticket is not counted', 'tickets are not counted')).toEqual(['1,312 tickets are not counted']);
});
