import { beforeAll, describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from '../report-of.fixture.ts';
import type { ChangesReport } from '../types/edition.ts';
import type { Report } from '../types/report.ts';

const [FEBRUARY, MAY] = ['2026-02-10', '2026-05-10'];

const TEXT = `<Claim metric="csat" is above="70%">Most are satisfied.</Claim>

<Claim metric="csat" period="2026 Q1" more than="half">More than half were.</Claim>
`;

/** Then: the first quarter alone, 75% of 400 satisfied. */
const THEN = {
  'data/february.csv': responses(ratings(FEBRUARY, 'email', 400, 300)),
  'content/report.yaml': 'coverage: { from: 2026-01-01, to: 2026-03-31 }\n',
  'content/satisfaction.mdx': TEXT,
};

/** Now: another quarter, in which 50% of 400 are. */
const NOW = {
  ...THEN,
  'data/may.csv': responses(ratings(MAY, 'email', 400, 200)),
  'content/report.yaml': 'coverage: { from: 2026-01-01, to: 2026-06-30 }\n',
};

let edition: string;

beforeAll(async () => {
  edition = (await reportOf(THEN)).edition('2026-Q1');
});

function build(files: Record<string, string>): Promise<Report> {
  return reportOf({ ...files, 'content/editions/2026-Q1.json': edition }, 'mark');
}

async function since(files: Record<string, string>): Promise<ChangesReport> {
  const changes = (await build(files)).changes();
  if (changes === null) throw new Error('nothing to compare with');
  return changes;
}

const csatOf = ({ moves }: ChangesReport) => moves.find(({ metric }) => metric.id === 'csat');

describe('since the last edition', () => {
  test('a new period is judged by the ladder, and no figure of an old one is called revised', async () => {
    const changes = await since(NOW);
    expect(csatOf(changes)).toMatchObject({
      kind: 'new period',
      before: { period: 'January to March 2026', text: '75%', base: 'n\u00a0≈\u00a0400 answers' },
      now: { period: 'April to June 2026', text: '50%' },
      says: expect.stringMatching(/^Fell by 25\u00a0points \(between /),
      restated: '',
      isClear: true,
      tone: 'worse',
    });
    expect(changes.revisions).toMatchObject({ total: 0, csv: null });
    expect(changes.answer).toContain('one of 1 leading figures has clearly moved');
  });

  test('late data revise the old period, told apart from the move', async () => {
    const late = responses(ratings('2026-02-11', 'phone', 100, 20));
    const changes = await since({ ...NOW, 'data/late.csv': late });
    expect(csatOf(changes)).toMatchObject({
      kind: 'new period',
      restated: 'January to March 2026 reads 64% today (late data: more answers than then)',
    });
    expect(changes.revisions.shown).toContainEqual(
      expect.objectContaining({ metric: 'CSAT', period: 'January to March 2026', before: '75%', now: '64%' }),
    );
    expect(changes.revisions.csv?.text).toContain('csat,,,2026-Q1,400,0.75,500,0.64,more rows');
    expect(changes.data.join(' ')).toContain('late.csv and may.csv are new');
  });

  test('the same period published again is a revision alone', async () => {
    const changes = await since({ ...THEN, 'data/late.csv': responses(ratings('2026-02-11', 'phone', 100, 20)) });
    expect(csatOf(changes)).toMatchObject({
      kind: 'same period',
      says: 'Published as 75%, late data: more answers than then',
      isClear: false,
    });
  });

  test('claims made then are judged again: what fails says what is different', async () => {
    const { claims } = await since(NOW);
    expect(claims.map(({ status, stillMade }) => [status, stillMade])).toEqual([
      ['fails', true],
      ['holds', true],
    ]);
    expect(claims[0]?.why).toBe('New data: it was said of January to March 2026 and now speaks of April to June 2026.');
    const late = { ...THEN, 'data/late.csv': responses(ratings('2026-02-11', 'phone', 400, 20)) };
    expect((await since(late)).claims[1]).toMatchObject({
      status: 'fails',
      why: 'Late data: the figure of January to March 2026 itself reads otherwise than when it was published.',
    });
  });

  test('another scale is another definition: nothing is compared, nothing revised, no claim judged', async () => {
    const changes = await since({
      ...NOW,
      'data/sources.yaml': `sources:
  - glob: "*.csv"
    kind: responses
    fields: { submitted_at: submitted_at, customer_id: customer_id, channel: channel, csat: { column: csat, scale: { min: 1, max: 5, positive_from: 5 } } }
`,
    });
    expect(csatOf(changes)).toMatchObject({
      kind: 'not comparable',
      says: 'Not compared: what counts changed from “4 and 5 on a scale from 1 to 5” to “5 on a scale from 1 to 5”',
    });
    expect(changes.definitions.find(({ subject }) => subject === 'CSAT')).toMatchObject({ breaks: true });
    expect(changes.revisions.shown.filter(({ metric }) => metric === 'CSAT')).toEqual([]);
    expect(changes.claims.map(({ status }) => status)).toEqual(['not judged', 'not judged']);
  });

  test('another margin is told and breaks nothing', async () => {
    const { definitions } = await since({
      ...NOW,
      'content/report.yaml': `${NOW['content/report.yaml']}margins: { csat: 0.1 }\n`,
    });
    expect(definitions).toContainEqual(
      expect.objectContaining({
        subject: 'CSAT',
        breaks: false,
        words: expect.stringContaining('from 5\u00a0points to 10'),
      }),
    );
  });

  test('a break that lies between is told, and forbids the comparison', async () => {
    const changes = await since({
      ...NOW,
      'content/report.yaml': `${NOW['content/report.yaml']}breaks: [{ date: 2026-04-01, metrics: [csat], what: a new question }]\n`,
    });
    expect(csatOf(changes)).toMatchObject({
      kind: 'not comparable',
      says: 'Is not compared across 1 April 2026, when its definition changed: a new question',
    });
    expect(changes.definitions[0]).toMatchObject({ subject: 'CSAT', breaks: true });
    expect(changes.claims.map(({ status }) => status)).toEqual(['fails', 'holds']);
  });

  test('no verdict of another page depends on which edition came before', async () => {
    const [beside, alone] = await Promise.all([build(NOW), reportOf(NOW, 'mark')]);
    const verdicts = (report: Report) => [
      report.page('satisfaction').answer,
      report.claims,
      report.change({ metric: 'csat' }),
    ];
    beside.changes();
    expect(verdicts(beside)).toEqual(verdicts(alone));
  });
});

describe('editions of a report', () => {
  test('without any, nothing is said to have changed', async () => {
    const report = await reportOf(NOW, 'mark');
    expect(report.changes()).toBeNull();
    expect(report.editions()).toEqual([]);
  });

  test('the report that was recorded is that edition, and is set beside the one before', async () => {
    const [only] = (await build(THEN)).editions();
    expect(only).toMatchObject({ isThis: true, path: '/editions/2026-q1/' });
    expect((await build(THEN)).changes()).toBeNull();
    expect((await build(NOW)).editions()[0]?.isThis).toBe(false);
  });

  test('stand in report.json, and each has its figures as a table', async () => {
    const downloads = (await build(NOW)).downloads();
    const text = (path: string) => downloads.find((download) => download.path === path)?.text ?? '';
    expect(JSON.parse(text('data/report.json'))).toMatchObject({
      edition: null,
      editions: [{ id: '2026-Q1', cutoff: '2026-03-31', estimates: '/data/editions/2026-q1.csv' }],
    });
    expect(text('data/editions/2026-q1.csv')).toContain('csat,,,2026-Q1,400,0.75,');
    expect(text('data/datapackage.json')).toContain('Every estimate of edition 2026-q1, as it was published');
  });

  test('are cited by organisation, year, title, name and cut-off', async () => {
    const [only] = (await build(NOW)).editions();
    expect(only?.citation.line).toBe('(2026). Customer report, edition 2026-Q1. Data to 31 March 2026.');
    expect(only?.citation.bibtex).toContain('@techreport{customer-report-2026-q1,');
  });

  test('do not tell a few late answers: n is to the nearest ten, figures are as printed', async () => {
    const late = { ...THEN, 'data/late.csv': responses(ratings('2026-02-11', 'email', 3, 0)) };
    const { edition: record } = await reportOf(late, 'mark');
    const row = (text: string) => text.split('\n').find((line) => line.startsWith('["csat","","","share"'));
    expect(row(record('2026-Q1'))).toContain('["2026-Q1","ok",400,0.74,');
    expect(row(edition)).toContain('["2026-Q1","ok",400,0.75,');
  });
});
