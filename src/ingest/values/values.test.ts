import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryText } from './category.ts';
import { parseFlag } from './flag.ts';
import { identityHash, identityText, isRoundedIdentity } from './identity.ts';
import { hasDecimalComma, parseNumber } from './number.ts';
import { customaryPositiveFrom, defaultScoreRule, parseScore, type ScoreRule } from './score.ts';
import { parseState } from './state.ts';
import { isNoCategory, isNoValue, trimmed } from './text.ts';

describe('numbers', () => {
  test.each([
    ['0', 0],
    ['007', 7],
    ['-12', -12],
    ['+3', 3],
    ['4.5', 4.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['0.1', 0.1],
    ['123456789012345678901', 123_456_789_012_345_680_000],
  ])('%s', (text, expected) => {
    expect(parseNumber(text)).toBe(expected);
  });

  test.each(['', '-', '.', '1,5', '1 000', '0x10', 'Infinity', '1.2.3', '12%', '−1', '١'])('%j is none', (text) => {
    expect(parseNumber(text)).toBeNaN();
  });

  test('decimals are the nearest double, as Number gives it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(999_999), (whole, decimals) => {
        const text = `${whole}.${decimals}`;
        expect(parseNumber(text)).toBe(Number(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('a decimal comma is one comma between digits', () => {
    expect(['4,5', '-4,50'].every(hasDecimalComma)).toBe(true);
    expect(['4,5,6', ',5', '4,', '1.000,5'].some(hasDecimalComma)).toBe(false);
  });
});

describe('nothing', () => {
  test.each(['', 'null', 'NULL', 'n/a', 'N/A', 'na', 'none', '-', '?', 'NaN'])('%j is no value', (text) => {
    expect(isNoValue(text)).toBe(true);
  });

  test('of these, a category can be called None, - or NA', () => {
    expect(['', 'null', 'N/A'].every(isNoCategory)).toBe(true);
    expect(['None', '-', 'NA', '?'].some(isNoCategory)).toBe(false);
  });

  test('surrounding blanks of any kind go, inner ones stay', () => {
    expect(trimmed('\ufeff a b\u00a0\r')).toBe('a b');
    fc.assert(fc.property(fc.string(), (text) => trimmed(text) === text.trim()));
  });
});

test('flags', () => {
  expect(['true', 'TRUE', 'yes', 'Y', 't', '1'].map(parseFlag)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(['false', 'No', 'n', 'F', '0'].map(parseFlag)).toEqual([0, 0, 0, 0, 0]);
  expect(['2', 'ja', 'constructor', ''].map(parseFlag)).toEqual([undefined, undefined, undefined, undefined]);
});

test('categories keep their case; blanks, control characters and composition are evened out', () => {
  expect(categoryText('Café  de\n\u0000 Paris')).toBe('Café de Paris'.normalize('NFC'));
  expect(categoryText('Cafe\u0301')).toBe('Caf\u00e9');
});

describe('ticket states', () => {
  test.each([
    ['Solved', 'solved'],
    ['resolved', 'solved'],
    ['DONE', 'solved'],
    ['On-hold', 'pending'],
    ['waiting_on_customer', 'pending'],
    ['In Progress', 'open'],
    ['Canceled', 'cancelled'],
    ['duplicate', 'merged'],
    ['Spam', 'spam'],
    ['trash', 'deleted'],
    ['Waiting on vendor', 'pending'],
    ['Awaiting Problem', 'pending'],
    ['Closed with explanation', 'closed'],
    ['Closed - spam', undefined],
    ['purgatory', undefined],
    ['__proto__', undefined],
  ])('%s', (word, state) => {
    expect(parseState(word)).toBe(state);
  });
});

describe('scores', () => {
  const csat = defaultScoreRule('csat');

  test('lie on their scale', () => {
    expect(['1', '5', '4.5', '3.0'].map((text) => parseScore(text, csat, false))).toEqual([1, 5, 4.5, 3]);
    expect(['0', '6', '-1', 'good', '4,5'].every((text) => Number.isNaN(parseScore(text, csat, false)))).toBe(true);
  });

  test('take a decimal comma where the comma does not separate cells', () => {
    expect(parseScore('4,5', csat, true)).toBe(4.5);
  });

  test('of the recommendation question are whole', () => {
    const nps = defaultScoreRule('nps');
    expect(parseScore('10', nps, false)).toBe(10);
    expect(parseScore('9.5', nps, false)).toBeNaN();
    expect(parseScore('11', nps, false)).toBeNaN();
  });

  test('are turned where a low answer is the good one', () => {
    const effort: ScoreRule = {
      scale: { min: 1, max: 5, positiveFrom: 4 },
      direction: 'down',
      whole: false,
      labels: new Map(),
    };
    expect([1, 2, 3, 4, 5].map((answer) => parseScore(String(answer), effort, false))).toEqual([5, 4, 3, 2, 1]);
  });

  test('of emotion are words or numbers', () => {
    const emotion = defaultScoreRule('emotion');
    const words = ['Delighted', 'happy', 'NEUTRAL', 'disappointed', 'frustrated', 'angry', '-2', '1.5'];
    expect(words.map((word) => parseScore(word, emotion, false))).toEqual([2, 1, 0, -1, -1, -2, -2, 1.5]);
    expect(parseScore('furious', emotion, false)).toBeNaN();
  });

  test('have customary cut-points on customary scales only', () => {
    const csatScales = [
      [1, 5],
      [1, 3],
      [1, 2],
      [1, 7],
      [1, 10],
      [0, 10],
      [0, 1],
      [0, 100],
    ] as const;
    expect(csatScales.map(([min, max]) => customaryPositiveFrom('csat', min, max))).toEqual([
      4,
      3,
      2,
      6,
      9,
      9,
      1,
      undefined,
    ]);
    expect(customaryPositiveFrom('ces', 1, 7)).toBe(5);
    expect(customaryPositiveFrom('ces', 1, 5)).toBe(4);
    expect(customaryPositiveFrom('ces', 1, 10)).toBe(undefined);
  });
});

describe('identifiers', () => {
  test.each([
    ['#12345', '12345'],
    ['12345', '12345'],
    ['https://help.example.com/agent/tickets/12345', '12345'],
    ['https://help.example.com/tickets/12345/?from=mail#top', '12345'],
    ['PROJ-12', 'PROJ-12'],
    ['proj-12', 'PROJ-12'],
    ['One@Example.org', 'one@example.org'],
    ['@Handle', '@Handle'],
    ['Anonymous', ''],
    ['n/a', ''],
    ['-', ''],
  ])('%s', (text, identity) => {
    expect(identityText(text)).toBe(identity);
  });

  test('keep their case: aB and Ab are two', () => {
    expect(identityHash('aB', 1n)).not.toBe(identityHash('Ab', 1n));
  });

  test('depend on the key', () => {
    expect(identityHash('12345', 1n)).not.toBe(identityHash('12345', 2n));
    expect(identityHash('12345', 1n)).toBe(identityHash('12345', 1n));
  });

  test('rounded by a spreadsheet are told', () => {
    expect(['1.23E+12', '4E+15'].every(isRoundedIdentity)).toBe(true);
    expect(['1E5', 'PRE+12', '12E+x', '123'].some(isRoundedIdentity)).toBe(false);
  });

  test('do not collide', () => {
    const hashes = new Set(Array.from({ length: 100_000 }, (_, number) => identityHash(`C-${number}`, 1n)));
    expect(hashes.size).toBe(100_000);
  });
});
