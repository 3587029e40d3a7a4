import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duration, formatOf, percent, signed } from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('shares', () => {
  test.each([
    [0.8206, '82%'],
    [0, '0%'],
    [0.001, '<1%'],
    [0.999, '>99%'],
    [1, '100%'],
  ])('%d reads %s', (share, text) => expect(percent(share)).toBe(text));

  test('get a decimal where less than five points matter', () => {
    const format = formatOf('share', 'en-GB', 0.02);
    expect([format.value(0.9731), format.value(0.9999), format.value(0.0001)]).toEqual(['97.3%', '>99.9%', '<0.1%']);
    expect(plain(format.difference(0.008))).toBe('0.8 points');
  });

  test('an interval names both ends', () => {
    expect(formatOf('share', 'en-GB').range(0.79, 0.83)).toBe('79% to 83%');
  });

  test('a difference is in points', () => {
    const format = formatOf('share', 'en-GB');
    expect(plain(format.difference(-0.061))).toBe('6 points');
    expect(plain(format.difference(0.01))).toBe('1 point');
    expect(plain(format.difference(0.004))).toBe('less than 1 point');
    expect(plain(format.differenceRange(-0.09, -0.02))).toBe('2 to 9');
    expect(plain(format.differenceRange(-0.04, 0.02))).toBe('−4 to +2');
  });
});

describe('net scores', () => {
  test('carry a plus or a real minus sign, and zero carries none', () => {
    expect([34.2, -12.4, 0.3, -0.3].map((value) => signed(value, 0))).toEqual(['+34', '−12', '0', '0']);
  });
});

describe('durations', () => {
  test.each([
    [45, '45 s'],
    [59.6, '1 min'],
    [720, '12 min'],
    [3600, '1 h'],
    [9600, '2 h 40 min'],
    [86_400, '1 d'],
    [273_600, '3 d 4 h'],
    [23 * 86_400, '23 d'],
  ])('%d seconds read %s', (seconds, text) => expect(plain(duration(seconds))).toBe(text));

  test('never read as sixty of a smaller unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5e6, noNaN: true }), (seconds) => {
        expect(plain(duration(seconds))).not.toMatch(/\b(60 s|60 min|24 h)\b/);
      }),
    );
  });

  test('a difference is a change in per cent', () => {
    const format = formatOf('duration', 'en-GB');
    expect(format.difference(0.62)).toBe('38%');
    expect(format.difference(0.999)).toBe('less than 1%');
    expect(format.differenceRange(0.55, 0.7)).toBe('30% to 45%');
    expect(format.differenceRange(0.9, 1.2)).toBe('−10% to +20%');
  });
});

describe('scores, rates and counts', () => {
  test('a score has one decimal, or two where hundredths matter', () => {
    expect(formatOf('score', 'en-GB', 0.2).value(4.0644)).toBe('4.1');
    expect(formatOf('score', 'en-GB', 0.1).value(4.0644)).toBe('4.06');
    expect(formatOf('score', 'en-GB').value(-0.04)).toBe('0.0');
  });

  test('thousands follow the locale', () => {
    expect(formatOf('count', 'en-GB').value(20_431)).toBe('20,431');
    expect(formatOf('count', 'de-DE').value(20_431)).toBe('20.431');
  });
});
