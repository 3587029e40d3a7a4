import { describe, expect, test } from 'vitest';
import { reportOf } from '../report-of.fixture.ts';
import type { WordsFigure } from '../types/analysis-figure.ts';
import type { AnalysisSection } from '../types/page.ts';
import type { Report } from '../types/report.ts';

/** Words that both sides write, so that there are enough of them. */
const COMMON =
  'they came to our house on that day and then their wheelbarrow held what was there for quite some time before it all ended';

interface Written {
  readonly nps: number;
  readonly count: number;
  /** What each of them writes besides. */
  readonly comment: (index: number) => string;
}

function csv(...written: readonly Written[]): string {
  const rows = written.flatMap(({ nps, count, comment }, side) =>
    Array.from({ length: count }, (_, index) => `2026-02-01,C${side}-${index},${nps},"${COMMON} ${comment(index)}"`),
  );
  return `${['submitted_at,customer_id,nps,comment', ...rows].join('\n')}\n`;
}

const section = (report: Report) => report.page('experience').analyses.find(({ metric }) => metric.id === 'words');
const everything = (report: Report) =>
  [JSON.stringify(report.page('experience')), ...report.downloads().map(({ text }) => text)].join('\n');

const CLEAR = [
  {
    nps: 2,
    count: 60,
    comment: (index: number) =>
      `${index < 40 ? 'waiting again' : 'fine'} ${index < 9 ? 'lawyer' : ''} ${index < 30 ? 'told by Quillfeather' : ''}`,
  },
  { nps: 10, count: 60, comment: (index: number) => (index < 45 ? 'quick' : 'fine') },
];

describe('words on the page', async () => {
  const report = await reportOf({ 'data/answers.csv': csv(...CLEAR) });
  const shown = section(report);
  const figure = shown?.figures[0] as WordsFigure;

  test('are a finding of at most fifteen words', () => {
    expect(shown?.headline).toBe('Detractors write “again” and “waiting”; promoters write “quick”');
  });

  test('stand in the table with the customers of each side', () => {
    const [again, quick] = ['again', 'quick'].map((word) => figure.table.rows.find(([name]) => name === word));
    expect(again).toEqual(['again', '40', '0', expect.stringMatching(/^−\d\.\d$/), '<0.001']);
    expect(quick).toEqual(['quick', '0', '45', expect.stringMatching(/^\+\d\.\d$/), '<0.001']);
    expect(figure.words.every(({ distinctive }) => distinctive)).toBe(true);
    expect(figure.groups).toEqual(['Detractors', 'Promoters']);
  });

  test('lie in a download of their own', () => {
    const rows = figure.csv.text.trimEnd().split('\n');
    expect(rows[0]).toBe('word,customers,customers_nps_low,customers_nps_high,z,p_adjusted,method');
    expect(rows).toContainEqual(expect.stringMatching(/^quick,45,0,45,\d\.\d+,/));
    expect(report.downloads().map(({ path }) => path)).toContain(figure.csv.path.slice(1));
  });

  test('that both sides use, that nine customers use or that are names do not leave the report', () => {
    const published = everything(report);
    for (const word of ['lawyer', 'quillfeather', 'Quillfeather', 'wheelbarrow']) {
      expect(published, word).not.toMatch(new RegExp(`\\b${word}\\b`));
    }
    expect(shown?.sentences.join(' ')).toMatch(/written like names/);
  });

  test('no sentence leaves the report', () => {
    expect(everything(report)).not.toContain('they came to our house');
  });
});

test('a side without a word of its own is not made one', async () => {
  const report = await reportOf({
    'data/answers.csv': csv({ ...CLEAR[0], comment: () => 'fine' } as Written, {
      nps: 10,
      count: 60,
      comment: (index) => (index < 45 ? 'quick' : 'fine'),
    }),
  });
  expect(section(report)?.headline).toMatch(
    /^Promoters write “quick” more often than detractors$|^Detractors write “fine”/,
  );
});

test('when nothing sets the comments apart, it says so and draws nothing', async () => {
  const alike = (nps: number) => ({ nps, count: 60, comment: () => 'fine' });
  const shown = section(await reportOf({ 'data/answers.csv': csv(alike(1), alike(9)) }));
  expect(shown?.headline).toBe('These data show no word that sets detractors apart from promoters');
  expect(shown?.figures).toEqual([]);
});

describe('of a few customers who are nearly all on one side', () => {
  const shownWith = async (others: number, all = 22) => {
    const few = { nps: 0, count: 60, comment: (index: number) => (index < all - others ? 'engineer' : '') };
    const rest = { nps: 9, count: 60, comment: (index: number) => (index < others ? 'engineer' : '') };
    const shown = section(await reportOf({ 'data/answers.csv': csv(few, rest) })) as AnalysisSection;
    return shown.figures[0] as WordsFigure;
  };

  test('bounds are told: of customers, of z and of p', async () => {
    const { table, csv: download, words } = await shownWith(0);
    expect(table.rows).toEqual([['engineer', '>19', '<3', expect.stringMatching(/^beyond −\d\.\d$/), '<0.05']]);
    expect(download.text).toMatch(/\nengineer,22,>19,<3,<-\d\.\d\d,<0\.05,/);
    expect(words).toMatchObject([{ word: 'engineer', isBound: true }]);
    expect(table.caption).toContain('bounds stand in place of numbers');
  });

  test('nothing tells whether it is all of them', async () => {
    const told = async (others: number) => {
      const { table, csv: download, words } = await shownWith(others);
      return { table, text: download.text, words };
    };
    const [none, one] = [await told(0), await told(1)];
    expect({ ...one, words: [] }).toEqual({ ...none, words: [] });
    expect(one.words[0]?.z).toBeCloseTo(none.words[0]?.z as number, 6);
  });

  test('numbers are told once enough are on the other', async () => {
    const { table } = await shownWith(3, 29);
    expect(table.rows).toEqual([['engineer', '26', '3', expect.stringMatching(/^−\d\.\d$/), expect.any(String)]]);
  });
});

test('a higher minimum base hides more words', async () => {
  const few = { nps: 0, count: 60, comment: (index: number) => (index < 22 ? 'engineer' : '') };
  const report = await reportOf({
    'data/answers.csv': csv(few, { nps: 9, count: 60, comment: () => '' }),
    'content/report.yaml': 'minimum_base: 30\n',
  });
  expect(section(report)?.figures).toEqual([]);
  expect(everything(report)).not.toContain('engineer');
});

test('too little text is named on the card, with what it needs', async () => {
  const report = await reportOf({ 'data/answers.csv': csv({ nps: 1, count: 20, comment: () => '' }) });
  const card = report.metrics.find(({ id }) => id === 'words');
  expect(card).toMatchObject({ available: false });
  expect(card?.missing).toMatch(/^it needs 50 comments and 1,000 words on each side/);
});

test('a report without words has none', async () => {
  const report = await reportOf({ 'data/answers.csv': csv(...CLEAR), 'content/report.yaml': 'words: false\n' });
  expect(section(report)).toBeUndefined();
  expect(report.sources[0]?.ignored).toContain('comment');
});
