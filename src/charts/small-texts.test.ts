import { describe, expect, test } from 'vitest';
import { dateText } from './date-text.ts';
import { fileSize } from './file-size.ts';
import { flagsIn } from './flags.ts';
import { sitePath } from './site-path.ts';
import { shorten, textWidth } from './text-width.ts';

test('dates are written out, other texts left alone', () => {
  expect(dateText('2026-03-02')).toBe('2 March 2026');
  expect(dateText('spring 2026')).toBe('spring 2026');
});

test('file sizes are said in the unit of their order', () => {
  expect([1, 840, 2048, 999_700, 1_440_000].map(fileSize)).toEqual(['1 byte', '840 bytes', '2 KB', '1.0 MB', '1.4 MB']);
});

test('paths hold under any base', () => {
  expect(sitePath('/methods/#csat', '/')).toBe('/methods/#csat');
  expect(sitePath('/methods/#csat', '/report')).toBe('/report/methods/#csat');
  expect(sitePath('/methods/#csat', '/report/')).toBe('/report/methods/#csat');
});

test('flags in a table are explained once each, in order', () => {
  expect(flagsIn(['[x]', '81% [u]', '[x]', 'queue [q]']).map(({ flag }) => flag)).toEqual(['u', 'x']);
});

describe('text widths', () => {
  test('grow with the text and with its size', () => {
    expect(textWidth('Telephone', 12)).toBeGreaterThan(textWidth('Email', 12));
    expect(textWidth('80%', 24)).toBeGreaterThan(textWidth('80%', 12));
  });

  test('decide where a text is cut, at a word where one is near', () => {
    expect(shorten('New telephone system', 400, 12)).toBe('New telephone system');
    expect(shorten('New telephone system', 110, 12)).toBe('New telephone…');
    expect(textWidth(shorten('W'.repeat(80), 100, 12), 12)).toBeLessThanOrEqual(100);
  });
});
