import { describe, expect, test } from 'vitest';
import { blurOf, blurParts } from './blur.ts';

const cell = (value: number, customers: number) => ({ n: customers, customers, value, method: 'wilson' });

describe('shares in groups of fewer than thirty customers', () => {
  test('none and nearly none, all and nearly all cannot be told apart', () => {
    for (const share of [0, 1 / 29, 0.0999]) {
      expect(blurOf({ unit: 'share' }, cell(share, 29))).toEqual({ value: 0.1, text: '<10%' });
      expect(blurOf({ unit: 'share' }, cell(1 - share, 10))).toEqual({ value: 0.9, text: '>90%' });
    }
  });

  test('what lies between is shown as it is', () => {
    for (const share of [0.1, 0.5, 0.9]) expect(blurOf({ unit: 'share' }, cell(share, 29))).toBeNull();
  });

  test('larger groups hide nobody’s answer in their share', () => {
    expect(blurOf({ unit: 'share' }, cell(0, 30))).toBeNull();
  });

  test('net scores are blurred beyond 90, means and medians never', () => {
    expect(blurOf({ unit: 'net' }, cell(100, 12))).toEqual({ value: 90, text: '>+90' });
    expect(blurOf({ unit: 'net' }, cell(-95, 12))).toEqual({ value: -90, text: '<−90' });
    expect(blurOf({ unit: 'net' }, cell(90, 12))).toBeNull();
    expect(blurOf({ unit: 'duration' }, cell(0, 12))).toBeNull();
  });
});

describe('the parts of a distribution', () => {
  test('of a large group are themselves', () => {
    expect(blurParts([0, 0.25, 0.75], 30)).toEqual({ lengths: [0, 0.25, 0.75], blurred: [null, null, null] });
  });

  test('of a small group share what is left where several are small', () => {
    const parts = blurParts([0, 0.05, 0.35, 0.6], 20);
    expect(parts?.lengths.map((length) => length.toFixed(3))).toEqual(['0.025', '0.025', '0.350', '0.600']);
    expect(parts?.blurred.map((part) => part?.text ?? '')).toEqual(['<10%', '<10%', '', '']);
  });

  test('are not shown where a single small one would follow from the others', () => {
    expect(blurParts([0.05, 0.35, 0.6], 20)).toBeNull();
  });

  test('of which one is nearly all all have their bounds', () => {
    expect(blurParts([0, 1], 20)).toMatchObject({ lengths: [0.1, 0.9], blurred: [{ text: '<10%' }, { text: '>90%' }] });
    expect(blurParts([0.05, 0, 0.95], 20)?.lengths).toEqual([0.05, 0.05, 0.9]);
  });
});
