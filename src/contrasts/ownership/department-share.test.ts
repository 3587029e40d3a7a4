import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { departmentShare } from './department-share.ts';

const { analysis } = departmentShare;

/** Of ten customers of a department so many are satisfied, and so many promote, again and again. */
interface Department {
  readonly name: string;
  readonly customers: number;
  readonly satisfied: number;
  readonly promoting: number;
}

function answered(departments: readonly Department[], category: (index: number) => string = () => 'Bills'): Tables {
  const people = departments.flatMap(({ name, customers, satisfied, promoting }) =>
    Array.from({ length: customers }, (_, index) => ({
      id: `${name}-${String(index).padStart(3, '0')}`,
      name,
      category: category(index),
      csat: index % 10 < satisfied ? 5 : 1,
      // In another order, so that the two measures are not the same people.
      nps: (index * 7 + 3) % 10 < promoting ? 10 : 2,
    })),
  );
  return {
    tickets: people.map(
      ({ id, name, category }): Row => ({
        ticket_id: `t-${id}`,
        customer_id: id,
        created_at: '2026-02-01',
        department: name,
        category,
      }),
    ),
    responses: people.flatMap(({ id, csat, nps }): Row[] => [
      { response_id: `c-${id}`, customer_id: id, ticket_id: `t-${id}`, submitted_at: '2026-02-02', csat },
      { response_id: `n-${id}`, customer_id: id, submitted_at: '2026-03-01', nps },
    ]),
  };
}

const NAMES = ['Bills', 'Care', 'Line', 'Sales', 'Tech'];
const apart = NAMES.map((name, index) => ({ name, customers: 60, satisfied: 1 + 2 * index, promoting: 4 }));
const alike = NAMES.map((name) => ({ name, customers: 60, satisfied: 6, promoting: 4 }));

describe('the department share of satisfaction and of recommendation', () => {
  test('is large where departments differ, and nothing where they do not', () => {
    const { csat, recommendation, gap } = foundIn(analysis, answered(apart));
    // Shares of 0.1 to 0.9: between departments lies 0.08 of a variance of 0.25.
    expect(csat.found.icc).toBeGreaterThan(0.25);
    expect(csat.found.icc).toBeLessThan(0.45);
    expect(recommendation.found.icc).toBe(0);
    expect(gap.difference).toBe(csat.found.icc);
    expect(gap.low).toBeGreaterThan(0.2);
    expect(gap.high).toBeGreaterThan(gap.difference);
  });

  test('lets the page say that satisfaction belongs to departments', () => {
    const { answer } = testedOn(answered(apart), 'c4a');
    expect(answer?.reading).toBe('supports');
    expect(answer?.headline).toBe('Satisfaction belongs to departments, recommendation to the company');
    expect(answer?.figures.map(({ kind }) => kind)).toEqual(['funnel', 'funnel']);
  });

  test('lets it say nothing of the kind where departments are alike', () => {
    expect(testedOn(answered(alike), 'c4a').answer?.reading).not.toBe('supports');
  });

  test('is what departments differ by within topics where topics are held equal', () => {
    // The topic decides who is satisfied, and each department has topics in another mix.
    const mixed = answered(alike);
    const topics = (id: string) => (Number(id.slice(-3)) % 10 < 6 ? 'Easy' : 'Hard');
    const tickets = (mixed.tickets ?? []).map((row) => ({ ...row, category: topics(String(row.customer_id)) }));
    const { csat } = foundIn(analysis, { ...mixed, tickets });
    expect(csat.withinTopics).toBe(null);
    const noisy = tickets.map((row, index) => ({ ...row, category: index % 3 === 0 ? 'Easy' : row.category }));
    expect(foundIn(analysis, { ...mixed, tickets: noisy }).csat.withinTopics).toBe(0);
  });

  test('cannot be told from topics where each department has its own', () => {
    const tables = answered(apart);
    const tickets = (tables.tickets ?? []).map((row) => ({ ...row, category: `of ${row.department}` }));
    expect(foundIn(analysis, { ...tables, tickets }).csat.withinTopics).toBeNull();
  });

  test('names the field that is missing', () => {
    const tables = answered(apart);
    const tickets = (tables.tickets ?? []).map(({ department: _, ...row }) => row);
    expect(lackIn(analysis, { ...tables, tickets })).toBe('no ticket export has the field `department`');
    const responses = (tables.responses ?? []).filter(({ nps }) => nps === undefined);
    expect(lackIn(analysis, { ...tables, responses })).toBe('no survey export has the field `nps`');
  });

  test('needs five departments of ten', () => {
    expect(lackIn(analysis, answered(apart.slice(1)))).toBe(
      'for satisfaction it needs 5 departments with 10 customers each; these data have 4',
    );
  });

  test('never names a department with fewer than ten customers', () => {
    const small = { name: 'Quiet', customers: 9, satisfied: 0, promoting: 0 };
    const shown = publishedBy(testedOn(answered([...apart, small]), 'c4a'));
    expect(shown).toContain('Sales');
    expect(shown).not.toContain('Quiet');
  });
});
