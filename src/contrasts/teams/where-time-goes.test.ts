import { describe, expect, test } from 'vitest';
import { isLack } from '../../metrics/analysis.ts';
import { COMPANY, contextOf, datasetOf, type Row, type Tables } from '../../metrics/testing.ts';
import { publishedBy, testedOn } from '../../report/contrasts/tested-on.fixture.ts';
import { spanFor } from '../found.fixture.ts';
import { type WhereTimeGoes, whereTimeGoes } from './where-time-goes.ts';

const { analysis } = whereTimeGoes;
const settings = { support_departments: ['Care'] };

function analysed(tables: Tables, supportDepartments: readonly string[] = ['care']) {
  const context = { ...contextOf(datasetOf(tables)), company: { ...COMPANY, supportDepartments } };
  return analysis.analyse(context, spanFor());
}

function found(tables: Tables): WhereTimeGoes {
  const result = analysed(tables);
  if (isLack(result)) throw new Error(result.lacks);
  return result;
}

function lack(tables: Tables, support?: readonly string[]): string {
  const result = analysed(tables, support);
  return isLack(result) ? result.lacks : '';
}

/** An hour with nobody, two with Care, an hour of waiting for the customer, and so many hours with another department. */
function handled(outside: number, count = 60, other = (_: number) => 'Visits', topic = (_: number) => 'Line'): Tables {
  const hour = (hours: number) => `2026-02-02T${String(8 + hours).padStart(2, '0')}:00Z`;
  const tickets = Array.from({ length: count }, (_, index) => ({
    ticket_id: `t${index}`,
    customer_id: `c${index}`,
    created_at: hour(0),
    resolved_at: hour(4 + outside),
    status: 'solved',
    category: topic(index),
  }));
  const ticket_events = tickets.flatMap(({ ticket_id }, index): Row[] => [
    { ticket_id, at: hour(1), type: 'assigned', to: 'Care' },
    { ticket_id, at: hour(2), type: 'status_changed', to: 'pending' },
    { ticket_id, at: hour(3), type: 'status_changed', to: 'open' },
    { ticket_id, at: hour(4), type: 'group_changed', from: 'Care', to: other(index) },
    { ticket_id, at: hour(4 + outside), type: 'status_changed', to: 'solved' },
  ]);
  return { tickets, ticket_events };
}

describe('the wait', () => {
  test('is split by who had the ticket', () => {
    const { all, outside, others, clock } = found(handled(3));
    expect({ ...all }).toMatchObject({ support: 7200, others: 10_800, unassigned: 3600, waiting: 3600, tickets: 60 });
    // Waiting for the customer is no part of it.
    expect(outside.share).toBeCloseTo(3 / 6, 10);
    expect(others.map(({ label, share }) => [label, share])).toEqual([['Visits', expect.closeTo(0.5, 10)]]);
    expect(clock).toBe('calendar');
  });

  test('is a ratio of sums, so that long cases count for as long as they take', () => {
    const [long, short] = [handled(9, 30), handled(0, 30)];
    const renamed = (rows: readonly Row[] = []) =>
      rows.map((row) => ({ ...row, ticket_id: `s${row.ticket_id}`, customer_id: `s${row.ticket_id}` }));
    const both = {
      tickets: [...(long.tickets ?? []), ...renamed(short.tickets)],
      ticket_events: [
        ...(long.ticket_events ?? []),
        ...renamed(short.ticket_events).map(({ customer_id: _, ...row }) => row),
      ],
    };
    expect(found(both).outside.share).toBeCloseTo(9 / (12 + 3), 10);
  });
});

describe('what the page says', () => {
  test('is its share with the interval, and that most of it is outside only where it surely is', () => {
    const most = testedOn(handled(9), 'c9b', settings).answer;
    expect([most?.reading, most?.statement]).toEqual(['supports', expect.stringContaining('most of it')]);
    const half = testedOn(handled(2), 'c9b', settings).answer;
    expect([half?.reading, half?.statement]).toEqual(['describes', expect.stringContaining('less than half of it')]);
  });

  test('never names a department or a topic with fewer than ten customers', () => {
    const small = (index: number) => index < 9;
    const tables = handled(
      3,
      90,
      (index) => (small(index) ? 'Quiet' : index % 2 === 0 ? 'Visits' : 'Bills'),
      (index) => (small(index) ? 'Hush' : index % 2 === 0 ? 'Line' : 'Plan'),
    );
    const shown = publishedBy(testedOn(tables, 'c9b', settings));
    expect(shown).not.toContain('Quiet');
    expect(shown).not.toContain('Hush');
  });
});

test('it names what it lacks', () => {
  const tables = handled(3);
  const { tickets = [] } = tables;
  expect(lack({ tickets })).toContain('ticket events');
  expect(lack(tables, [])).toContain('`support_departments`');
  expect(lack(tables, ['Sales'])).toContain('`support_departments`');
  expect(lack(handled(3, 49))).toMatch(/^it needs 50 tickets.* have 49$/);
});
