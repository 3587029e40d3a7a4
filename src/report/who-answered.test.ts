import { describe, expect, test } from 'vitest';
import { reportOf } from './report-of.fixture.ts';

/** Invitations of one channel, one a customer, of which the first some were answered. */
function invitations(channel: string, invited: number, answered: number): string[] {
  return Array.from(
    { length: invited },
    (_, index) =>
      `2026-01-10T10:00:00Z,${index < answered ? '2026-01-11T10:00:00Z' : ''},${channel}-${index},${channel},${index < answered ? 5 : ''}`,
  );
}

const exported = (...rows: string[][]) => ({
  'data/r.csv': ['invited_at,submitted_at,customer_id,channel,csat', ...rows.flat(), ''].join('\n'),
});

describe('who did not answer', () => {
  test('is told with a caution where those who answered are clearly unlike the others', async () => {
    const report = await reportOf(exported(invitations('phone', 400, 60), invitations('chat', 400, 240)));
    const [figure] = report.whoAnswered?.figures ?? [];
    expect(figure?.headline).toBe('Who answered depends clearly on the channel');
    expect(figure?.names).toEqual(['Answered', 'Did not answer']);
    expect(figure?.rows.map(({ label, first, second }) => [label, first.text, second.text])).toEqual([
      ['chat', '80%', '32%'],
      ['phone', '20%', '68%'],
    ]);
    expect(figure?.table.rows.map((row) => row.slice(0, 4))).toEqual([
      ['chat', '80%', '32%', '60%'],
      ['phone', '20%', '68%', '15%'],
    ]);
    expect(report.whoAnswered?.caution).toContain('differ clearly from those who did not, in the channel');
    expect(report.downloads().map(({ path }) => path)).toContain(figure?.csv.path.slice(1));
  });

  test('is told without one where they are alike', async () => {
    const report = await reportOf(exported(invitations('phone', 400, 200), invitations('chat', 400, 202)));
    expect(report.whoAnswered?.figures[0]?.headline).toBe(
      'These data show no clear difference in answering by the channel',
    );
    expect(report.whoAnswered?.caution).toBeNull();
  });

  test('never names a group of fewer than ten customers, nor lets it be worked out', async () => {
    const report = await reportOf(
      exported(
        invitations('phone', 200, 60),
        invitations('chat', 200, 90),
        invitations('post', 40, 20),
        invitations('fax', 9, 1),
      ),
    );
    const [figure] = report.whoAnswered?.figures ?? [];
    expect(figure?.rows.map(({ label }) => label)).toEqual(['chat', 'phone']);
    expect(figure?.csv.text).not.toMatch(/fax|post/);
    expect(figure?.summary).toContain('2 groups are not shown');
    // Shares are of the groups that are shown, so that a hidden one does not follow from the rest.
    expect(figure?.rows.map(({ first, second }) => [first.value, second.value])).toEqual([
      [90 / 150, 110 / 250],
      [60 / 150, 140 / 250],
    ]);
  });

  test('is unknown without unanswered invitations', async () => {
    const report = await reportOf(exported(invitations('phone', 100, 100)));
    expect(report.whoAnswered).toBeNull();
  });
});
