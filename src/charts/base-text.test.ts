import { describe, expect, test } from 'vitest';
import { baseColumn } from './base-text.ts';

describe('a column of bases', () => {
  test('names a noun that all share once, as its heading', () => {
    expect(baseColumn(['n = 1,204 answers', '', 'n = 96 answers'])).toEqual({
      heading: 'Answers',
      cells: ['1,204', '', '96'],
    });
  });

  test('says everything in each cell when nouns differ or wording is another', () => {
    const mixed = ['n = 12 answers', 'n = 7 tickets'];
    expect(baseColumn(mixed)).toEqual({ heading: '', cells: mixed });
    expect(baseColumn(['would reveal a group of fewer than 10 customers'])).toEqual({
      heading: '',
      cells: ['would reveal a group of fewer than 10 customers'],
    });
  });

  test('understands the thousands of other languages', () => {
    expect(baseColumn(['n = 1.204 Antworten', 'n = 12\u202f345 Antworten']).cells).toEqual(['1.204', '12\u202f345']);
  });
});
