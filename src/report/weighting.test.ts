import { describe, expect, test } from 'vitest';
import { reportOf } from './report-of.fixture.ts';

/** Answers of one customer each in May 2026, the first `positive` of them satisfied. */
function answers(segment: string, count: number, positive: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `2026-05-10T10:00:00Z,${segment}-${index},${segment},${index < positive ? 5 : 2}`,
  );
}

const exported = (answered: string[][], ...margins: string[]) => ({
  'content/report.yaml': 'grain: month\ncoverage: { from: 2026-05-01, to: 2026-05-31 }\n',
  'data/r.csv': ['submitted_at,customer_id,segment,csat', ...answered.flat(), ''].join('\n'),
  'data/m.csv': ['dimension,value,count', ...margins, ''].join('\n'),
});

const ANSWERED = [answers('business', 80, 72), answers('private', 40, 12)];

async function weightingOf(files: Record<string, string>) {
  const report = await reportOf(files);
  const section = report.page('satisfaction').analyses.find(({ metric }) => metric.id === 'weighting_satisfaction');
  const [figure] = section?.figures ?? [];
  if (section === undefined || figure?.kind !== 'pairs') throw new Error('no weighting');
  const estimates = report.downloads().find(({ path }) => path === 'data/estimates.csv')?.text ?? '';
  return { report, section, figure, rows: estimates.match(/^csat_weighted,.*$/gm) ?? [] };
}

describe('a figure that weighting moves by more than matters', () => {
  test('depends on weighting, says the heading, beside both figures', async () => {
    const { section, figure, rows, report } = await weightingOf(
      exported(ANSWERED, 'segment,business,500', 'segment,private,1000'),
    );
    expect(section.headline).toBe('CSAT depends on weighting: 70% as answered, 50% weighted');
    expect(section.sentences[0]).toBe('CSAT is weighted to the population margins by segment.');
    expect(section.sentences[1]).toMatch(
      /^CSAT is 70% as answered and 50% \(\d\d% to \d\d%\) weighted, 20\.0 points less, from 120 answers\.$/,
    );
    expect(section.sentences[2]).toContain('120 answers tell as much as 80 with equal weights');
    expect(figure).toMatchObject({ mark: 'dots', names: ['As answered', 'Weighted'], unit: 'share' });
    expect(figure.rows).toMatchObject([
      { label: 'CSAT, 1 May 2026 to 31 May 2026', first: { text: '70%' }, second: { text: '50%' }, differs: true },
      { label: 'CSAT, May 2026', differs: true },
    ]);
    expect(rows.map((row) => row.split(',').slice(0, 7).join(','))).toEqual([
      'csat_weighted,satisfaction,,,all,all,120',
      'csat_weighted,satisfaction,,,month,2026-05,120',
    ]);
    expect(rows[0]).toContain('share,ok,raked-bootstrap');
    const note = new Map(figure.note.map(({ term, text }) => [term, text]));
    expect(note.get('Weights')).toBe(
      'CSAT is weighted to the population margins by segment. The figures as answered are not weighted.',
    );
    expect(note.get('Set aside')).toBe('Nothing.');
    // The published figure is what it was.
    expect(report.estimate({ metric: 'csat' })).toMatchObject({ weighted: false, text: '70%' });
  });

  test('and does not where the configuration says that less matters', async () => {
    const files = exported(ANSWERED, 'segment,business,500', 'segment,private,1000');
    const { section } = await weightingOf({
      ...files,
      'content/report.yaml': `${files['content/report.yaml']}margins: { csat: 0.25 }\n`,
    });
    expect(section.headline).toBe('Weighting moves CSAT by less than matters');
  });
});

test('weights so unequal that they halve the answers make a figure depend on weighting', async () => {
  const rows = [answers('business', 20, 14), answers('private', 200, 140)];
  const { section, figure } = await weightingOf(exported(rows, 'segment,business,1000', 'segment,private,200'));
  expect(section.headline).toBe('CSAT depends on weighting: 70% as answered, 70% weighted');
  expect(section.sentences.join(' ')).toContain('after 20 above five times the median were cut to it');
  expect(figure.rows[0]?.differs).toBe(true);
});

test('weights of the source are named as such', async () => {
  const rows = [...ANSWERED.flat()].map((row, index) => `${row},${index < 80 ? 1 : 1.1}`);
  const { section, rows: numbers } = await weightingOf({
    ...exported([]),
    'data/r.csv': ['submitted_at,customer_id,segment,csat,weight', ...rows, ''].join('\n'),
    'data/m.csv': 'submitted_at,csat\n',
  });
  expect(section.headline).toBe('Weighting moves CSAT by less than matters');
  expect(section.sentences[0]).toBe('CSAT is weighted by the weights that the source gives.');
  expect(numbers[0]).toContain('weighted-bootstrap');
});

describe('answers that cannot be weighted', () => {
  const staff = (count: number) => answers('staff', count, 0);
  const margins = ['segment,business,500', 'segment,private,1000', 'segment,staff,0'];

  test('are counted where they are many', async () => {
    const { section, figure } = await weightingOf(exported([...ANSWERED, staff(20)], ...margins));
    expect(section.sentences[1]).toContain('(20 others cannot be weighted)');
    expect(figure.note.find(({ term }) => term === 'Set aside')?.text).toContain(
      '20 answers of CSAT that cannot be weighted',
    );
    expect(figure.rows[0]?.first).toMatchObject({ n: 120, text: '70%' });
  });

  test('do not come out where they are few: the figure as answered is the published one', async () => {
    const { section, figure } = await weightingOf(exported([...ANSWERED, staff(4)], ...margins));
    expect(section.sentences[1]).toContain('(a few others cannot be weighted)');
    expect(figure.rows[0]?.first.n).toBe(124);
    expect(figure.csv.text).not.toContain(`,${84 / 120},`);
  });
});

test('a report without anything to weight to says what it lacks', async () => {
  const report = await reportOf({ 'data/r.csv': ['submitted_at,csat', '2026-05-10T10:00:00Z,5', ''].join('\n') });
  const card = report.page('satisfaction').unavailable.find(({ id }) => id === 'weighting_satisfaction');
  expect(card?.missing).toContain('it needs population margins, weights of the answers, or solved tickets');
});
