import { describe, expect, test } from 'vitest';
import type { Row, Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { foundIn, lackIn } from '../found.fixture.ts';
import { proactiveShare } from './proactive-share.ts';

const { analysis } = proactiveShare;

/** Months of 2025 and 2026 with 100 contacts each, every one with another customer; so many of them begun by the company. */
function contacts(company: readonly number[], count = 100): Tables {
  const touchpoints = company.flatMap((begun, month) =>
    Array.from({ length: count }, (_, index): Row => {
      const day = new Date(Date.UTC(2025, month, 1 + (index % 28), 12)).toISOString();
      return { customer_id: `c${month}-${index}`, at: day, initiated_by: index < begun ? 'company' : 'customer' };
    }),
  );
  const end = new Date(Date.UTC(2025, company.length, 1)).toISOString().slice(0, 10);
  return { touchpoints, coverage: ['2025-01-01', end] };
}

const wobble = [30, 32, 28, 31, 29, 33, 30, 27, 31, 30, 32, 29];

describe('who begins contacts', () => {
  test('is the share of each month', () => {
    const { months, table } = foundIn(analysis, contacts(wobble));
    expect(table).toBe('touchpoints');
    expect(months.map(({ company, n }) => company / n)).toEqual(wobble.map((begun) => begun / 100));
    expect(months.map(({ effectiveN }) => effectiveN)).toEqual(wobble.map(() => 100));
  });

  test('leaves out contacts of which nobody knows who began them', () => {
    const tables = contacts(wobble);
    const unknown: Row = { customer_id: 'c0-0', at: '2025-01-01T15:00Z' };
    expect(foundIn(analysis, { ...tables, touchpoints: [...(tables.touchpoints ?? []), unknown] }).months[0]?.n).toBe(
      100,
    );
  });

  test('counts several contacts of one customer for less', () => {
    const tables = contacts(wobble);
    // In every month ten customers stand for a hundred contacts, each begun by one side alone.
    const touchpoints = (tables.touchpoints ?? []).map((row, index) => ({
      ...row,
      customer_id: `c${Math.floor(index / 100)}-${index % 10}`,
      initiated_by: index % 10 < 3 ? 'company' : 'customer',
    }));
    const found = foundIn(analysis, { ...tables, touchpoints });
    expect(found.months[0]).toMatchObject({ n: 100, customers: 10, company: 30 });
    expect(found.months[0]?.effectiveN).toBeCloseTo(9, 10);
    expect(found.designEffect).toBeGreaterThan(9);
  });

  test('takes tickets where there are no touchpoints', () => {
    const { touchpoints = [], coverage } = contacts(wobble);
    const tickets = touchpoints.map(
      ({ customer_id, at, initiated_by }): Row => ({
        customer_id,
        created_at: at,
        proactive: initiated_by === 'company',
      }),
    );
    const found = foundIn(analysis, { tickets, ...(coverage === undefined ? {} : { coverage }) });
    expect(found.table).toBe('tickets');
    expect(found.months[3]?.company).toBe(31);
  });

  test('lets the page say more proactive on a signal, and only then', () => {
    const grown = testedOn(contacts([...wobble, 52, 55, 50, 53, 54, 51]), 'c6a').answer;
    expect(grown?.reading).toBe('supports');
    expect(grown?.headline).toBe('More proactive than before: the company begins 53% of contacts, 30% before');
    expect(grown?.statement).toMatch(/since January 2026/);
    const shrunk = testedOn(contacts([...wobble, 10, 9, 12, 8, 11, 10]), 'c6a').answer;
    expect(shrunk?.reading).toBe('contradicts');
    const steady = testedOn(contacts([...wobble, 31, 29, 30]), 'c6a').answer;
    expect(steady?.reading).toBe('open');
    expect(steady?.statement).toMatch(/move no more than chance moves them/);
  });

  test('tells no direction from a month that left its range to one side when the later ones lie to the other', () => {
    const fallen = testedOn(contacts([...wobble, 4, 31, 34, 33, 35, 34, 36, 33]), 'c6a').answer;
    expect(fallen?.reading).toBe('open');
    expect(fallen?.headline).toMatch(/the share goes up and down$/);
  });

  test('does not judge a month of fewer than fifty contacts', () => {
    const { touchpoints = [], coverage } = contacts([...wobble, 80, 30]);
    // Of the thirteenth month twenty contacts are left, all begun by the company.
    const thin = touchpoints.filter((_, index) => index < 1220 || index >= 1300);
    const { answer } = testedOn({ touchpoints: thin, ...(coverage === undefined ? {} : { coverage }) }, 'c6a');
    expect(answer?.reading).toBe('open');
    expect(answer?.statement).toMatch(/chance/);
  });

  test('names the field that is missing', () => {
    expect(lackIn(analysis, { tickets: [{ ticket_id: 't', created_at: '2026-01-02' }] })).toMatch(
      /`initiated_by`.*`proactive`/,
    );
  });

  test('needs twelve months of fifty contacts', () => {
    expect(lackIn(analysis, contacts(wobble, 40))).toBe(
      'it needs 12 complete months with 50 contacts each; these data have none',
    );
  });

  test('shows no month of fewer than ten customers, and no total from which it could be subtracted', () => {
    const { touchpoints = [], coverage } = contacts([...wobble, 30]);
    const thin = touchpoints.slice(0, 1207);
    const shown = testedOn({ touchpoints: thin, ...(coverage === undefined ? {} : { coverage }) }, 'c6a');
    expect(publishedBy(shown)).not.toMatch(/"n":[1-9][,}]/);
    expect(shown.answer?.effect?.quantity.n).toBe(1200);
  });
});
