import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { retentionByClass } from './retention-by-class.ts';

const { analysis } = retentionByClass;
const COVERAGE = ['2025-01-01', '2026-01-01'] as const;

interface Crowd {
  readonly name: string;
  /** Null = no answer. */
  readonly nps: number | null;
  readonly count: number;
  /** How many leave, evenly over the days that they are watched. */
  readonly leaving: number;
}

/** Everybody is invited on 2 January and answers the day after. */
function invited(crowds: readonly Crowd[]): Tables {
  const people = crowds.flatMap(({ name, nps, count, leaving }) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${name}${index}`,
      nps,
      leaves: index < leaving,
      share: index / leaving,
    })),
  );
  const dayOf = (share: number) => new Date(Date.UTC(2025, 0, 20 + Math.floor(330 * share))).toISOString();
  return {
    coverage: COVERAGE,
    responses: people.map(
      ({ id, nps }): Row => ({
        customer_id: id,
        survey: 'relationship',
        invited_at: '2025-01-02',
        ...(nps === null ? {} : { submitted_at: '2025-01-03', nps }),
      }),
    ),
    customers: people.map(
      ({ id, leaves, share }): Row => ({ customer_id: id, churned_at: leaves ? dayOf(share) : undefined }),
    ),
  };
}

const crowd = (name: string, nps: number | null, count: number, leaving: number): Crowd => ({
  name,
  nps,
  count,
  leaving,
});
const steady = [crowd('p', 10, 300, 30), crowd('q', 8, 300, 30), crowd('s', null, 300, 30)];

describe('who stays how long', () => {
  test('is the share still a customer in each class', () => {
    const { curves, detractors } = foundIn(analysis, invited([...steady, crowd('d', 3, 300, 150)]));
    expect(curves.map(({ classes, customers, left }) => [classes.join(), customers, left])).toEqual([
      ['promoter', 300, 30],
      ['passive', 300, 30],
      ['detractor', 300, 150],
      ['silent', 300, 30],
    ]);
    // The detractors leave one about every two days: 84 of them within 180 days of 16 January.
    expect(curves[2]?.atDay.share).toBeCloseTo(1 - 81 / 300, 1);
    expect(detractors.share.difference).toBeLessThan(-0.15);
    expect(detractors.share.p).toBeLessThan(1e-6);
    expect(detractors.days.difference).toBeLessThan(0);
  });

  test('puts passives with promoters where too few of them leave', () => {
    const { curves } = foundIn(
      analysis,
      invited([crowd('p', 10, 300, 30), crowd('q', 8, 50, 5), crowd('s', null, 300, 30), crowd('d', 3, 300, 60)]),
    );
    expect(curves.map(({ classes }) => classes.join())).toEqual(['promoter,passive', 'detractor', 'silent']);
  });

  test('counts a late answer as none, and nobody who left before the answer was due', () => {
    const tables = invited([...steady, crowd('d', 3, 300, 60)]);
    const responses = (tables.responses ?? []).map((row, index) =>
      index === 0 ? { ...row, submitted_at: '2025-02-20' } : row,
    );
    const customers = (tables.customers ?? []).map((row) =>
      row.customer_id === 'p299' ? { ...row, churned_at: '2025-01-10' } : row,
    );
    const { curves } = foundIn(analysis, { ...tables, responses, customers });
    expect(curves.map(({ customers: n }) => n)).toEqual([298, 300, 300, 301]);
  });

  test('lets the page say that detractors leave sooner', () => {
    const { answer } = testedOn(invited([...steady, crowd('d', 3, 300, 150)]), 'c10b');
    expect(answer?.reading).toBe('supports');
    expect(answer?.headline).toMatch(
      /^Detractors leave sooner: \d+% are still customers after 180 days, promoters \d+%$/,
    );
  });

  test('lets it say nothing of the kind where all leave alike', () => {
    const { answer } = testedOn(invited([...steady, crowd('d', 3, 300, 30)]), 'c10b');
    expect(answer?.reading).not.toBe('supports');
    expect(answer?.statement).not.toMatch(/sooner:/);
  });

  test('names each field that is missing', () => {
    const { responses = [], customers = [] } = invited([...steady, crowd('d', 3, 300, 60)]);
    expect(lackIn(analysis, { responses })).toBe('no customer list has the field `churned_at`');
    const uninvited = responses.map(({ invited_at: _, ...row }) => row);
    expect(lackIn(analysis, { responses: uninvited, customers })).toMatch(/`invited_at`/);
  });

  test('needs twenty who left in every class', () => {
    expect(lackIn(analysis, invited([...steady, crowd('d', 3, 300, 12)]))).toBe(
      'it needs 20 customers who left in every class of answers; these data have 12',
    );
  });

  test('ends a curve where fewer than ten are watched', () => {
    const shown = testedOn(invited([...steady, crowd('d', 3, 26, 24)]), 'c10b');
    expect(publishedBy(shown)).not.toMatch(/"counts":\[[^\]]*\b[1-9]\b/);
    const [figure] = shown.answer?.figures ?? [];
    const detractors = figure?.kind === 'survival' ? figure.groups[2]?.curve : [];
    expect(detractors?.at(-1)?.share).toBeGreaterThan(0.3);
  });
});
