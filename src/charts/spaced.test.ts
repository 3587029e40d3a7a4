import { expect, test } from 'vitest';
import { spaced } from './spaced.ts';

test('labels that are apart stay where they are', () => {
  expect(spaced([10, 80, 40], 14, 0, 100)).toEqual([10, 80, 40]);
});

test('labels that meet move apart around their middle, in their order', () => {
  expect(spaced([50, 50], 14, 0, 100)).toEqual([43, 57]);
  expect(spaced([52, 48, 50], 10, 0, 100)).toEqual([60, 40, 50]);
});

test('a pair pushed apart pushes its neighbour', () => {
  expect(spaced([50, 50, 60], 14, 0, 100)).toEqual([39, 53, 67]);
});

test('no label leaves the room', () => {
  expect(spaced([98, 99], 14, 0, 100)).toEqual([86, 100]);
  expect(spaced([-4, 1], 14, 6, 100)).toEqual([6, 20]);
});

test('more labels than there is room for keep their distance', () => {
  expect(spaced([5, 5, 5], 14, 0, 20)).toEqual([0, 14, 28]);
});
