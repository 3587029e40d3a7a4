import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from './report-of.fixture.ts';
import type { Report } from './types/report.ts';

const DAYS = ['2025-11-10', '2026-02-10', '2026-05-10'];

/** Satisfaction of 90, 80 and 50% in three quarters, by email; by phone 10 points less. */
const ANSWERS = responses(
  ...DAYS.flatMap((day, index) => {
    const satisfied = [180, 160, 100][index] as number;
    return [ratings(day, 'email', 200, satisfied), ratings(day, 'phone', 200, satisfied - 20)];
  }),
);

const settings = (breaks: string) => `coverage: { from: 2025-10-01, to: 2026-06-30 }\n${breaks}`;

const BROKEN = settings(`breaks:
  - { date: 2026-04-01, metrics: [csat], what: the question is a new one }
`);

function build(config: string, text = ''): Promise<Report> {
  const files = { 'data/answers.csv': ANSWERS, 'content/report.yaml': config };
  return reportOf(text === '' ? files : { ...files, 'content/satisfaction.mdx': text }, 'mark');
}

const mistakes = (config: string) =>
  build(config).then(
    () => '',
    (error: Error) => error.message,
  );

const ACROSS = 'is not compared across 1 April 2026, when its definition changed: the question is a new one';

describe('a break in a series', () => {
  test('leaves no verdict on a change across it, and keeps the verdict on either side', async () => {
    const report = await build(BROKEN);
    expect(report.change({ metric: 'csat' })).toMatchObject({ verdict: 'broken', tone: 'neutral', phrase: ACROSS });
    expect(report.change({ metric: 'csat' }).difference).toBeUndefined();
    expect(report.change({ metric: 'csat', period: '2026-Q1' }).verdict).toBe('different');
    expect((await build(settings(''))).change({ metric: 'csat' }).verdict).toBe('different');
  });

  test('concerns variants of the metric, and no other metric', async () => {
    const report = await build(BROKEN);
    expect(report.series({ metric: 'csat_mean' }).events).toHaveLength(1);
    const [only, ...others] = report.breaks;
    expect(only).toMatchObject({ date: '2026-04-01', dateWords: '1 April 2026', what: 'the question is a new one' });
    expect(only?.metrics.map(({ id }) => id)).toEqual(['csat', 'csat_mean']);
    expect(others).toEqual([]);
  });

  test('of a panel concerns all that it shows', async () => {
    const report = await build(BROKEN.replace('[csat]', '[Satisfaction]'));
    expect(report.change({ metric: 'csat' }).verdict).toBe('broken');
  });

  test('forbids claims of a rise, a fall or a record across it, and lets those beside it be', async () => {
    const report = await build(
      BROKEN,
      `<Claim metric="csat" fell from="2026 Q1" to="2026 Q2">It fell.</Claim>

<Claim metric="csat" lowest since="2025 Q4" period="2026 Q2">It is the lowest.</Claim>

<Claim metric="csat" fell from="2025 Q4" to="2026 Q1">It fell before.</Claim>

<Claim metric="csat" less than="60%" period="2026 Q2">It is below.</Claim>
`,
    );
    expect(report.claims.map(({ status, verdict }) => [status, verdict])).toEqual([
      ['unsupported', 'broken'],
      ['unsupported', 'broken'],
      ['supported', 'different'],
      ['supported', 'different'],
    ]);
    expect(report.claims[0]?.says).toBe(`Customer satisfaction (CSAT) ${ACROSS}.`);
  });

  test('is marked in the chart, in its table and in words, which speak of one side alone', async () => {
    const figure = (await build(BROKEN)).series({ metric: 'csat', grain: 'quarter' });
    expect(figure.events).toMatchObject([{ date: '2026-04-01', isBreak: true }]);
    expect(figure.headline).toBe('Since 1 April 2026: CSAT was 45% in April to June 2026');
    expect(figure.summary).toContain('periods before and after are not set against each other');
    expect(figure.table.rows.map(([, cell]) => cell?.endsWith('[b]'))).toEqual([false, false, true]);
  });

  test('within a period leaves that period out of every comparison, of groups as well: it mixes both definitions', async () => {
    const report = await build(BROKEN.replace('2026-04-01', '2026-05-01'));
    expect(report.change({ metric: 'csat' }).verdict).toBe('broken');
    const figure = report.breakdown({ metric: 'csat', dimension: 'channel', period: '2026-Q2' });
    expect(figure.headline).toBe('CSAT by channel is not compared across a change of definition');
    expect(report.breakdown({ metric: 'csat', dimension: 'channel', period: '2026-Q1' }).headline).toContain(
      'for email',
    );
  });

  test('changes no figure', async () => {
    const [broken, whole] = await Promise.all([build(BROKEN), build(settings(''))]);
    const estimates = (report: Report) =>
      (report.downloads().find(({ path }) => path === 'data/estimates.csv')?.text ?? '')
        .split('\n')
        // What a change is made of is no figure of a period.
        .filter((row) => !row.startsWith('csat_mix'));
    expect(estimates(broken)).toEqual(estimates(whole));
  });
});

describe('a break that cannot be', () => {
  test.each([
    [
      'of a metric that does not exist',
      'metrics: [csta], what: x, date: 2026-04-01',
      'There is no metric called "csta"',
    ],
    ['of no metric', 'metrics: [], what: x, date: 2026-04-01', 'breaks[0].metrics'],
    ['on no day', 'metrics: [csat], what: x, date: April', 'breaks[0].date'],
    ['without a word on what changed', 'metrics: [csat], date: 2026-04-01', 'breaks[0]'],
    [
      'before the data',
      'metrics: [csat], what: x, date: 2020-01-01',
      'A break lies outside the days that the data cover',
    ],
    ['on the first day', 'metrics: [csat], what: x, date: 2025-10-01', 'A break lies outside'],
    ['after the data', 'metrics: [csat], what: x, date: 2026-07-01', 'up to 30 June 2026'],
  ])('%s', async (_, entry, message) => {
    expect(await mistakes(settings(`breaks: [{ ${entry} }]\n`))).toContain(message);
  });

  test('twice on one day for one metric', async () => {
    const twice = '{ metrics: [csat], what: x, date: 2026-04-01 }';
    expect(await mistakes(settings(`breaks: [${twice}, ${twice}]\n`))).toContain('breaks[1]');
  });
});
