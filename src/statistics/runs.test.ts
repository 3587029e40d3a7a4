import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anhojRuns } from './runs.ts';

/** A series of 1 and −1 about the line 0, from a string such as `++-`; a dot lies on the line, a blank is missing. */
function sides(text: string): (number | null)[] {
  return [...text].map((sign) => (sign === ' ' ? null : sign === '.' ? 0 : sign === '+' ? 1 : -1));
}

describe('runs about a line', () => {
  test.each([
    ['+', 1, 1, 0],
    ['++--', 4, 2, 1],
    ['+.+ +-', 4, 3, 1],
    ['+-+-', 4, 1, 3],
  ])('%s: %i values, longest run %i, %i crossings', (text, n, longestRun, crossings) => {
    expect(anhojRuns(sides(text), 0)).toMatchObject({ n, longestRun, crossings });
  });

  test('do not exist when every value lies on the line or is missing', () => {
    expect(anhojRuns([], 0)).toBeNull();
    expect(anhojRuns(sides('. .'), 0)).toBeNull();
  });

  test('signal when longer than round(log₂ n) + 3', () => {
    // Of 16 values: 7 in a row are still chance, 8 are not.
    expect(anhojRuns(sides('+++++++-+-+--+-+'), 0)).toMatchObject({ longestRunLimit: 7, longestRunSignals: false });
    expect(anhojRuns(sides('++++++++-+--+-+-'), 0)).toMatchObject({ longestRun: 8, longestRunSignals: true });
  });

  test('signal when the line is crossed less often than 5% of coin tosses would', () => {
    // 15 tosses: P(X <= 3) = 0.018, P(X <= 4) = 0.059.
    expect(anhojRuns(sides('++++----++++----'), 0)).toMatchObject({ crossingsLimit: 4, crossingsSignal: true });
    expect(anhojRuns(sides('++++----++++---+'), 0)).toMatchObject({ crossings: 4, crossingsSignal: false });
  });

  test('are the same turned upside down or read backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -3, max: 3 }))), (values) => {
        const runs = anhojRuns(values, 0);
        expect(anhojRuns(values.toReversed(), 0)).toEqual(runs);
        expect(
          anhojRuns(
            values.map((value) => (value === null ? null : -value)),
            0,
          ),
        ).toEqual(runs);
      }),
    );
  });

  test('refuse what is not a number', () => {
    expect(() => anhojRuns([Number.NaN], 0)).toThrow(RangeError);
    expect(() => anhojRuns([1], Number.NaN)).toThrow(RangeError);
  });
});
