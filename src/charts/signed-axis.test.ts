import { expect, test } from 'vitest';
import { signedAxis, signedTick } from './signed-axis.ts';

test('an axis of differences holds zero and everything else, ended by ticks', () => {
  for (const values of [[-0.12, -0.06], [0.02, 0.3], [-0.4, 0.9], [-3.2, 0.1], []]) {
    const { low, high, ticks } = signedAxis(values, 'coefficient');
    expect(ticks).toContain(0);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect([ticks[0], ticks.at(-1)]).toEqual([low, high]);
    for (const value of values) {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    }
  }
});

test('its ticks carry signs, shares in points, times in their own unit', () => {
  expect([-0.05, 0, 0.05].map((value) => signedTick(value, 'share', 0.05))).toEqual(['−5', '0', '+5']);
  expect([-7200, 0, 7200].map((value) => signedTick(value, 'duration', 7200))).toEqual(['−2\u00a0h', '0', '+2\u00a0h']);
  expect([-0.5, 0, 0.5].map((value) => signedTick(value, 'score', 0.5))).toEqual(['−0.5', '0.0', '+0.5']);
});
