import { describe, expect, test } from 'vitest';
import { referenceCases } from '../../../tests/reference-case.ts';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { wilson } from '../../statistics/proportion.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { agreementOfInstruments } from './agreement-of-instruments.ts';

const { analysis } = agreementOfInstruments;

type Commented = readonly [count: number, csat: number, first: string, second?: string];

/** Comments with a score that two people coded. */
function coded(...groups: readonly Commented[]): Tables {
  const all = groups.flatMap(([count, csat, first, second = first], place) =>
    Array.from({ length: count }, (_, index) => ({ csat, codes: [first, second], id: `${place}-${index}` })),
  );
  return {
    responses: all.map(({ id, csat }): Row => ({ response_id: id, customer_id: id, submitted_at: '2026-02-01', csat })),
    comment_codes: all.flatMap(({ id, codes }) =>
      codes.map((code, coder): Row => ({ response_id: id, coder: coder === 0 ? 'ann' : 'ben', code })),
    ),
  };
}

const hiding = coded(
  [60, 5, 'positive'],
  [20, 5, 'negative'],
  [20, 4, 'neutral'],
  [12, 3, 'neutral'],
  [25, 1, 'negative'],
);

describe('scores and comments', () => {
  test.each(
    referenceCases('kappa').filter(
      ({ rows }) => rows.length >= 100 && rows.every(({ coder1 = '' }) => ['neg', 'neu', 'pos'].includes(coder1)),
    ),
  )('agree as established programs say: $name', ({ rows, expected }) => {
    const words = { neg: 'negative', neu: 'neutral', pos: 'positive' } as const;
    const score = { neg: 1, neu: 3, pos: 5 } as const;
    const tables = coded(
      ...rows.map(
        ({ coder1, coder2 }): Commented => [
          1,
          score[coder1 as keyof typeof score],
          words[coder2 as keyof typeof words],
        ],
      ),
    );
    const { agreement } = foundIn(analysis, tables);
    expect(agreement.kappa).toBeCloseTo((expected as { kappa_linear_weights: number }).kappa_linear_weights, 7);
  });

  test('hide complaints among the best answers of the scale', () => {
    const { hidden, cells, disputed } = foundIn(analysis, hiding);
    expect(hidden).toMatchObject({ n: 80, value: 0.25, ...wilson(0.25, 80) });
    expect(cells.map((row) => row.map(({ n }) => n))).toEqual([
      [25, 0, 0],
      [0, 12, 0],
      [20, 20, 60],
    ]);
    expect(disputed).toBe(0);
  });

  test('are classed on the scale that they stand on', () => {
    const { responses = [], comment_codes } = hiding;
    const scale = { min: 0, max: 10, positiveFrom: 8 };
    const ten = responses.map((row) => ({
      ...row,
      csat: { ...scale, value: 2 * ((row.csat as number) - 1) + Number(row.csat === 5) * 2 },
    }));
    expect(foundIn(analysis, { responses: ten, ...(comment_codes && { comment_codes }) }).hidden?.n).toBe(80);
  });

  test('leave out comments that the two people code differently', () => {
    const disputed = coded([60, 5, 'positive'], [30, 2, 'negative'], [30, 3, 'neutral'], [5, 5, 'negative', 'neutral']);
    expect(foundIn(analysis, disputed)).toMatchObject({ disputed: 5, hidden: { n: 60 } });
  });
});

describe('the page', () => {
  test('says that the score hides complaints where it does', () => {
    const { answer } = testedOn(hiding, 'c5b');
    expect(answer?.reading).toBe('supports');
    expect(answer?.statement).toMatch(
      /^The score hides complaints: 25% of the comments with the best score are complaints \(/,
    );
  });

  test('says that both tell the same where they do', () => {
    const same = coded([60, 5, 'positive'], [30, 1, 'negative'], [30, 3, 'neutral']);
    expect(testedOn(same, 'c5b').answer).toMatchObject({
      reading: 'contradicts',
      headline: 'Both tell the same: scores and comments agree',
    });
  });

  test('settles nothing where scores and comments have little to do with each other and few top scores', () => {
    const mixed = coded([40, 4, 'positive'], [40, 4, 'negative'], [40, 2, 'negative'], [40, 2, 'positive']);
    expect(testedOn(mixed, 'c5b').answer?.reading).toBe('open');
  });

  test('shows no cell of a small group, nor enough others to work it out', () => {
    const small = coded(
      [60, 5, 'positive'],
      [11, 5, 'negative'],
      [30, 1, 'negative'],
      [13, 3, 'neutral'],
      [7, 4, 'neutral'],
    );
    const [figure] = testedOn(small, 'c5b').answer?.figures ?? [];
    const cells = figure?.kind === 'strip' ? figure.rows.flatMap((row) => row.cells) : [];
    expect(cells.filter(({ status }) => status === 'suppressed')).toHaveLength(6);
    expect(publishedBy(testedOn(small, 'c5b'))).not.toMatch(/"n":(7|11)\b/);
  });
});

test('names each field that is missing, how many comments there are, and how well the coders agree', () => {
  const { responses = [], comment_codes = [] } = hiding;
  expect(lackIn(analysis, { responses })).toBe('no table of codes of comments has the field `code`');
  expect(
    lackIn(analysis, { responses: responses.map(({ csat: _, ...row }) => ({ ...row, nps: 9 })), comment_codes }),
  ).toContain('`csat`');
  expect(lackIn(analysis, coded([60, 5, 'positive'], [39, 1, 'negative']))).toBe(
    'it needs 100 comments with a rating that the same two people coded alike; these data have 99',
  );
  expect(lackIn(analysis, coded([110, 5, 'positive'], [40, 1, 'negative', 'positive']))).toMatch(
    /^it needs two people who agree on the comments \(κ at least 0\.60\); here κ (is 0\.00|cannot be told)$/,
  );
});
