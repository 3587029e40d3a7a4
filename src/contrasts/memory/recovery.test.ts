import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { recovery } from './recovery.ts';

const { analysis } = recovery;

interface Crowd {
  readonly reopened: boolean;
  readonly count: number;
  readonly satisfied: number;
  readonly promoters: number;
  readonly leaving: number;
}

/** One solved case, one rating of it and one recommendation a customer; nobody else is a detractor. */
function cases(crowds: readonly Crowd[]): Tables {
  const people = crowds.flatMap(({ reopened, count, satisfied, promoters, leaving }, place) =>
    Array.from({ length: count }, (_, index) => ({
      id: `c${place}-${index}`,
      reopened,
      csat: index < satisfied ? 5 : 2,
      nps: index < promoters ? 10 : 7,
      leaves: index >= count - leaving,
    })),
  );
  return {
    tickets: people.map(
      ({ id, reopened }): Row => ({
        ticket_id: id,
        customer_id: id,
        created_at: '2026-01-10',
        resolved_at: '2026-01-12',
        status: 'solved',
        reopens: reopened ? 1 : 0,
      }),
    ),
    responses: people.flatMap(({ id, csat, nps }): Row[] => [
      { response_id: id, customer_id: id, ticket_id: id, submitted_at: '2026-01-13', csat },
      { response_id: `${id}-whole`, customer_id: id, submitted_at: '2026-02-01', nps },
    ]),
    customers: people.map(
      ({ id, leaves }): Row => ({ customer_id: id, churned_at: leaves ? '2026-03-01' : undefined }),
    ),
  };
}

const failed = { reopened: true, count: 200, satisfied: 100, promoters: 40, leaving: 6 };
const smooth = { reopened: false, count: 400, satisfied: 340, promoters: 200, leaving: 12 };

describe('after a recovery', () => {
  test('three outcomes are compared with those of customers without a failure', () => {
    const { outcomes } = foundIn(analysis, cases([failed, smooth]));
    expect(outcomes.map(({ id, recovered, unfailed }) => [id, recovered.value, unfailed.value])).toEqual([
      ['satisfied', 0.5, 0.85],
      ['recommending', 20, 50],
      ['kept', 0.97, 0.97],
    ]);
    expect(outcomes.map(({ difference }) => Math.round(difference.difference * 1e6) / 1e6)).toEqual([-0.35, -30, 0]);
  });

  test('a rating given before the last solution does not count', () => {
    const tables = cases([failed, smooth]);
    const early = (tables.responses ?? []).map((row) =>
      row.response_id === 'c0-0' ? { ...row, submitted_at: '2026-01-11' } : row,
    );
    expect(foundIn(analysis, { ...tables, responses: early }).outcomes[0]?.recovered.n).toBe(199);
  });

  test('customers below the others speak for the idea', () => {
    const { answer } = testedOn(cases([failed, smooth]), 'c11c');
    expect(answer?.headline).toBe('Recovered customers are satisfied less often than those without a failure');
    expect(answer?.reading).toBe('supports');
  });

  test('sameness is said only where it is shown', () => {
    const many = { count: 600, satisfied: 480, promoters: 300, leaving: 18 };
    const { answer } = testedOn(
      cases([
        { reopened: true, ...many },
        { reopened: false, ...many },
      ]),
      'c11c',
    );
    expect(answer?.statement).toMatch(/as satisfied as others .*about the same/);
    expect(answer?.reading).toBe('contradicts');
    const few = { count: 40, satisfied: 30, promoters: 20, leaving: 2 };
    const small = testedOn(
      cases([
        { reopened: true, ...few },
        { reopened: false, ...few },
      ]),
      'c11c',
    ).answer;
    expect(small?.reading).toBe('open');
    expect(small?.statement).toMatch(/cannot tell/);
    expect(
      publishedBy(
        testedOn(
          cases([
            { reopened: true, ...few },
            { reopened: false, ...few },
          ]),
          'c11c',
        ),
      ),
    ).not.toMatch(/about the same|no difference/);
  });

  test('an outcome without its field is named, the others are told', () => {
    const { tickets, responses } = cases([failed, smooth]);
    const { outcomes, untold } = foundIn(analysis, { tickets: tickets ?? [], responses: responses ?? [] });
    expect(outcomes.map(({ id }) => id)).toEqual(['satisfied', 'recommending']);
    expect(untold).toEqual([{ id: 'kept', lacks: 'no customer list has the field `churned_at`' }]);
    const unaware = (tickets ?? []).map(({ reopens: _, ...row }) => row);
    expect(lackIn(analysis, { tickets: unaware, responses: responses ?? [] })).toBe(
      'no ticket export has the field `reopens`',
    );
  });

  test('a side of fewer than thirty is not compared', () => {
    const few = cases([{ ...failed, count: 25, satisfied: 12, promoters: 5, leaving: 0 }, smooth]);
    expect(lackIn(analysis, few)).toBe('it needs 30 recovered customers who rated a solved case; these data have 25');
  });
});
