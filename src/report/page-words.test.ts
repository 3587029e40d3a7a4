import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from './report-of.fixture.ts';
import type { Figure } from './types/figure.ts';
import type { Report } from './types/report.ts';

const DAY = '2026-01-15';
const QUARTER = 'coverage: { from: 2026-01-01, to: 2026-03-31 }\n';

function figureOf(report: Report, kind: Figure['kind']): Figure {
  const found = report.page('satisfaction').sections[0]?.figures.find((figure) => figure.kind === kind);
  if (found === undefined) throw new Error(`No ${kind} figure`);
  return found;
}

const breakdownOf = async (...rows: string[][]) =>
  figureOf(await reportOf({ 'data/responses.csv': responses(...rows), 'content/report.yaml': QUARTER }), 'breakdown');

describe('what is said of groups', () => {
  test('groups are about the same only where every pair is shown to be', async () => {
    const alike = await breakdownOf(ratings(DAY, 'email', 9000, 7200), ratings(DAY, 'phone', 9000, 7200));
    expect(alike.headline).toBe('CSAT is about the same across every channel');
    expect(alike.summary).toContain('Every channel that can be compared reads 80%');
    const unsure = await breakdownOf(
      ratings(DAY, 'email', 9000, 7200),
      ratings(DAY, 'phone', 9000, 7290),
      ratings(DAY, 'fax', 60, 48),
    );
    expect(unsure.headline).not.toContain('every channel');
  });

  test('a clear difference is told even when the highest and the lowest rest on few answers', async () => {
    const figure = await breakdownOf(
      ratings(DAY, 'fax', 40, 33),
      ratings(DAY, 'email', 4000, 3200),
      ratings(DAY, 'phone', 4000, 2720),
      ratings(DAY, 'post', 40, 27),
    );
    expect(figure.headline).toBe('CSAT is 80% for email and 68% for phone');
    expect(figure.summary).toMatch(/^Between email \(80%; .*\) and phone \(68%; .*\) the difference is clear\./);
  });

  test('a breakdown that does not hold everybody says how many it leaves out', async () => {
    const figure = await breakdownOf(
      ratings(DAY, 'email', 100, 60),
      ratings(DAY, 'phone', 100, 60),
      ratings(DAY, '', 80, 10),
    );
    expect(figure.summary).toContain('80 of 280 answers stand in none of these groups.');
  });
});

describe('answers on different scales', () => {
  const rows = (month: string, top: number) =>
    ['d,q', ...Array.from({ length: 100 }, (_, index) => `2026-${month}-15,${1 + (index % top)}`), ''].join('\n');
  const sources = `sources:
  - { glob: a.csv, kind: responses, fields: { submitted_at: d, csat: q } }
  - glob: b.csv
    kind: responses
    fields: { submitted_at: d, csat: { column: q, scale: { min: 1, max: 10, positive_from: 8 } } }
`;
  /** Some answers on the second scale come before the last on the first, or none do. */
  const build = (isMixed = false) =>
    reportOf({
      'data/a.csv': rows('01', 5),
      'data/b.csv': rows('02', 10).replace('2026-02-15,1\n', `2026-${isMixed ? '01-10' : '02-15'},1\n`),
      'data/sources.yaml': sources,
      'content/report.yaml': 'grain: month\ncoverage: { from: 2026-01-01, to: 2026-02-28 }\n',
    });

  test('are never set against each other over time', async () => {
    const report = await build(true);
    const [section] = report.page('satisfaction').sections;
    expect(section?.previous).toBeNull();
    expect(section?.sentences).toEqual([
      'The answers stand on different scales, so periods and groups are not set against each other.',
    ]);
    expect(figureOf(report, 'series').headline).toBe('CSAT: the answers stand on different scales');
    expect(report.change({ metric: 'csat' }).phrase).toContain('different scales');
  });

  test('are a break in the series where one scale followed the other', async () => {
    const report = await build();
    const [section] = report.page('satisfaction').sections;
    expect(section?.previous).toMatchObject({ verdict: 'broken', tone: 'neutral' });
    expect(section?.headline).toBe('CSAT stands at 30%; its definition changed');
    const series = figureOf(report, 'series');
    expect(series.headline).toBe('Since 1 February 2026: CSAT was 30% in February 2026');
    expect(series.table.rows.map(([, cell]) => cell)).toEqual(['40%', '30% [b]']);
  });

  test('count as positive or not: nobody knows which of the others were negative', async () => {
    const figure = figureOf(await build(), 'distribution');
    expect(figure.headline).toBe('30% positive answers in February 2026');
    expect(figure.summary).toContain('were positive, 70% were not');
  });
});

