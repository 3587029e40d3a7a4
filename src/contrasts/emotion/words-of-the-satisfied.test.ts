import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { wordsOfTheSatisfied } from './words-of-the-satisfied.ts';

const { analysis } = wordsOfTheSatisfied;
const COMMON = Array.from({ length: 24 }, (_, index) => `common${String.fromCharCode(97 + index)}`).join(' ');

/** Customers with a rating, a recommendation and a comment in one answer. */
function wrote(count: number, nps: number, comment: (index: number) => string, csat = 5): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    response_id: `${nps}-${csat}-${index}`,
    customer_id: `${nps}-${csat}-${index}`,
    submitted_at: '2026-02-01',
    csat,
    nps,
    comment: `${COMMON} ${comment(index)}`,
  }));
}

const rows = [
  ...wrote(60, 2, (index) => (index < 10 ? 'pricey zorbo' : 'pricey')),
  ...wrote(60, 10, (index) => (index < 9 ? 'warm quiet' : 'warm zorbo')),
  ...wrote(60, 1, () => 'angry', 1),
  ...wrote(60, 8, () => 'passive'),
];

/** Two people code the comments: the first so many of each side as emotional, apart from `slips` of the second coder. */
function coded(detractors: number, promoters: number, slips = 0): NonNullable<Tables['comment_codes']> {
  return rows.slice(0, 120).flatMap(({ response_id, nps }, place): Row[] => {
    const isEmotional = place % 60 < (nps === 2 ? detractors : promoters);
    const word = (emotional: boolean) => (emotional ? 'emotional' : 'functional');
    return [
      { response_id, coder: 'ann', code: word(isEmotional) },
      { response_id, coder: 'ben', code: word(place % 60 < slips ? !isEmotional : isEmotional) },
    ];
  });
}

describe('words of satisfied customers', () => {
  test('are compared between those who would recommend and those who would not', () => {
    const { sides, words } = foundIn(analysis, { responses: rows });
    expect(sides.map(({ comments }) => comments)).toEqual([60, 60]);
    expect(words[0]?.word).toBe('pricey');
    expect(words.at(-1)?.word).toBe('warm');
    expect(words.some(({ word }) => word === 'angry' || word === 'passive')).toBe(false);
  });

  test('belong to the nearest rating and recommendation of the customer', () => {
    const apart = (day: string): Tables => ({
      coverage: ['2025-01-01', '2026-07-01'],
      responses: rows.flatMap(({ nps, ...row }): Row[] => [
        row,
        { customer_id: row.customer_id as string, submitted_at: day, nps: nps as number },
      ]),
    });
    expect(foundIn(analysis, apart('2026-05-01')).sides.map(({ comments }) => comments)).toEqual([60, 60]);
    expect(lackIn(analysis, apart('2025-06-01'))).toContain('satisfied detractors wrote hardly any');
  });

  test('leave out what the configuration lists as a brand, and the page says so', () => {
    const plain = testedOn({ responses: rows }, 'c2c').answer;
    expect(plain?.headline).toBe('Satisfied detractors write “pricey”; satisfied promoters write “warm” and “zorbo”');
    const { answer } = testedOn({ responses: rows }, 'c2c', { brand_words: ['Zorbo'] });
    expect(answer?.headline).toBe('Satisfied detractors write “pricey”; satisfied promoters write “warm”');
    expect(answer?.sentences).toContain('Brand words left out: zorbo.');
    expect(answer?.reading).toBe('describes');
  });

  test('that fewer than ten customers use appear nowhere', () => {
    expect(publishedBy(testedOn({ responses: rows }, 'c2c'))).not.toContain('quiet');
  });

  test('set nobody apart where both sides write alike', () => {
    const alike = [...wrote(60, 2, () => 'same'), ...wrote(60, 10, () => 'same')];
    const { answer } = testedOn({ responses: alike }, 'c2c');
    expect(answer?.headline).toBe(
      'These data show no word that sets satisfied detractors apart from satisfied promoters',
    );
    expect(answer?.figures).toEqual([]);
  });
});

describe('emotional comments', () => {
  const said = (codes: Tables['comment_codes']) =>
    testedOn({ responses: rows, ...(codes && { comment_codes: codes }) }, 'c2c').answer;

  test('are told only of codes, never of words', () => {
    expect(said(undefined)?.sentences.join(' ')).toContain(
      'Nothing is said of feelings until two people have coded comments as functional or emotional.',
    );
  });

  test('are more where two people who agree find more', () => {
    const answer = said(coded(10, 45));
    expect(answer).toMatchObject({ reading: 'supports', verdict: 'different' });
    expect(answer?.statement).toContain('75% of their comments are about feelings, against 17%');
  });

  test('are not settled where the sides differ by chance', () => {
    expect(said(coded(28, 31))).toMatchObject({ reading: 'open', verdict: 'undecided' });
  });

  test('are not told where the coders do not agree', () => {
    const answer = said(coded(10, 45, 20));
    expect(answer?.reading).toBe('describes');
    expect(answer?.sentences.join(' ')).toMatch(
      /it takes two people who agree \(κ at least 0\.60\), and here κ is 0\.[0-5]/,
    );
  });
});

test('names each field that is missing, and how much was written', () => {
  const without = (field: string) => ({ responses: rows.map(({ [field]: _, ...row }) => row) });
  expect(lackIn(analysis, without('comment'))).toBe('no survey export has the field `comment`');
  expect(lackIn(analysis, without('nps'))).toBe('no survey export has the field `nps`');
  expect(lackIn(analysis, { responses: [...rows.slice(0, 49), ...rows.slice(60, 120)] })).toMatch(
    /^it needs 50 comments and 1,000 words on each side.* satisfied detractors wrote 49 with/,
  );
});
