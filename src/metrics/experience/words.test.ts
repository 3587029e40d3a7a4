import { describe, expect, test } from 'vitest';
import { isLack, type Lack, type Span } from '../analysis.ts';
import { contextOf, datasetOf, periodOf, type Row } from '../testing.ts';
import { type WordsResult, words } from './words.ts';

const COMMON = Array.from({ length: 24 }, (_, index) => `common${String.fromCharCode(97 + index)}`).join(' ');
const SPAN: Span = { all: periodOf('2026'), months: [], latest: null, earlier: null };

/** Responses of as many customers, each with a comment of its own. */
function responses(count: number, answer: Row, comment: (index: number) => string, prefix = ''): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    customer_id: `${prefix}${JSON.stringify(answer)}${index}`,
    submitted_at: '2026-02-01',
    ...answer,
    comment: `${COMMON} ${comment(index)}`,
  }));
}

function found(rows: readonly Row[]): WordsResult | Lack {
  return words.analyse(contextOf(datasetOf({ responses: rows })), SPAN);
}

function result(rows: readonly Row[]): WordsResult {
  const analysed = found(rows);
  if (isLack(analysed)) throw new Error(analysed.lacks);
  return analysed;
}

const wordOf = (analysed: WordsResult, word: string) => analysed.words.find((tested) => tested.word === word);

describe('words of detractors and promoters', () => {
  const rows = [
    ...responses(60, { nps: 3 }, (index) => (index < 30 ? 'waiting again' : 'again')),
    ...responses(60, { nps: 10 }, (index) => (index < 40 ? 'quick' : 'waiting')),
    ...responses(40, { nps: 8 }, () => 'passive waiting'),
  ];
  const analysed = result(rows);

  test('are tested on the customers of both sides, without passives', () => {
    expect(analysed.by).toBe('nps');
    expect(analysed.sides.map(({ comments, customers }) => [comments, customers])).toEqual([
      [60, 60],
      [60, 60],
    ]);
    expect(wordOf(analysed, 'waiting')).toMatchObject({ customers: 50, used: [30, 20] });
    expect(wordOf(analysed, 'passive')).toBeUndefined();
  });

  test('have the z of Monroe and others with a prior of a tenth of all words', () => {
    // 60 × 24 common words a side; 90 and 60 others.
    const [low, high] = [60 * 24 + 90, 60 * 24 + 60];
    const prior = (0.1 * (low + high) * 40) / (low + high);
    const size = 0.1 * (low + high);
    const logOdds = (count: number, all: number) => Math.log((count + prior) / (all + size - count - prior));
    const z = (logOdds(40, high) - logOdds(0, low)) / Math.sqrt(1 / (40 + prior) + 1 / prior);
    expect(wordOf(analysed, 'quick')?.z).toBeCloseTo(z, 10);
  });

  test('stand from those of detractors to those of promoters, and words of both sides are not distinctive', () => {
    expect(analysed.words[0]?.word).toBe('again');
    expect(analysed.words.at(-1)?.word).toBe('quick');
    expect(wordOf(analysed, 'quick')?.p).toBeLessThan(0.001);
    expect(wordOf(analysed, 'commona')?.p).toBeGreaterThan(0.5);
    expect(analysed.words).toHaveLength(24 + 3);
  });

  test('count once for each customer and side, so that one rant cannot win', () => {
    const [first] = rows as [Row];
    const rants = Array.from({ length: 200 }, () => ({ ...first, comment: `${COMMON} rude waiting` }));
    const ranted = result([...rows, ...rants]);
    expect(wordOf(ranted, 'waiting')).toMatchObject({ customers: 50, used: [30, 20] });
    expect(wordOf(ranted, 'rude')).toBeUndefined();
    expect(ranted.sides[0]).toMatchObject({ comments: 260, customers: 60 });
  });

  test('are not made rare by one letter of many words that nobody else writes', () => {
    const letters = (count: number, index: number) => String.fromCharCode(97 + (index % 26)).repeat(count);
    const strange = Array.from(
      { length: 900 },
      (_, index) => `zz${letters(1 + (index % 30), index)}${letters(2, index >> 5)}`,
    );
    const [first] = rows as [Row];
    const letter = { ...first, customer_id: 'writer', comment: `${COMMON} ${strange.join(' ')}` };
    const quick = (of: WordsResult) => wordOf(of, 'quick')?.z as number;
    expect(new Set(strange).size).toBeGreaterThan(700);
    expect(Math.abs(quick(result([...rows, letter])) - quick(analysed))).toBeLessThan(0.2);
    expect(wordOf(result([...rows, letter]), 'commona')?.p).toBeGreaterThan(0.5);
  });

  test('of a customer who stands on both sides count on both, and the customer once', () => {
    const both = responses(12, { nps: 10 }, () => 'again').map((row, index) => ({
      ...row,
      customer_id: (rows[index] as Row).customer_id,
    }));
    expect(wordOf(result([...rows, ...both]), 'again')).toMatchObject({ customers: 60, used: [60, 12] });
  });

  test('that nine customers use are not tested', () => {
    const nine = result([
      ...rows,
      ...responses(9, { nps: 0 }, () => 'lawyer', 'nine'),
      ...responses(1, { nps: 10 }, () => 'again', 'one'),
    ]);
    expect(wordOf(nine, 'lawyer')).toBeUndefined();
    expect(wordOf(result([...rows, ...responses(10, { nps: 0 }, () => 'lawyer', 'ten')]), 'lawyer')).toBeDefined();
  });

  test('that are written like names are counted and not tested', () => {
    const named = result(rows.map((row) => ({ ...row, comment: `${row.comment} Sarah` })));
    expect(named.nameless).toBe(1);
    expect(named.words.map(({ word }) => word)).not.toContain('Sarah');
    expect(named.sides[0].words).toBe(analysed.sides[0].words + 60);
  });

  test('can be any word of the language that this is written in', () => {
    const odd = ['__proto__', 'constructor', 'toString'.toLowerCase()];
    const hostile = result(rows.map((row) => ({ ...row, comment: `${row.comment} ${odd.join(' ')}` })));
    for (const word of odd) expect(wordOf(hostile, word)).toMatchObject({ customers: 120 });
  });
});

