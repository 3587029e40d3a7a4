import { expect, test } from 'vitest';
import { codeParts } from './code-parts.ts';

test('names of fields are told apart from the words around them', () => {
  expect(codeParts('no survey export has the field `ces`')).toEqual([
    { text: 'no survey export has the field ', code: false },
    { text: 'ces', code: true },
  ]);
  expect(codeParts('no unanswered invitation')).toEqual([{ text: 'no unanswered invitation', code: false }]);
});
