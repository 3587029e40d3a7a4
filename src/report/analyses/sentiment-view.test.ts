import { describe, expect, test } from 'vitest';
import { reportOf } from '../report-of.fixture.ts';
import type { DistributionFigure } from '../types/figure.ts';
import type { AnalysisSection } from '../types/page.ts';
import type { Report } from '../types/report.ts';

const CODES = ['negative', 'neutral', 'positive'];

/** Coded comments: `neutral` of 240 are neutral, the others negative and positive by turns. */
function files(neutral: number): Record<string, string> {
  const comments = Array.from({ length: 240 }, (_, index) => (index < neutral ? 1 : index % 2 === 0 ? 0 : 2));
  const answers = comments.map((_, index) => `R${index},2026-02-01,C${index},3,some words`);
  const codes = comments.flatMap((code, index) => {
    const tool = index % 10 === 0 ? (code + 1) % 3 : code;
    return [`R${index},Quillfeather,${CODES[code]}`, `R${index},Bo,${CODES[code]}`, `R${index},tool,${CODES[tool]}`];
  });
  return {
    'data/answers.csv': `${['response_id,submitted_at,customer_id,csat,comment', ...answers].join('\n')}\n`,
    'data/codes.csv': `${['response_id,coder,code', ...codes].join('\n')}\n`,
  };
}

const section = (report: Report) =>
  report.page('experience').analyses.find(({ metric }) => metric.id === 'sentiment') as AnalysisSection;

describe('sentiment behind its gate', async () => {
  const report = await reportOf(files(80));
  const { headline, sentences, figures } = section(report);
  const [shares, errors] = figures as [DistributionFigure, DistributionFigure];

  test('is a finding that names its source', () => {
    expect(headline).toMatch(/^\d\d% of comments are negative and \d\d% positive, a tool says$/);
    expect(sentences[0]).toMatch(
      /^The tool coded 240 comments\. It agrees .* in 90 of 100 \(κ 0\.\d\d, 0\.\d\d to 0\.\d\d\)/,
    );
  });

  test('has one bar, and the errors of the tool in a figure of their own', () => {
    expect(shares.groups).toHaveLength(1);
    expect(shares.groups[0]?.shares?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(errors.groups.map(({ label, n }) => [label, n])).toEqual([
      ['People say negative', 80],
      ['People say neutral', 80],
      ['People say positive', 80],
    ]);
    expect(errors.headline).toBe('The tool finds 80% of negative ones, 90% of neutral ones and 100% of positive ones');
  });

  test('stands in the downloads, and nobody who coded does', () => {
    const estimates = report.downloads().find(({ path }) => path === 'data/estimates.csv');
    expect(estimates?.text).toMatch(/\nsentiment_share,experience,code,negative,all,/);
    const everything = [JSON.stringify(section(report)), ...report.downloads().map(({ text }) => text)].join('\n');
    expect(everything).not.toMatch(/quillfeather/i);
    expect(everything).not.toContain('some words');
  });
});

test('what few customers stand behind is not shown', async () => {
  const [, errors] = section(await reportOf(files(29))).figures as [DistributionFigure, DistributionFigure];
  expect(errors.groups[1]).toEqual({
    label: 'People say neutral',
    status: 'suppressed',
    base: 'would reveal a group of fewer than 30 customers',
  });
  expect(errors.table.rows[1]).toEqual(['People say neutral', '[c]', '[c]', '[c]', '[c]']);
  expect(errors.csv.text).toMatch(/\nPeople say neutral,negative,<30,,,,share,suppressed,wilson\n/);
  expect(errors.summary).not.toContain('neutral:');
});

test('without its proof it is not available, and says what is missing', async () => {
  const { 'data/answers.csv': answers } = files(80) as { 'data/answers.csv': string };
  const report = await reportOf({
    'data/answers.csv': answers,
    'data/codes.csv': 'response_id,coder,code\nR1,Ann,neutral\n',
  });
  expect(report.metrics.find(({ id }) => id === 'sentiment')).toMatchObject({
    available: false,
    missing: 'it needs 200 comments coded by the same two people; these data have none',
  });
});
