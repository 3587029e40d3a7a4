import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { rescue } from './rescue.ts';

const { analysis } = rescue;

interface Crowd {
  readonly nps: number;
  readonly contacted: boolean;
  readonly count: number;
  readonly leaving: number;
}

/** Everybody answers on 1 February; who is contacted is contacted the next day; who leaves leaves in March. */
function answered(crowds: readonly Crowd[]): Tables {
  const people = crowds.flatMap(({ count, leaving, ...crowd }, place) =>
    Array.from({ length: count }, (_, index) => ({ ...crowd, id: `c${place}-${index}`, leaves: index < leaving })),
  );
  return {
    responses: people.map(
      ({ id, nps }): Row => ({ response_id: id, customer_id: id, submitted_at: '2026-02-01', nps }),
    ),
    customers: people.map(
      ({ id, leaves }): Row => ({ customer_id: id, churned_at: leaves ? '2026-03-10' : undefined }),
    ),
    actions: people
      .filter(({ contacted }) => contacted)
      .map(({ id }): Row => ({ response_id: id, action_at: '2026-02-02', action: 'contacted' })),
  };
}

const crowd = (nps: number, contacted: boolean, count: number, leaving: number): Crowd => ({
  nps,
  contacted,
  count,
  leaving,
});

const helped = [crowd(1, true, 200, 10), crowd(1, false, 200, 60), crowd(6, true, 200, 4), crowd(6, false, 200, 44)];

describe('contact after a bad answer', () => {
  test('is compared among customers with like answers', () => {
    const { contacted, others, difference, rows } = foundIn(analysis, answered(helped));
    expect(contacted).toEqual({ n: 400, kept: 386 });
    expect(others).toEqual({ n: 400, kept: 296 });
    expect(difference.difference).toBeCloseTo((0.25 + 0.2) / 2, 10);
    expect(rows.map(({ label, contacted: { n } }) => [label, n])).toEqual([
      ['0 to 2', 200],
      ['3 to 4', 0],
      ['5 to 6', 200],
    ]);
  });

  test('does not take a mix of worse answers for a difference', () => {
    const { difference } = foundIn(
      analysis,
      answered([crowd(1, true, 300, 90), crowd(1, false, 100, 30), crowd(6, true, 100, 5), crowd(6, false, 300, 15)]),
    );
    expect(difference.difference).toBeCloseTo(0, 10);
  });

  test('starts two days after the answer, for both sides', () => {
    const tables = answered(helped);
    const customers = (tables.customers ?? []).map((row) =>
      row.customer_id === 'c1-0' ? { ...row, churned_at: '2026-02-02' } : row,
    );
    expect(foundIn(analysis, { ...tables, customers }).others.n).toBe(399);
    const actions = (tables.actions ?? []).map((row) => ({ ...row, action_at: '2026-02-04' }));
    expect(lackIn(analysis, { ...tables, actions })).toBe(
      'it needs 30 detractors who were contacted within 48 hours; these data have none',
    );
  });

  test('lets the page say that the contacted were kept more often, never that they were saved', () => {
    const { answer } = testedOn(answered(helped), 'c10c');
    expect(answer?.reading).toBe('supports');
    expect(answer?.headline).toBe('Detractors contacted within 48 hours were kept more often');
    expect(publishedBy(testedOn(answered(helped), 'c10c'))).not.toMatch(/"[^"]*\bsaved\b[^"]*"/);
  });

  test('lets it say nothing of the kind where both are kept alike', () => {
    const alike = [crowd(1, true, 200, 20), crowd(1, false, 200, 20)];
    expect(testedOn(answered(alike), 'c10c').answer?.reading).not.toBe('supports');
  });

  test('names each field that is missing', () => {
    const { responses = [], customers = [], actions = [] } = answered(helped);
    expect(lackIn(analysis, { responses, customers })).toBe(
      'no table of actions on feedback has the field `action_at` or `action`',
    );
    expect(lackIn(analysis, { responses, actions })).toBe('no customer list has the field `churned_at`');
  });

  test('needs twenty who left', () => {
    expect(lackIn(analysis, answered([crowd(1, true, 100, 9), crowd(1, false, 100, 10)]))).toBe(
      'it needs 20 detractors who left within 90 days; these data have 19',
    );
  });

  test('hides a small class, and with it another so that it does not follow from the totals', () => {
    const shown = testedOn(answered([...helped, crowd(4, true, 7, 1), crowd(4, false, 40, 3)]), 'c10c');
    const [figure] = shown.answer?.figures ?? [];
    const rows = figure?.kind === 'strata' ? figure.rows : [];
    expect(rows.map(({ first, second }) => [first.status, second.status])).toEqual([
      ['suppressed', 'suppressed'],
      ['suppressed', 'suppressed'],
      ['ok', 'ok'],
    ]);
  });
});
