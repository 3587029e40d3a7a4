import { expect, test } from 'vitest';
import { monthNumber } from './month-names.ts';

test.each([
  ['Feb', 2],
  ['february', 2],
  ['Sept', 9],
  ['März', 3],
  ['Mrz', 3],
  ['Dez', 12],
  ['févr', 2],
  ['août', 8],
  ['ene', 1],
  ['ago', 8],
  ['set', 9],
  ['out', 10],
  ['gen', 1],
  ['ott', 10],
  ['mrt', 3],
  ['июл', 7],
  ['мая', 5],
  ['декабря', 12],
])('%s is month %d', (name, number) => expect(monthNumber(name)).toBe(number));

test.each(['', 'Foo', 'ma', 'juillets', '__proto__', 'constructor'])('%j is no month', (name) =>
  expect(monthNumber(name)).toBeUndefined(),
);
