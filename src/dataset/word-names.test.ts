import { describe, expect, test } from 'vitest';
import type { WordsColumn } from './column.ts';
import { withCommonTexts, withoutRareTexts } from './word-names.ts';
import { textsOf, wordsOf } from './words-for-tests.ts';

const spelt = (column: WordsColumn, spelling: Readonly<Record<string, readonly [number, number]>>): WordsColumn => {
  const { texts } = column.vocabulary;
  const counts = texts.map((text) => spelling[text] ?? ([20, 0] as const));
  return {
    ...column,
    vocabulary: {
      ...column.vocabulary,
      small: Uint32Array.from(counts, ([small]) => small),
      capital: Uint32Array.from(counts, ([, capital]) => capital),
    },
  };
};

describe('in one file', () => {
  test('a word that a single row uses has no text', () => {
    expect(textsOf(withoutRareTexts(wordsOf(['slow bill', 'slow surgery'])))).toEqual(['? slow', '? slow']);
  });

  test('a word that is mostly written with a capital inside sentences has no text', () => {
    const column = spelt(wordsOf(['sarah helped today', 'sarah helped today']), { sarah: [1, 2], helped: [2, 2] });
    expect(textsOf(withoutRareTexts(column))).toEqual(['? helped today', '? helped today']);
  });

  test('a word of which nobody knows how it is written inside sentences has no text', () => {
    const column = spelt(wordsOf(['sarah helped', 'sarah helped']), { sarah: [0, 0] });
    expect(textsOf(withoutRareTexts(column))).toEqual(['? helped', '? helped']);
  });

  test('nouns keep their text in a language that writes them with capitals', () => {
    const column = spelt(wordsOf(['rechnung ist falsch', 'rechnung ist falsch']), {
      rechnung: [0, 2],
      ist: [2, 0],
      falsch: [2, 0],
    });
    expect(textsOf(withoutRareTexts(column))).toEqual(['falsch ist rechnung', 'falsch ist rechnung']);
  });

  test('words of rows that are gone are gone', () => {
    const { starts, codes, vocabulary } = wordsOf(['slow', 'slow', 'secret']);
    const column = withoutRareTexts({ starts: starts.slice(0, 3), codes: codes.slice(0, 2), vocabulary });
    expect(column.vocabulary.texts).toEqual(['slow']);
    expect(column.vocabulary.hash.low).toHaveLength(1);
  });

  test('nothing is left of the order of words, in long comments neither', () => {
    const many = Array.from({ length: 100 }, (_, index) => `w${index}`);
    const column = wordsOf([many.join(' '), 'b a']);
    const shuffled = { ...column, codes: column.codes.toReversed().reverse() };
    shuffled.codes.subarray(0, 100).reverse();
    const { starts, codes } = withoutRareTexts(shuffled);
    for (let row = 0; row < 2; row++) {
      const own = [...codes.subarray(starts[row], starts[row + 1])];
      expect(own).toEqual(own.toSorted((a, b) => a - b));
    }
  });
});

describe('in a finished table', () => {
  const ten = Array.from({ length: 10 }, (_, customer) => customer);

  test('a word has a text when ten customers use it', () => {
    const column = wordsOf(ten.map((customer) => (customer === 0 ? 'slow' : 'slow bill')));
    expect(textsOf(withCommonTexts(column, Int32Array.from(ten)))[1]).toBe('? slow');
  });

  test('a customer counts once, however often they write it', () => {
    const customer = Int32Array.from([...ten, 9], (number) => Math.min(number, 8));
    expect(textsOf(withCommonTexts(wordsOf([...ten, 9].map(() => 'slow')), customer))[0]).toBe('?');
  });

  test('every row without a customer is one', () => {
    expect(textsOf(withCommonTexts(wordsOf(ten.map(() => 'slow')), new Int32Array(10).fill(-1)))[0]).toBe('slow');
  });

  test('how a word is written counts over all files together', () => {
    const column = spelt(wordsOf(ten.map(() => 'sarah helped today')), { sarah: [3, 4] });
    expect(textsOf(withCommonTexts(column, Int32Array.from(ten)))[0]).toBe('? helped today');
  });
});
