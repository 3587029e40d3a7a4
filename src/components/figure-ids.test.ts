import { expect, test } from 'vitest';
import { ownId } from './figure-ids.ts';

test('a figure in a text has an id of its own, however often it stands there', () => {
  const taken = new Set<string>();
  const ids = ['a-by-month', 'a-by-month', 'b-by-month', 'a-by-month'].map((id) => ownId(taken, id));
  expect(ids).toEqual(['a-by-month-in-text', 'a-by-month-in-text-2', 'b-by-month-in-text', 'a-by-month-in-text-3']);
});
