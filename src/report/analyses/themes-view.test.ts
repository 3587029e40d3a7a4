import { describe, expect, test } from 'vitest';
import { reportOf } from '../report-of.fixture.ts';
import type { PairsFigure } from '../types/analysis-figure.ts';
import type { Report } from '../types/report.ts';

interface Written {
  readonly nps: number;
  readonly count: number;
  readonly comment: (index: number) => string;
}

const csv = (...written: readonly Written[]) =>
  [
    'submitted_at,customer_id,nps,comment',
    ...written.flatMap(({ nps, count, comment }) =>
      Array.from({ length: count }, (_, index) => `2026-02-01,K${nps}-${index},${nps},"${comment(index)}"`),
    ),
    '',
  ].join('\n');

const section = (report: Report) => report.analyses('voice').find(({ metric }) => metric.id === 'theme_mentions');
const themes = (text: string) => `themes: { ${text} }\n`;

const COMMENTS = csv(
  { nps: 2, count: 60, comment: (index) => (index < 40 ? 'Overcharged: the BILLS!' : 'Fine') },
  { nps: 10, count: 60, comment: (index) => (index < 9 ? `Quillfeather helped` : index < 20 ? 'quick' : 'fine') },
);

describe('themes on the page', async () => {
  const report = await reportOf({
    'data/answers.csv': COMMENTS,
    'content/report.yaml': themes('Money: [bill*, price], Speed: [quick], Helpers: [quillfeather]'),
  });
  const shown = section(report);
  const figure = shown?.figures[0] as PairsFigure;

  test('lead with the theme that one side mentions clearly more', () => {
    expect(shown?.headline).toBe('Detractors mention “Money” more often than promoters');
    expect(shown?.sentences.join(' ').replaceAll('\u00a0', ' ')).toMatch(
      /Detractors mention more often than promoters: “Money” \(by 67 points, between \d+ and \d+\)\./,
    );
  });

  test('say that a comment can mention several', () => {
    expect(shown?.sentences[0]).toContain('can exceed 100% together');
  });

  test('show each theme for both sides, and the words that tell of it', () => {
    expect(figure.kind).toBe('pairs');
    expect(figure.rows.map(({ label, first, second, differs }) => [label, first.text, second.text, differs])).toEqual([
      ['Money', '67%', '0%', true],
      ['Speed', '0%', '18%', true],
    ]);
    expect(figure.table.rows[0]?.at(-1)).toBe('bill*, price');
  });

  test('leave out a theme of fewer than ten customers, and do not name it', () => {
    expect(shown?.sentences.at(-1)).toBe('One more theme is declared, which fewer than 10 customers mention.');
    const everything = [JSON.stringify(shown), ...report.downloads().map(({ text }) => text)].join('\n');
    expect(everything).not.toMatch(/helpers/i);
    expect(everything).not.toMatch(/quillfeather/i);
  });

  test('are rows of the download of all figures', () => {
    const estimates = report.downloads().find(({ path }) => path === 'data/estimates.csv')?.text ?? '';
    expect(estimates).toMatch(
      /^theme_mentions,experience,theme,Money,all,all,120,0\.3333\d*,0\.2\d*,0\.4\d*,share,ok,wilson$/m,
    );
  });
});

test('without themes the report says how to declare them', async () => {
  const report = await reportOf({ 'data/answers.csv': COMMENTS, 'content/report.yaml': 'title: Ours\n' });
  expect(section(report)).toBeUndefined();
  const card = report.metrics.find(({ id }) => id === 'theme_mentions');
  expect(card?.missing).toContain('report.yaml');
});

test('where both sides write alike nothing is said to differ', async () => {
  const alike = (index: number) => (index < 20 ? 'bill' : 'fine');
  const report = await reportOf({
    'data/answers.csv': csv({ nps: 2, count: 60, comment: alike }, { nps: 10, count: 60, comment: alike }),
    'content/report.yaml': themes('Money: [bill]'),
  });
  expect(section(report)?.headline).toBe('Customers mention “Money” most: 33% of those who comment');
  expect(section(report)?.sentences.join(' ')).toContain('“Money”: no clear difference.');
});
