import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from './report-of.fixture.ts';

const CONFIG = 'time_zone: Europe/London\ncoverage: { from: 2025-01-01, to: 2025-06-30 }\n';

/** The cards of a report on ratings of so many customers in two quarters. */
async function cards(count: number, satisfied: number) {
  const text = responses(ratings('2025-02-10', 'email', 50, 30), ratings('2025-05-10', 'email', count, satisfied));
  const report = await reportOf({ 'data/responses.csv': text, 'content/report.yaml': CONFIG });
  return { report, card: (id: string) => report.metrics.find((metric) => metric.id === id) };
}

describe('a worked example', () => {
  test('puts the counts of the last complete period into the formula and ends in the published figure', async () => {
    const { report, card } = await cards(1200, 952);
    const example = card('csat')?.example;
    expect(example?.words).toBe('952 satisfied answers ÷ 1,200 answers');
    expect(example?.estimate).toEqual(report.estimate({ metric: 'csat' }));
    expect(example?.estimate).toMatchObject({ text: '79%', period: { code: '2025-Q2' } });
    expect(card('csat_mean')?.example?.words).toBe('5,256 points ÷ 1,200 answers');
  });

  test('is missing where the figure is suppressed', async () => {
    const { report, card } = await cards(9, 4);
    expect(report.estimate({ metric: 'csat' }).status).toBe('suppressed');
    expect(card('csat')?.example).toBeUndefined();
    expect(card('csat_mean')?.example).toBeUndefined();
  });

  test('is missing where none or all of a few customers would tell what each of them said', async () => {
    expect((await cards(12, 12)).card('csat')?.example).toBeUndefined();
    expect((await cards(12, 10)).card('csat')?.example?.words).toBe('10 satisfied answers ÷ 12 answers');
    expect((await cards(40, 40)).card('csat')?.example?.words).toBe('40 satisfied answers ÷ 40 answers');
  });

  test('is missing where there are no data', async () => {
    expect((await cards(40, 20)).card('sla')?.example).toBeUndefined();
  });
});
