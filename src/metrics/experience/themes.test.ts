import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../dataset/words-for-tests.ts';
import type { Lack, Span } from '../analysis.ts';
import type { Context, Theme } from '../definition.ts';
import { COMPANY, contextOf, datasetOf, periodOf, type Row } from '../testing.ts';
import { type Themes, themedComments, themes } from './themes.ts';

const SPAN = { all: periodOf('2026'), months: [], latest: null, earlier: null } satisfies Span;

const BILLS: Theme = { name: 'Bills', patterns: ['bill', 'charg*'] };
const SLOW: Theme = { name: 'Slow', patterns: ['slow', 'bill'] };

/** The context of answers with comments; the words that themes ask for are known as after reading. */
function contextWith(rows: readonly Row[], declared: readonly Theme[] = [BILLS, SLOW]): Context {
  const dataset = datasetOf({ responses: rows });
  const patterns = [...new Set(declared.flatMap((theme) => theme.patterns))].sort();
  const ordered = [...rows].sort((a, b) => (String(a.customer_id ?? '~') < String(b.customer_id ?? '~') ? -1 : 1));
  const comment = wordsOf(
    ordered.map(({ comment: text }) => (text as string | undefined) ?? null),
    patterns,
  );
  const responses = dataset.responses as NonNullable<typeof dataset.responses>;
  return {
    ...contextOf({ ...dataset, responses: { ...responses, columns: { ...responses.columns, comment } } }),
    company: { ...COMPANY, themes: declared },
  };
}

const analysed = (rows: readonly Row[], declared?: readonly Theme[]) =>
  themes.analyse(contextWith(rows, declared), SPAN);

/** Answers of one customer each; the first `mentioning` of them write of the bill. */
const answers = (nps: number, count: number, mentioning: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    response_id: `R${nps}-${index}`,
    customer_id: `c${String(nps).padStart(2, '0')}-${String(index).padStart(3, '0')}`,
    submitted_at: '2026-02-01',
    nps,
    comment: index < mentioning ? 'the bill' : 'all fine',
  }));

describe('the themes of a comment', () => {
  const found = themedComments(
    contextWith([
      { response_id: 'R1', customer_id: 'a', submitted_at: '2026-01-01', nps: 9, comment: 'the bill was fine' },
      { response_id: 'R2', customer_id: 'b', submitted_at: '2026-01-01', nps: 9, comment: 'overcharged and billed' },
      { response_id: 'R3', customer_id: 'c', submitted_at: '2026-01-01', nps: 9, comment: 'charges and charging' },
      { response_id: 'R4', customer_id: 'd', submitted_at: '2026-01-01', nps: 9, comment: 'slow' },
      { response_id: 'R5', customer_id: 'e', submitted_at: '2026-01-01', nps: 9 },
    ]),
  );

  test('are those of which a whole word stands in it, or one that begins so where there is an asterisk', () => {
    expect(found.themes).toEqual(['Bills', 'Slow']);
    expect(Array.from(found.mentions[0] as Uint8Array)).toEqual([1, 0, 1, 0, 0]);
  });

  test('may be several, and none, with a word that tells of both', () => {
    expect(Array.from(found.mentions[1] as Uint8Array)).toEqual([1, 0, 0, 1, 0]);
  });

  test('are told of rows with a comment only', () => {
    expect(Array.from(found.commented)).toEqual([1, 1, 1, 1, 0]);
  });
});