describe('where too few recommend or not', () => {
  test('satisfied and dissatisfied customers are compared', () => {
    const rows = [
      ...responses(60, { csat: 2 }, () => 'slow'),
      ...responses(60, { csat: 4 }, () => 'quick'),
      ...responses(49, { nps: 2 }, () => 'slow'),
      ...responses(60, { nps: 9 }, () => 'quick'),
    ];
    expect(result(rows)).toMatchObject({ by: 'csat', sides: [{ comments: 60 }, { comments: 60 }] });
  });

  test('it says what is there of what it needs', () => {
    const rows = [
      ...responses(49, { nps: 2 }, () => 'slow'),
      ...responses(60, { nps: 9 }, () => 'quick'),
      ...responses(3, { nps: 9 }, () => '').map((row) => ({ ...row, comment: undefined })),
      ...responses(4, { csat: 1 }, () => 'slow'),
    ];
    expect(found(rows)).toEqual({
      lacks:
        'it needs 50 comments and 1,000 words on each side, a word counted once for each customer; in these data ' +
        'detractors wrote 49 with 1,225 words, promoters wrote 60 with 1,500 words, dissatisfied customers wrote hardly ' +
        'any, satisfied customers wrote hardly any',
    });
  });

  test('short comments do not do', () => {
    const short = (nps: number) => responses(200, { nps }, () => '').map((row) => ({ ...row, comment: 'fine' }));
    expect(found([...short(1), ...short(10)])).toHaveProperty('lacks');
  });

  test.each([
    [[{ submitted_at: '2026-02-01', nps: 3 }], 'no survey export has the field `comment`'],
    [[{ submitted_at: '2026-02-01', comment: 'slow' }], 'no survey export has the field `nps` or `csat`'],
    [[{ submitted_at: '2026-02-01', nps: 8, comment: 'slow' }], /in these data there are none$/],
  ])('a field that is missing is named', (rows, lacks) => {
    expect((found(rows) as Lack).lacks).toMatch(lacks);
  });
});
