import { describe, expect, test } from 'vitest';
import { differencePicture, quantityPicture } from './picture.ts';

const weighed = (difference: number, low: number, high: number) => ({
  difference: { difference, low, high, low90: low, high90: high, p: 0.01 },
  margin: 0.05,
  unit: 'share' as const,
});

describe('the picture of a difference', () => {
  test('is drawn between four margins to either side, so that a small one looks small', () => {
    expect(differencePicture(weighed(0.02, -0.01, 0.05))).toEqual({
      value: 0.02,
      low: -0.01,
      high: 0.05,
      from: -0.2,
      to: 0.2,
      margin: 0.05,
    });
  });

  test('reaches farther where the interval does, and holds all of it', () => {
    const { from, to } = differencePicture(weighed(-0.4, -0.5, -0.3));
    expect(to).toBeCloseTo(0.55);
    expect(from).toBe(-to);
  });

  test('of waits compares them by the logarithm of their ratio', () => {
    const { value, margin } = differencePicture({ ...weighed(2, 1.5, 2.5), margin: 1.2, unit: 'duration' });
    expect(value).toBeCloseTo(Math.log(2));
    expect(margin).toBeCloseTo(Math.log(1.2));
  });

  test('has finite ends even where an interval has none', () => {
    const { from, to } = differencePicture({ ...weighed(2, 0, 2.5), margin: 1.2, unit: 'duration' });
    expect([from, to].every(Number.isFinite)).toBe(true);
  });
});

describe('the picture of a number', () => {
  const quantity = { text: '', range: '', base: '', status: 'ok' as const, n: 100, value: 0.3, low: 0.2, high: 0.4 };

  test('stands on the whole scale of its unit', () => {
    expect(quantityPicture(quantity, 'share')).toMatchObject({ from: 0, to: 1, margin: null });
    expect(quantityPicture({ ...quantity, low: -0.1 }, 'coefficient')).toMatchObject({ from: -1, to: 1 });
  });

  test('is absent where its unit has no scale or nothing may be shown', () => {
    expect(quantityPicture(quantity, 'duration')).toBeNull();
    expect(quantityPicture({ text: '', range: '', base: '', status: 'suppressed' }, 'share')).toBeNull();
  });
});
