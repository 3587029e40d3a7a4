import { describe, expect, test } from 'vitest';
import { reportOf } from '../report-of.fixture.ts';
import type { PairsFigure } from '../types/analysis-figure.ts';
import type { AnalysisSection } from '../types/page.ts';
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
  expect(section(report)?.headline).toBe('33% of customers who comment mention “Money”');
  expect(section(report)?.sentences.join(' ')).toContain('“Money”: no clear difference.');
});

test('of two themes that are mentioned alike none is said to be mentioned most', async () => {
  const alike = (index: number) => (index < 20 ? 'bill' : index < 40 ? 'quick' : 'fine');
  const report = await reportOf({
    'data/answers.csv': csv({ nps: 2, count: 60, comment: alike }, { nps: 10, count: 60, comment: alike }),
    'content/report.yaml': themes('Money: [bill], Speed: [quick]'),
  });
  const text = JSON.stringify(section(report));
  expect(text).not.toMatch(/\bmost\b/);
  expect(text).toMatch(/Of those who comment, 33% \([^)]+\) mention “Money” and 33% \([^)]+\) “Speed”\./);
});

describe('a side that is smaller than the minimum base', () => {
  const clear = (index: number) => (index < 55 ? 'bill' : 'fine');
  const shownWith = async (written: readonly Written[]) => {
    const report = await reportOf({
      'data/answers.csv': csv(...written),
      'content/report.yaml': `minimum_base: 50\n${themes('Money: [bill]')}`,
    });
    const { headline, sentences, figures } = section(report) as AnalysisSection;
    const shown = {
      headline,
      sentences,
      figures: figures.map(({ table, subtitle, csv }) => ({ table, subtitle, csv })),
    };
    const tables = report.downloads().filter(({ path }) => path.endsWith('.csv'));
    return [JSON.stringify(shown), ...tables.map(({ text }) => text)].join('\n');
  };

  test('takes the other side with it, from which it could be worked out', async () => {
    const text = await shownWith([
      { nps: 2, count: 40, comment: clear },
      { nps: 10, count: 80, comment: (index) => (index < 20 ? 'bill' : 'fine') },
    ]);
    expect(text).toContain('50% of customers who comment mention “Money”');
    expect(text).not.toMatch(/Money.*(detractors|promoters)/i);
  });

  test('is hidden too where it is that of customers on neither', async () => {
    const written = (passives: number) => [
      { nps: 2, count: 60, comment: clear },
      { nps: 8, count: passives, comment: () => 'fine' },
      { nps: 10, count: 60, comment: () => 'fine' },
    ];
    expect(await shownWith(written(40))).not.toMatch(/Money.*detractors/i);
    expect(await shownWith(written(50))).toMatch(/Detractors mention “Money” more often than promoters/);
  });
});

test('a theme’s words are found with joiners and whatever sign of an apostrophe', async () => {
  const report = await reportOf({
    'data/answers.csv': csv({
      nps: 9,
      count: 40,
      comment: (index) => (index < 20 ? 'пам\u02bcять' : 'ශ\u0dca\u200dරී'),
    }),
    'content/report.yaml': themes(`Memory: ["пам'ять"], Honour: ["ශ\u0dca\u200dරී"]`),
  });
  const rows = section(report)?.figures[0]?.table.rows ?? [];
  expect(rows.map(([theme, , customers]) => [theme, customers])).toEqual([
    ['Memory', '20'],
    ['Honour', '20'],
  ]);
});
