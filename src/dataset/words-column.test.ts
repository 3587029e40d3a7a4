import { describe, expect, test } from 'vitest';
import { gather, place } from './column-operations.ts';
import { textsOf, wordsOf } from './words-for-tests.ts';

describe('columns of words', () => {
  test('become one, each word with one number, whichever block comes first', () => {
    const first = wordsOf(['slow bill', null]);
    const second = wordsOf(['bill quick']);
    const joined = place('words', [first, undefined, second], { lengths: [2, 1, 1], position: null, rows: 4 });
    expect(textsOf(joined)).toEqual(['bill slow', '', '', 'bill quick']);
    expect(joined.vocabulary.texts.toSorted()).toEqual(['bill', 'quick', 'slow']);
    const turned = place('words', [second, first], { lengths: [1, 2], position: null, rows: 3 });
    expect(turned.vocabulary).toEqual(joined.vocabulary);
  });

  test('take the order of their table, and rows without a place stay out', () => {
    const column = wordsOf(['one', 'two three', 'four']);
    const position = Int32Array.of(1, -1, 0);
    expect(textsOf(place('words', [column], { lengths: [3], position, rows: 2 }))).toEqual(['four', 'one']);
  });

  test('have one text for a word that only some blocks name', () => {
    const named = wordsOf(['slow']);
    const nameless = { ...named, vocabulary: { ...named.vocabulary, texts: [''] } };
    for (const blocks of [
      [named, nameless],
      [nameless, named],
    ]) {
      expect(textsOf(place('words', blocks, { lengths: [1, 1], position: null, rows: 2 }))).toEqual(['slow', 'slow']);
    }
  });

  test('give picked rows, and none for row -1', () => {
    const column = wordsOf(['one two', 'three', null]);
    expect(textsOf(gather('words', column, Int32Array.of(1, -1, 0, 0, 2)))).toEqual([
      'three',
      '',
      'one two',
      'one two',
      '',
    ]);
  });

  test('lie in memory that threads share', () => {
    const { starts, codes, vocabulary } = place('words', [wordsOf(['one'])], { lengths: [1], position: null, rows: 1 });
    for (const { buffer } of [starts, codes, vocabulary.hash.low, vocabulary.small]) {
      expect(buffer).toBeInstanceOf(SharedArrayBuffer);
    }
  });
});