describe('items about touchpoints on two scales', () => {
  const answers = (...items: [scale: number, share: number][]) =>
    Array.from({ length: 100 }, (_, index) =>
      items.map(([top, share]) => (index < share * 100 ? top : 1)).join(','),
    ).map((cells, index) => `2026-01-15,c${index},${cells}`);
  const item = (column: string, positive: number) =>
    `{ score: csat, scale: { min: 1, max: 5, positive_from: ${positive} }, columns: [${column}] }`;
  const build = () =>
    reportOf({
      'data/a.csv': [
        'd,who,all,signs,shops,floors,rooms',
        ...answers([5, 0.7], [5, 0.9], [4, 0.4], [5, 0.8], [5, 0.3]),
        '',
      ].join('\n'),
      'data/sources.yaml': `sources:
  - glob: a.csv
    kind: responses
    fields: { submitted_at: d, customer_id: who, csat: all }
    items: [${item('signs', 4)}, ${item('shops', 4)}, ${item('floors', 5)}, ${item('rooms', 5)}]
`,
      'content/report.yaml': QUARTER,
    });

  test('have a figure each, in which they are compared', async () => {
    const report = await build();
    const figures = (report.page('satisfaction').sections[0]?.figures ?? []).filter(
      (figure) => figure.kind === 'breakdown' && figure.dimension === 'touchpoint',
    ) as Extract<Figure, { kind: 'breakdown' }>[];
    expect(figures.map(({ headline }) => headline)).toEqual([
      'CSAT is 90% for signs and 40% for shops',
      'CSAT is 80% for floors and 30% for rooms',
    ]);
    expect(figures.map(({ subtitle }) => /(?<=; )[^;]*scale[^;]*/.exec(subtitle)?.[0])).toEqual([
      '4 and 5 on a scale from 1 to 5',
      '5 on a scale from 1 to 5',
    ]);
    expect(new Set(figures.map(({ csv }) => csv.path)).size).toBe(2);
    // The overall figure counts what the first figure counts, and nothing that stands in the second.
    expect(figures.map(({ overall }) => overall?.text)).toEqual(['70%', undefined]);
  });
});

describe('what a page finds', () => {
  test('is told against a year earlier, because a season alone moves one quarter against the next', async () => {
    const quarters = [
      ['2025-01-15', 160],
      ['2025-04-15', 100],
      ['2026-01-15', 120],
      ['2026-04-15', 150],
    ] as const;
    const report = await reportOf({
      'data/responses.csv': responses(...quarters.map(([day, satisfied]) => ratings(day, 'email', 200, satisfied))),
      'content/report.yaml': 'coverage: { from: 2025-01-01, to: 2026-06-30 }\n',
    });
    expect(report.page('home').findings[0]?.sentence.replaceAll('\u00a0', ' ')).toMatch(
      /^Customer satisfaction \(CSAT\) rose by 25 points .*: 50% in April to June 2025, 75% in April to June 2026\.$/,
    );
  });
});

describe('names in report.yaml that no row holds', () => {
  test('are told on the data page: they may be misspelt', async () => {
    const report = await reportOf({
      'data/responses.csv': 'submitted_at,csat,stage,department\n2026-01-15,5,Join,help desk\n',
      'content/report.yaml': 'stages: [Join, Use, Renew]\nsupport_departments: [Help desk, Repairs]\n',
    });
    expect(report.identity.assumptions).toContain('No row names the stages Use or Renew of report.yaml.');
    expect(report.identity.assumptions).toContain('No row names the support department Repairs of report.yaml.');
  });
});

describe('what is said of a course', () => {
  const seriesOf = async (...months: [day: string, satisfied: number][]) =>
    figureOf(
      await reportOf({
        'data/responses.csv': responses(...months.map(([day, satisfied]) => ratings(day, 'email', 100, satisfied))),
        'content/report.yaml': 'grain: month\ncoverage: { from: 2026-01-01, to: 2026-04-30 }\n',
      }),
      'series',
    );

  test('two periods are told one after the other', async () => {
    const figure = await seriesOf(['2026-01-15', 80], ['2026-02-15', 60]);
    expect(figure.headline).toBe('CSAT was 80% in January 2026 and 60% in February 2026');
  });

  test('an extreme that several periods share belongs to none of them', async () => {
    const figure = await seriesOf(['2026-01-15', 80], ['2026-02-15', 60], ['2026-03-15', 80], ['2026-04-15', 70]);
    expect(figure.summary).toMatch(/^Lowest in February 2026 \(60%\), highest in 2 months \(80%\)\./);
  });

  test('months with few answers are not called empty', async () => {
    const report = await reportOf({
      'data/responses.csv': responses(ratings('2026-01-15', 'email', 15, 9), ratings('2026-02-15', 'email', 15, 9)),
      'content/report.yaml': QUARTER,
    });
    expect(figureOf(report, 'series').headline).toBe('CSAT: no month has enough answers for a firm figure');
    expect(figureOf(report, 'series').summary).toBe('No month has enough answers for a firm figure.');
  });
});

