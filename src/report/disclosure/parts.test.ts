import { describe, expect, test } from 'vitest';
import { hiddenPart, shownParts, shownRows } from './parts.ts';

describe('parts of a published total', () => {
  test('are all shown where all are large enough', () => {
    expect(shownParts([40, 10, 25], 10)).toEqual([true, true, true]);
  });

  test('hide the next smallest with a single small one', () => {
    expect(shownParts([40, 4, 25, 12], 10)).toEqual([true, false, true, false]);
  });

  test('hide more until the hidden ones hold the minimum together', () => {
    expect(shownParts([40, 2, 3, 25], 10)).toEqual([true, false, false, false]);
    expect(shownParts([40, 6, 7, 25], 10)).toEqual([true, false, false, true]);
  });

  test('hide as many as are asked for', () => {
    expect(shownParts([40, 4, 25, 12], 10, 3)).toEqual([true, false, false, false]);
  });

  test('are the rows that are left', () => {
    const rows = ['40', '4', '25', '12'];
    expect(shownRows(rows, Number, 10)).toEqual(['40', '25']);
    expect(shownRows(rows, Number, 3)).toEqual(rows);
  });

  test('that are hidden say so, and how many it takes', () => {
    expect(hiddenPart(12)).toMatchObject({ status: 'suppressed', text: '[c]', base: expect.stringContaining('12') });
    expect(hiddenPart(12).value).toBeUndefined();
  });
});
