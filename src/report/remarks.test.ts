import { describe, expect, test } from 'vitest';
import { reportOf } from './report-of.fixture.ts';

/** A ticket of each customer on each of the days, solved two days later. */
function tickets(customers: number, days: readonly string[]): string {
  const rows = days.flatMap((day) =>
    Array.from({ length: customers }, (_, index) => {
      const solved = new Date(Date.parse(`${day}T09:00:00Z`) + 2 * 86_400_000).toISOString();
      return `${day}-${index},c${index},${day}T09:00:00Z,${solved},solved`;
    }),
  );
  return ['ticket_id,customer_id,created_at,resolved_at,status', ...rows, ''].join('\n');
}

const settings = 'coverage: {from: 2026-01-01, to: 2026-06-30}\n';
const sentences = async (customers: number, metric: string, days: readonly string[], more = '') => {
  const files = { 'data/t.csv': tickets(customers, days), 'content/report.yaml': settings + more };
  const section = (await reportOf(files)).page('service').sections.find(({ metric: { id } }) => id === metric);
  return section?.sentences.join(' ') ?? '';
};

describe('the section of the backlog', () => {
  test('says Little’s law over the period, in days', async () => {
    // Of 90 tickets 30 were left for an hour and a half day, 30 stay two days and 30 39 hours until the quarter ends.
    const text = await sentences(30, 'backlog', ['2026-03-30', '2026-05-04', '2026-06-29']);
    expect(text).toContain(
      'On average 1.3 tickets were open: 1 arrived a day, with those left from before, and stayed open 1.3 days within the period.',
    );
  });

  test('says nothing that fewer customers than the minimum are behind', async () => {
    expect(await sentences(5, 'backlog', ['2026-03-30', '2026-05-04', '2026-06-29'])).not.toContain('On average');
  });

  test('says nothing from which a hidden backlog of the period before could be worked out', async () => {
    expect(await sentences(30, 'backlog', ['2026-05-04', '2026-06-29'])).not.toContain('On average');
  });
});

describe('the section of first-contact resolution', () => {
  const days = ['2026-01-05', '2026-04-06', '2026-05-04'];

  test('says how often these customers write anyway', async () => {
    expect(await sentences(40, 'fcr_7d_any', days)).toContain(
      'In any 7 days customers of these tickets open 0.12 tickets on average (0.23 in 14 days, 0.50 in 30)',
    );
    expect(await sentences(40, 'fcr_30d_any', days, 'fcr_window_days: 30\n')).toContain(
      'In any 30 days customers of these tickets open 0.50 tickets on average (0.12 in 7 days, 0.23 in 14)',
    );
  });

  test('says nothing that fewer customers than the minimum are behind', async () => {
    expect(await sentences(5, 'fcr_7d_any', days)).not.toContain('In any');
  });
});
