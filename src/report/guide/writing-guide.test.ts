import { describe, expect, test } from 'vitest';
import { VOCABULARY } from '../../commentary/vocabulary/vocabulary.ts';
import { ratings, reportOf, responses } from '../report-of.fixture.ts';
import type { Report } from '../types/report.ts';

const DATA = responses(
  ratings('2025-10-01', 'email', 400, 200),
  ratings('2025-11-03', 'phone', 400, 240),
  ratings('2026-02-02', 'email', 400, 200),
  ratings('2026-03-31', 'phone', 400, 380),
);

const examplesOf = (report: Report, component: string) =>
  report.writingGuide().entries.find(({ name }) => name === component)?.examples ?? [];

describe('the guide for writers', async () => {
  const report = await reportOf({
    'data/responses.csv': DATA,
    'content/home.mdx': 'Satisfied: <Value metric="csat" />.\n',
  });
  const { entries, metrics, periods } = report.writingGuide();

  test('has every component of the vocabulary, with an example or the reason why there is none', () => {
    expect(entries.map(({ name }) => name)).toEqual(VOCABULARY.map(({ name }) => name));
    const empty = entries.filter(({ examples, nothing }) => examples.length === 0 && nothing === '');
    expect(empty).toEqual([]);
  });

  test('gives the props that the checks know', () => {
    for (const [index, { props, claims }] of entries.entries()) {
      const known = Object.keys(VOCABULARY[index]?.props ?? {});
      expect(known).toEqual(expect.arrayContaining(props.map(({ name }) => name)));
      if (!claims) expect(props).toHaveLength(known.length);
    }
  });

  test('makes examples of what the report has', () => {
    expect(examplesOf(report, 'Value').map(({ source }) => source)).toEqual([
      'CSAT is <Value metric="csat" />.',
      'For phone it is <Value metric="csat" channel="phone" />.',
      'Over all the time that we have data of: <Value metric="csat" period="all" />.',
    ]);
    expect(metrics).toContain('csat');
    expect(metrics).not.toContain('nps');
    expect(periods).toContainEqual({ name: 'last quarter', label: 'January to March 2026' });
  });

  test('shows claims that hold, and one that does not with what the build says', () => {
    const claims = examplesOf(report, 'Claim');
    const held = claims.filter(({ refusal }) => refusal === null);
    expect(held.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'A rise',
        'More than a number',
        'More than a share',
        'More than another group',
        'A record',
      ]),
    );
    expect(held.every(({ claim }) => claim?.status === 'supported')).toBe(true);
    const [refused, ...others] = claims.filter(({ refusal }) => refusal !== null);
    expect(others).toEqual([]);
    expect(refused?.source).toContain('fell');
    expect(refused?.refusal).toMatch(/do not support a claim[\s\S]*CSAT rose/);
  });

  test('shows charts whose files the report has', () => {
    const files = report.downloads().map(({ path }) => `/${path}`);
    const figures = examplesOf(report, 'Figure').flatMap(({ parts }) => parts);
    expect(figures).toHaveLength(3);
    for (const part of figures) {
      if (typeof part !== 'string') expect(files).toContain(report.figure(part.props).csv.path);
    }
  });

  test('says of what the data lack that it is left out', () => {
    expect(examplesOf(report, 'IfData').map(({ absence }) => absence)).toEqual([
      null,
      expect.stringMatching(/^Nothing of it is published: .* is not in these data\.$/),
    ]);
  });

  test('claims nothing that the report publishes elsewhere', () => {
    expect(report.claims).toEqual([]);
  });
});

test('verdicts of the report are the same with the guide and without', async () => {
  const files = { 'data/responses.csv': DATA, 'content/home.mdx': '<Change metric="csat" />\n' };
  const [plain, guided] = await Promise.all([reportOf(files), reportOf(files)]);
  guided.writingGuide();
  expect(guided.page('satisfaction')).toEqual(plain.page('satisfaction'));
  expect(guided.change({ metric: 'csat' })).toEqual(plain.change({ metric: 'csat' }));
});

test('names that hold signs of Markdown and of code are names in examples too', async () => {
  const report = await reportOf({
    'data/responses.csv': responses(
      ratings('2026-01-01', '<b>{a}_"x"', 400, 300),
      ratings('2026-01-02', 'A & B*', 400, 100),
    ),
  });
  const [, group] = examplesOf(report, 'Value');
  expect(group?.source).toBe('For \\<b\\>\\{a\\}\\_"x" it is <Value metric="csat" channel="<b>{a}_&quot;x&quot;" />.');
  expect(examplesOf(report, 'Claim').length).toBeGreaterThan(3);
});

test('a report of hardly any data still has its guide', async () => {
  const report = await reportOf({ 'data/responses.csv': responses(ratings('2026-01-01', 'email', 3, 3)) });
  expect(report.writingGuide().entries).toHaveLength(VOCABULARY.length);
  expect(examplesOf(report, 'Value')).toEqual([]);
  expect(examplesOf(report, 'Note')).toHaveLength(1);
});
