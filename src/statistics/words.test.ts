import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { type WordScores, wordScores } from './words.ts';

const vocabulary = fc.array(fc.tuple(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 2000 })), {
  minLength: 2,
  maxLength: 40,
});

test.each(referenceCases('logodds'))('$name agrees with R and Python', (reference) => {
  const { differences, compared } = compareWithReference(reference, stored(reference));
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(100);
});

describe('scores of words', () => {
  test('change sides with the counts', () => {
    fc.assert(
      fc.property(vocabulary, (words) => {
        const [a, b, background] = columns(words);
        const scores = wordScores(a, b, background, 50) as WordScores;
        const back = wordScores(b, a, background, 50) as WordScores;
        scores.z.forEach((z, word) => {
          expect(z).toBeCloseTo(-(back.z[word] as number), 9);
        });
        expect(back.variance).toEqual(scores.variance);
      }),
    );
  });

  test('are 0 where both sides use words alike', () => {
    const scores = wordScores([3, 0, 7], [3, 0, 7], [10, 10, 80]) as WordScores;
    expect([...scores.z]).toEqual([0, 0, 0]);
    expect([...scores.p]).toEqual([1, 1, 1]);
  });

  test('exist for words that neither or only one side uses', () => {
    const scores = wordScores([0, 5, 95], [0, 0, 100], [50, 50, 900]) as WordScores;
    for (const column of Object.values(scores)) expect([...column].every(Number.isFinite)).toBe(true);
    expect(scores.z[1]).toBeGreaterThan(0);
    expect(scores.delta[0]).toBeCloseTo(0, 12);
  });

  test('are drawn towards 0 by a larger prior', () => {
    const score = (alpha0: number) => wordScores([9, 91], [1, 99], [50, 950], alpha0)?.z[0] as number;
    expect(score(1)).toBeGreaterThan(score(100));
    expect(score(100)).toBeGreaterThan(score(10_000));
    expect(score(10_000)).toBeGreaterThan(0);
  });

  test('use a prior of a tenth of both sides unless told', () => {
    const scores = wordScores([60, 140], [100, 100], [1, 3]) as WordScores;
    expect([...scores.prior]).toEqual([10, 30]);
  });

  test('do not exist for silent sides or fewer than two words', () => {
    expect(wordScores([0, 0], [0, 0], [1, 1])).toBeNull();
    expect(wordScores([], [], [])).toBeNull();
    expect(wordScores([3], [4], [7])).toBeNull();
  });

  test.each([
    ['unequal lengths', [1, 2], [1], [1, 1], 10],
    ['a negative count', [1, -2], [1, 1], [1, 1], 10],
    ['NaN', [1, Number.NaN], [1, 1], [1, 1], 10],
    ['a word without background', [1, 2], [1, 1], [1, 0], 10],
    ['an empty background', [1, 2], [1, 1], [0, 0], 10],
    ['an empty prior', [1, 2], [1, 1], [1, 1], 0],
  ])('refuse %s', (_, a, b, background, alpha0) => {
    expect(() => wordScores(a, b, background, alpha0)).toThrow(RangeError);
  });
});

function columns(words: readonly (readonly [number, number, number])[]): [number[], number[], number[]] {
  return [words.map(([a]) => a), words.map(([, b]) => b), words.map(([, , background]) => background)];
}

function stored(reference: ReferenceCase) {
  const column = (name: string) => reference.rows.map((row) => Number(row[name]));
  const [a, b] = [column('count_a'), column('count_b')];
  const scores = wordScores(a, b, column('background'), reference.params.alpha0 as number) as WordScores;
  const rows = reference.rows.map(({ word }, index) => ({
    word,
    alpha: scores.prior[index],
    delta: scores.delta[index],
    variance: scores.variance[index],
    z: scores.z[index] as number,
  }));
  const ranked = rows.toSorted((first, second) => second.z - first.z).map(({ word }) => word);
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  return {
    n_a: sum(a),
    n_b: sum(b),
    alpha0: scores.prior.reduce((all, prior) => all + prior, 0),
    rows,
    top_a: ranked.slice(0, 3),
    top_b: ranked.toReversed().slice(0, 3),
  };
}
