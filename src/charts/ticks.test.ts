import { describe, expect, test } from 'vitest';
import { tickText, valueText } from './ticks.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', '·');

describe('tick texts', () => {
  test('shares are per cent with the decimals that the step needs', () => {
    expect(tickText(0.8, 'share', 0.05)).toBe('80%');
    expect(tickText(0.025, 'share', 0.005)).toBe('2.5%');
  });

  test('net scores carry a plus or a real minus sign, zero neither', () => {
    expect([-20, 0, 20].map((value) => tickText(value, 'net', 20))).toEqual(['−20', '0', '+20']);
  });

  test('one axis of durations keeps one unit', () => {
    expect([0, 1800, 5400].map((value) => plain(tickText(value, 'duration', 1800)))).toEqual(['0', '30 min', '90 min']);
    expect(plain(tickText(172_800, 'duration', 86_400))).toBe('2 d');
  });

  test('thousands are set apart from five digits on, and nothing is ever minus zero', () => {
    expect(plain(tickText(2500, 'count', 500))).toBe('2500');
    expect(plain(tickText(1_250_000, 'count', 50_000))).toBe('1·250·000');
    expect(tickText(-0.0001, 'score', 0.1)).toBe('0.0');
  });
});

describe('texts of single values', () => {
  test('say as much as was given and no more', () => {
    expect(valueText(0.85, 'share')).toBe('85%');
    expect(valueText(0.875, 'share')).toBe('87.5%');
    expect(valueText(4.25, 'score')).toBe('4.25');
    expect(valueText(40, 'net')).toBe('+40');
  });

  test('durations name their two largest units', () => {
    expect([45, 720, 9600, 273_600, 0].map((seconds) => plain(valueText(seconds, 'duration')))).toEqual([
      '45 s',
      '12 min',
      '2 h 40 min',
      '3 d 4 h',
      '0 s',
    ]);
  });
});