describe('what is said where nothing can be told', () => {
  const sentence = async (...counts: [answers: number, satisfied: number][]) => {
    const days = ['2026-01-15', '2026-02-15'];
    const report = await reportOf({
      'data/responses.csv': responses(
        ...counts.map(([answers, satisfied], index) => ratings(days[index] as string, 'email', answers, satisfied)),
      ),
      'content/report.yaml': 'grain: month\ncoverage: { from: 2026-01-01, to: 2026-02-28 }\n',
    });
    return report.page('satisfaction').sections[0]?.sentences[0];
  };

  test('equal figures did not go any way', async () => {
    expect(await sentence([50, 30], [50, 30])).toContain('These data cannot tell whether it moved.');
    expect(await sentence([50, 30], [50, 33])).toContain('These data cannot tell which way it went.');
  });

  test('too few answers are said to be on either side', async () => {
    expect(await sentence([50, 30], [15, 9])).toBe(
      'There are too few answers in January 2026, in February 2026 or in both to say how customer satisfaction (CSAT) moved.',
    );
  });
});

describe('what a page answers', () => {
  test('figures that may not be shown are not called absent', async () => {
    const report = await reportOf({ 'data/responses.csv': responses(ratings(DAY, 'email', 9, 5)) });
    expect(report.page('home').answer).toBe(
      'These figures are not shown: they would reveal groups of too few customers.',
    );
  });

  test('a metric that moved beside one that shows no clear change is no disagreement', async () => {
    const nps = (day: string) => Array.from({ length: 40 }, (_, index) => `${day},n${day}${index},,,${index % 11}`);
    const csat = (day: string, satisfied: number) => ratings(day, 'email', 200, satisfied).map((row) => `${row},`);
    const file = [
      'submitted_at,customer_id,channel,csat,nps',
      ...csat('2026-01-15', 180),
      ...csat('2026-04-15', 100),
      ...nps('2026-01-16'),
      ...nps('2026-04-16'),
      '',
    ].join('\n');
    const report = await reportOf({
      'data/responses.csv': file,
      'content/report.yaml': 'coverage: { from: 2026-01-01, to: 2026-06-30 }\n',
    });
    expect(report.page('home').answer.replaceAll('\u00a0', ' ')).toBe(
      'April to June 2026 against the period before: CSAT fell by 40 points and NPS shows no clear change.',
    );
  });

  test('the source names the tables that were read', async () => {
    const report = await reportOf({ 'data/responses.csv': responses(ratings(DAY, 'email', 60, 40)) });
    expect(figureOf(report, 'distribution').source).toMatch(/^Source: survey answers\./);
    const visits = Array.from({ length: 30 }, (_, index) => `${index},c${index},${DAY}T10:00:00Z`);
    const joined = Array.from({ length: 30 }, (_, index) => `c${index},2025-01-01`);
    const both = await reportOf({
      'data/tickets.csv': ['ticket_id,customer_id,created_at', ...visits, ''].join('\n'),
      'data/customers.csv': ['customer_id,joined_at', ...joined, ''].join('\n'),
    });
    expect(both.series({ metric: 'contact_rate' }).source).toMatch(/^Source: support tickets and customer list\./);
  });

  test('a course names its extremes without the periods that rest on few answers, and says so', async () => {
    const months = [ratings('2026-01-15', 'email', 200, 150), ratings('2026-02-15', 'email', 200, 120)];
    const file = responses(...months, ratings('2026-03-15', 'email', 12, 12));
    const figure = figureOf(await reportOf({ 'data/responses.csv': file, 'content/report.yaml': QUARTER }), 'series');
    expect(figure.summary).toMatch(
      /^Lowest in February 2026 \(60%\), highest in January 2026 \(75%\), periods with few answers left aside\./,
    );
  });

  test('a month after the last firm one is not passed over', async () => {
    const figure = figureOf(
      await reportOf({
        'data/responses.csv': responses(
          ratings('2026-01-15', 'email', 200, 150),
          ratings('2026-03-15', 'email', 12, 9),
        ),
        'content/report.yaml': QUARTER,
      }),
      'series',
    );
    expect(figure.headline).toBe('CSAT was 75% in January 2026');
    expect(figure.summary).toMatch(/^The last period with enough answers, January 2026, stands at 75%/);
  });
});
