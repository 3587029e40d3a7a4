import { expect, test } from 'vitest';
import { seedOf } from './seed.ts';

test('the seed of a text is its published hash', () => {
  expect(seedOf('')).toBe(0x811c9dc5);
  expect(seedOf('a')).toBe(0xe40c292c);
  expect(seedOf('foobar')).toBe(0xbf9cf968);
});

test('texts that differ in order have different seeds', () => {
  expect(seedOf('a against b')).not.toBe(seedOf('b against a'));
});
