import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from './report-of.fixture.ts';

const QUARTERS = ['2025-02-03', '2025-05-05', '2025-08-04', '2025-11-03', '2026-02-02'];
const MONTHS = Array.from({ length: 15 }, (_, month) => new Date(Date.UTC(2025, month, 15)).toISOString().slice(0, 10));
const withText = (text: string, days = QUARTERS) =>
  reportOf({
    'data/responses.csv': responses(
      ...days.map((day) => ratings(day, 'email', 40, 20 + days.indexOf(day))),
      ratings('2025-01-01', 'email', 40, 20),
      ratings('2026-03-31', 'email', 40, 25),
    ),
    'content/home.mdx': text,
  });

/** The message with which a text stops the report. */
async function told(text: string): Promise<string> {
  const problem = await withText(text).then(
    () => 'no mistake',
    (error: Error) => error.message,
  );
  return problem;
}

describe('periods in words', () => {
  test('stand for the same figures as their codes', async () => {
    const report = await withText('');
    const figure = (period: string) => report.estimate({ metric: 'csat', period });
    expect(figure('last quarter')).toEqual(figure('2026 Q1'));
    expect(figure('the quarter before')).toEqual(figure('2025-Q4'));
    expect(figure('the same quarter last year')).toEqual(figure('January to March 2025'));
    expect(figure('last month')).toEqual(figure('March 2026'));
    expect(figure('last year')).toEqual(figure('2025'));
  });

  test('twelve months in a row are a period that the calendar does not have', async () => {
    const report = await withText('', MONTHS);
    const year = report.estimate({ metric: 'csat', period: 'last 12 months' });
    expect(year.period.label).toBe('April 2025 to March 2026');
    expect(year.n).toBe(13 * 40);
    expect(year.status).toBe('ok');
    expect(report.estimate({ metric: 'csat', period: 'last 12 months', where: { channel: 'email' } }).n).toBe(13 * 40);
  });

  test('twelve months are kept back where one of them counts too few customers to be told apart', async () => {
    const rows = MONTHS.map((day, month) => ratings(day, 'email', month === 9 ? 3 : 40, 2));
    const report = await reportOf({ 'data/responses.csv': responses(...rows, ratings('2026-03-31', 'email', 40, 2)) });
    expect(report.estimate({ metric: 'csat', period: 'last 12 months' }).status).toBe('suppressed');
  });

  test('that are misspelt name the nearest one', async () => {
    expect(await told('<Value metric="csat" period="last quater" />')).toContain('Did you mean "last quarter"?');
    expect(await told('<Value metric="csat" period="Febuary 2026" />')).toContain('Did you mean "February 2026"?');
  });

  test('outside the data name the nearest one inside', async () => {
    const message = await told('Then <Value metric="csat" period="2019 Q4" />.');
    expect(message).toBe(
      [
        'The data hold nothing of 2019 Q4.',
        '  where:    home.mdx, line 1, column 6',
        '  found:    2019 Q4',
        '  expected: a quarter from 2025-Q1 to 2026-Q1',
        '  to do:    Did you mean "2025-Q1"?',
      ].join('\n'),
    );
  });

  test('that lie before the data began say what the data cover', async () => {
    const message = await told('<Value metric="csat" period="the year before" />');
    expect(message).toContain('The data do not reach back to the year before');
    expect(message).toContain('a period within 1 January 2025 to 31 March 2026');
  });
});
