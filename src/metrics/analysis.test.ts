import { describe, expect, test } from 'vitest';
import { tooFew, tooShort, withoutSmallCount } from './analysis.ts';

describe('what an analysis lacks', () => {
  test('is told with its number where ten or more were found', () => {
    expect(tooFew(1000, 'customers', 12).lacks).toBe('it needs 1,000 customers; these data have 12');
  });

  test('is told without one where a few were found: a count of few is a figure about them', () => {
    for (const found of [1, 5, 9]) {
      expect(tooFew(50, 'customers', found).lacks).toBe('it needs 50 customers; these data have fewer than 10');
    }
    expect(tooFew(50, 'customers', 0).lacks).toBe('it needs 50 customers; these data have none');
  });

  test('is counted out where it belongs to nobody', () => {
    expect(tooShort(36, 'complete months', 7)).toEqual({ lacks: 'it needs 36 complete months; these data have 7' });
  });

  test('is told by the report’s own minimum base', () => {
    const told = (found: number) => withoutSmallCount(tooFew(50, 'customers', found), 30);
    expect(told(29)).toEqual({ lacks: 'it needs 50 customers; these data have fewer than 30' });
    expect(told(30)).toEqual({ lacks: 'it needs 50 customers; these data have 30' });
    expect(told(0)).toEqual({ lacks: 'it needs 50 customers; these data have none' });
    expect(withoutSmallCount({ lacks: 'these data have no surveys' }, 30)).toEqual({
      lacks: 'these data have no surveys',
    });
  });
});
