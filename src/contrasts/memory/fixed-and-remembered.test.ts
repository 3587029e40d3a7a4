import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { fixedAndRemembered } from './fixed-and-remembered.ts';

const { analysis } = fixedAndRemembered;

interface Crowd {
  readonly fixed: boolean;
  readonly moment: boolean;
  readonly count: number;
  readonly promoters: number;
}

/** One ticket, one coded comment and one recommendation a customer. */
function told(crowds: readonly Crowd[]): Tables {
  const people = crowds.flatMap(({ count, promoters, ...crowd }, place) =>
    Array.from({ length: count }, (_, index) => ({ ...crowd, id: `c${place}-${index}`, promoter: index < promoters })),
  );
  return {
    tickets: people.map(
      ({ id, fixed }): Row => ({
        ticket_id: id,
        customer_id: id,
        created_at: '2026-02-01',
        resolved_at: '2026-02-02',
        status: 'solved',
        category: 'repair',
        reopens: fixed ? 0 : 1,
      }),
    ),
    responses: people.flatMap(({ id, promoter }): Row[] => [
      { response_id: id, customer_id: id, ticket_id: id, submitted_at: '2026-02-03', csat: 4 },
      { response_id: `${id}-whole`, customer_id: id, submitted_at: '2026-03-03', nps: promoter ? 10 : 5 },
    ]),
    comment_codes: people.flatMap(({ id, moment }) =>
      ['ann', 'bo'].map((coder): Row => ({ response_id: id, coder, code: moment ? 'moment' : 'no_moment' })),
    ),
  };
}

const crowd = (fixed: boolean, moment: boolean, count: number, promoters: number): Crowd => ({
  fixed,
  moment,
  count,
  promoters,
});
const remembered = [
  crowd(true, true, 100, 60),
  crowd(true, false, 100, 20),
  crowd(false, true, 100, 60),
  crowd(false, false, 100, 20),
];

describe('fixed and remembered', () => {
  test('are told apart in four groups, each within the other', () => {
    const { cells, moment, fixed } = foundIn(analysis, told(remembered));
    expect(cells.map(({ n, promoters }) => [n, promoters])).toEqual([
      [100, 60],
      [100, 20],
      [100, 60],
      [100, 20],
    ]);
    expect(moment.difference).toBeCloseTo(0.4, 10);
    expect(fixed.difference).toBeCloseTo(0, 10);
  });

  test('do not take a mix for a difference', () => {
    const { fixed } = foundIn(
      analysis,
      told([
        crowd(true, true, 150, 90),
        crowd(true, false, 50, 10),
        crowd(false, true, 50, 30),
        crowd(false, false, 150, 30),
      ]),
    );
    expect(fixed.difference).toBeCloseTo(0, 10);
  });

  test('let the page say that a moment goes with more promoters', () => {
    const { answer } = testedOn(told(remembered), 'c11b');
    expect(answer?.headline).toBe('A memorable moment goes with more promoters');
    expect(answer?.reading).toBe('supports');
  });

  test('let it say nothing of the kind where nothing goes with promoters', () => {
    const alike = [true, false].flatMap((fixed) => [true, false].map((moment) => crowd(fixed, moment, 60, 20)));
    const { answer } = testedOn(told(alike), 'c11b');
    expect(answer?.reading).not.toBe('supports');
    expect(answer?.statement).not.toMatch(/no difference|goes with more promoters, by/);
  });

  test('leave out comments that two people code differently, and codes of a tool', () => {
    const { comment_codes = [], ...tables } = told(remembered);
    const disputed = comment_codes.map((row, index) => (index === 0 ? { ...row, code: 'no_moment' } : row));
    const tool: Row = { response_id: 'c0-1', coder: 'tool', code: 'no_moment' };
    expect(foundIn(analysis, { ...tables, comment_codes: [...disputed, tool] }).customers).toBe(399);
  });

  test('name each table that is missing', () => {
    const { comment_codes = [], ...tables } = told(remembered);
    expect(lackIn(analysis, tables)).toBe('no table of codes of comments has the field `code`');
    expect(lackIn(analysis, { ...tables, comment_codes, tickets: [] })).toMatch(/`resolved_at`/);
  });

  test('need thirty customers in each group', () => {
    const few = [...remembered.slice(0, 3), crowd(false, false, 29, 9)];
    expect(lackIn(analysis, told(few))).toMatch(/^it needs 30 customers .*; these data have 29$/);
  });

  test('show no group that would tell what everybody in it said', () => {
    expect(publishedBy(testedOn(told(remembered), 'c11b'))).not.toMatch(/"n":[1-9][,}]/);
  });
});
