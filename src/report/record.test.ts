import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from './report-of.fixture.ts';

const MONTHS = ['01', '02', '03', '04', '05', '06'];

/** The sentences of a report by month in which so many of 400 customers are satisfied each month. */
async function sentences(...satisfied: readonly number[]): Promise<string> {
  const report = await reportOf({
    'data/responses.csv': responses(
      ...satisfied.map((count, index) => ratings(`2026-${MONTHS[index]}-10`, 'email', 400, count)),
    ),
    'content/report.yaml':
      `time_zone: UTC\ngrain: month\ncoverage: { from: 2026-01-01, to: 2026-${MONTHS[satisfied.length - 1]}-28 }\n`.replace(
        /to: (2026-..)-28/,
        (_, month) => `to: ${lastDay(month)}`,
      ),
  });
  return report.page('satisfaction').sections[0]?.sentences.join(' ') ?? '';
}

function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

describe('the highest or lowest since', () => {
  test('is told where every month since differs clearly from the latest', async () => {
    expect(await sentences(200, 320, 316, 322, 200)).toContain(
      'It is the lowest since January 2026, by more than the range.',
    );
  });

  test('of all months when none comes near', async () => {
    expect(await sentences(200, 210, 206, 300)).toContain(
      'It is the highest of the last 4 months, by more than the range.',
    );
  });

  test('is not told where one month in between may be as low', async () => {
    expect(await sentences(320, 320, 214, 320, 200)).not.toContain('range.');
  });

  test('is not told of a step from one month to the next', async () => {
    expect(await sentences(320, 320)).not.toContain('It is the');
    expect(await sentences(200, 320, 320, 200)).not.toContain('It is the');
  });
});