describe('shares of themes', () => {
  const result = analysed([...answers(2, 40, 30), ...answers(8, 30, 5), ...answers(10, 50, 10)]) as Themes;
  const [bills, slow] = result.themes;

  test('are of customers who commented', () => {
    expect(result).toMatchObject({ by: 'nps', comments: 120, customers: 120 });
    expect(bills).toMatchObject({ theme: 'Bills', comments: 45, customers: 45 });
    expect(bills?.share).toMatchObject({ n: 120, value: 45 / 120, method: 'wilson' });
    // Wilson of 45 in 120, by hand.
    expect(bills?.share.low).toBeCloseTo(0.2935, 4);
    expect(bills?.share.high).toBeCloseTo(0.4642, 4);
  });

  test('stand beside each other for detractors and promoters', () => {
    expect(bills?.sides?.map(({ n, value }) => [n, value])).toEqual([
      [40, 0.75],
      [50, 0.2],
    ]);
    expect(bills?.difference?.difference).toBeCloseTo(-0.55, 12);
    expect(bills?.difference?.p).toBeLessThan(0.001);
  });

  test('count a word for each theme that it tells of', () => {
    expect(slow?.customers).toBe(45);
  });

  test('are of no clear difference where both sides write alike', () => {
    const [theme] = (analysed([...answers(2, 40, 10), ...answers(10, 40, 10)], [BILLS]) as Themes).themes;
    expect(theme?.difference?.difference).toBe(0);
    expect(theme?.difference?.p).toBeGreaterThan(0.9);
  });

  test('count a customer once, however often the theme was mentioned', () => {
    const twice = answers(2, 40, 30).flatMap((row) => [row, { ...row, response_id: `${row.response_id}b` }]);
    const { comments, customers, themes: found } = analysed(twice, [BILLS]) as Themes;
    expect({ comments, customers }).toEqual({ comments: 80, customers: 40 });
    expect(found[0]).toMatchObject({ comments: 60, customers: 30, share: { n: 40, value: 0.75 } });
  });

  test('know of customers who stand on both sides', () => {
    const changed = (row: Row) => ({ ...row, response_id: `${row.response_id}b`, nps: 10 });
    const same = (analysed([...answers(2, 40, 20), ...answers(2, 40, 20).map(changed)], [BILLS]) as Themes).themes[0];
    const others = (analysed([...answers(2, 40, 20), ...answers(10, 40, 20)], [BILLS]) as Themes).themes[0];
    expect(same?.sides).toEqual(others?.sides);
    const width = (theme = same) => (theme?.difference?.high ?? 0) - (theme?.difference?.low ?? 0);
    expect(width()).toBeLessThan(width(others) / 2);
  });

  test('stand for all comments alone where too few of a side wrote', () => {
    const few = analysed([...answers(2, 29, 9), ...answers(10, 50, 10)], [BILLS]) as Themes;
    expect(few).toMatchObject({ by: null, customers: 79, themes: [{ sides: null, difference: null, customers: 19 }] });
  });

  test('leave out those on neither side where they are few, so that nobody can work out theirs', () => {
    const few = analysed([...answers(2, 40, 30), ...answers(8, 9, 5), ...answers(10, 50, 10)], [BILLS]) as Themes;
    expect(few).toMatchObject({ by: 'nps', comments: 90, customers: 90, themes: [{ comments: 40, customers: 40 }] });
    const many = analysed([...answers(2, 40, 30), ...answers(8, 30, 5), ...answers(10, 50, 10)], [BILLS]) as Themes;
    expect(many).toMatchObject({ by: 'nps', comments: 120, customers: 120, themes: [{ customers: 45 }] });
  });

  test('fall back on satisfaction where it is what customers were asked', () => {
    const rated = [...answers(2, 40, 30), ...answers(10, 40, 2)].map(({ nps, ...row }) => ({
      ...row,
      csat: nps === 2 ? 1 : 5,
    }));
    expect(analysed(rated, [BILLS])).toMatchObject({ by: 'csat', themes: [{ customers: 32 }] });
  });
});

describe('what is lacking', () => {
  test('is a theme, and how to declare one is said', () => {
    expect((analysed(answers(2, 40, 3), []) as Lack).lacks).toContain('`themes: { Billing: [bill, invoice, charge*]');
  });

  test('are comments of enough customers', () => {
    expect(analysed(answers(2, 29, 3))).toMatchObject({
      lacks: 'it needs 30 customers who commented; these data have 29',
    });
  });

  test('is the field', () => {
    const lack = themes.analyse(contextOf(datasetOf({ responses: [{ submitted_at: '2026-01-01', nps: 9 }] })), SPAN);
    expect(lack).toEqual({ lacks: 'no survey export has the field `comment`' });
  });
});
