import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from './report-of.fixture.ts';

const answers = responses(
  ...['2026-01-12', '2026-02-09', '2026-03-09', '2026-04-13', '2026-05-11', '2026-06-30'].map((day) =>
    ratings(day, 'email', 40, 30),
  ),
);

async function marks(metric: string, files: Record<string, string>): Promise<string[]> {
  const report = await reportOf({ 'data/responses.csv': answers, ...files });
  return report.series({ metric }).events.map(({ date, label }) => `${date} ${label}`);
}

const TABLE =
  'date,label,metrics\n2026-05-04,For all,\n2026-03-02,For ease,ces\n2026-02-02,For the panel,Satisfaction\n';

describe('events in charts over time', () => {
  test('come from the settings and from the table, in order of date', async () => {
    const yaml = 'events:\n  - { date: 2026-04-01, label: In the settings }\n';
    expect(await marks('csat', { 'content/events.csv': TABLE, 'content/report.yaml': yaml })).toEqual([
      '2026-02-02 For the panel',
      '2026-04-01 In the settings',
      '2026-05-04 For all',
    ]);
  });

  test('stand where they concern the metric, its panel or everything', async () => {
    const yaml = 'events:\n  - { date: 2026-04-01, label: Elsewhere, metrics: [service, nps] }\n';
    expect(await marks('csat', { 'content/report.yaml': yaml })).toEqual([]);
    expect(await marks('csat_mean', { 'content/events.csv': 'date,label,metrics\n2026-03-02,Beside,csat\n' })).toEqual([
      '2026-03-02 Beside',
    ]);
  });

  test('of a metric that does not exist are refused where they stand', async () => {
    const wrong = 'date,label,metrics\n2026-03-02,Beside,cast\n';
    await expect(marks('csat', { 'content/events.csv': wrong })).rejects.toThrow(
      /events\.csv, record 1, metrics[\s\S]*Did you mean "csat"/,
    );
    const yaml = 'events:\n  - { date: 2026-04-01, label: Here, metrics: [cast] }\n';
    await expect(marks('csat', { 'content/report.yaml': yaml })).rejects.toThrow(/report\.yaml, events, “Here”/);
  });

  test('that stand in both places are refused', async () => {
    const yaml = 'events:\n  - { date: 2026-05-04, label: for all }\n';
    await expect(marks('csat', { 'content/events.csv': TABLE, 'content/report.yaml': yaml })).rejects.toThrow(
      /stands in report\.yaml and in events\.csv[\s\S]*record 1/,
    );
  });
});
