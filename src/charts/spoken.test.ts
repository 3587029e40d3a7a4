import { describe, expect, test } from 'vitest';
import { estimate, quarter } from './figures.fixture.ts';
import { readRow } from './read-row.ts';
import { say, spokenOf } from './spoken.ts';

describe('what is said at a point', () => {
  const table = {
    caption: '',
    columns: [],
    rows: [
      ['Email', '81%'],
      ['Telephone', '79%'],
    ],
  };

  test('is the row of its name, wherever it stands', () => {
    expect(spokenOf(table, 'Telephone', 'Telephone: 79%')).toEqual({ row: 1 });
  });

  test('is words where no row has that name', () => {
    expect(spokenOf(table, 'Half within', 'Half within: 2 h')).toEqual({ words: 'Half within: 2 h' });
  });

  test('names the figure, its interval and its base', () => {
    expect(say('Telephone', estimate('share', quarter(2026, 1), 0.8, 0.02))).toBe(
      'Telephone: 80%, 78% to 82%, n = 1,204 answers',
    );
  });

  test('names the reason where there is no figure', () => {
    expect(say('Letter', estimate('share', quarter(2026, 1), null))).toBe(
      'Letter: kept back for privacy, would reveal a group of fewer than 10 customers',
    );
  });
});

describe('a row read out', () => {
  const names = ['Period', 'CSAT', '95% interval', 'n (answers)'];

  test('needs no names of columns for one figure', () => {
    expect(readRow('series', names, ['July 2026', '83%', '77% to 88%', '167'])).toBe(
      'July 2026: 83%, 77% to 88%, n = 167 answers',
    );
  });

  test('says flags in words', () => {
    expect(readRow('series', names, ['July 2026', '83% [p]', '77% to 88%', '167'])).toBe(
      'July 2026: 83%, provisional, 77% to 88%, n = 167 answers',
    );
  });

  test('says only why where there is no figure', () => {
    expect(readRow('breakdown', names, ['Letter', '[c]', '', '<10'])).toBe('Letter: kept back for privacy');
  });

  test('leaves out an empty cell', () => {
    expect(readRow('breakdown', names, ['Letter', '42', '', '42'])).toBe('Letter: 42, n = 42 answers');
  });

  test('names every figure of a bar', () => {
    expect(readRow('distribution', ['Period', 'Bad', 'Good', 'n (answers)'], ['2026', '30%', '70%', '900'])).toBe(
      '2026: Bad 30%, Good 70%, n = 900 answers',
    );
  });

  test('says what a time means', () => {
    expect(readRow('durations', ['Within', 'Share answered'], ['2 h', '62%'])).toBe('Within 2 h: 62%');
  });
});
