import { beforeAll, expect, test } from 'vitest';
import { buildReport } from './build-report.ts';
import type { PageReport } from './types/page.ts';

/** What data/README.md says was planted, as the report judges it. */
let home: PageReport;

beforeAll(async () => {
  const root = new URL('../..', import.meta.url).pathname;
  const report = await buildReport({ dataFolder: `${root}data`, contentFolder: `${root}content`, cacheFolder: null });
  // Judging all comparisons of the three panels takes a moment.
  home = report.page('home');
}, 120_000);

const section = (metric: string) => home.sections.find((each) => each.metric.id === metric);

test.each([
  ['csat', 'equivalent', 'neutral'],
  ['nps', 'different', 'worse'],
  ['fcr_7d_any', 'different', 'worse'],
  ['first_response_median', 'different', 'better'],
] as const)('%s is %s within a year: %s', (metric, verdict, tone) => {
  expect(section(metric)?.yearEarlier).toMatchObject({ verdict, tone });
});

test('the three views disagree, and home says so', () => {
  expect(home.answer).toMatch(/^The three views disagree\./);
});

test('the willingness to recommend is the lowest, the wait for a first answer the shortest of all quarters', () => {
  expect(section('nps')?.sentences).toContain('It is the lowest of the last 8 quarters, by more than the range.');
  expect(section('first_response_median')?.sentences.join(' ')).toContain('It is the shortest of the last 8 quarters');
});
