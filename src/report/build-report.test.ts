import { describe, expect, test } from 'vitest';
import { ratings, reportOf, responses } from './report-of.fixture.ts';
import type { Report } from './types/report.ts';

const FIRST = '2026-01-01';
const QUARTERLY = 'time_zone: UTC\n';

/** Two complete quarters and a few days of a third; the phone channel has nine customers in all, fax enough for itself. */
const twoQuarters = responses(
  ratings(FIRST, 'email', 200, 180),
  ratings('2026-04-15', 'email', 200, 120),
  ratings('2026-04-16', 'phone', 9, 0),
  ratings('2026-04-17', 'fax', 40, 24),
  ratings('2026-01-17', 'fax', 40, 36),
  ratings('2026-07-03', 'email', 50, 50),
);

describe('disclosure', () => {
  test('a group with fewer customers than the minimum is suppressed everywhere', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters });
    const estimate = report.estimate({ metric: 'csat', where: { channel: 'phone' }, period: '2026-Q2' });
    const base = 'would reveal a group of fewer than 10 customers';
    expect(estimate).toMatchObject({ status: 'suppressed', text: '[c]', base });
    expect(estimate).not.toHaveProperty('value');
    expect(estimate).not.toHaveProperty('n');
  });

  test('a group none of whose figures may be shown is not named, only counted', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters });
    for (const { text } of report.downloads()) expect(text).not.toContain('phone');
    const { rows, summary } = report.breakdown({ metric: 'csat', dimension: 'channel', period: '2026-Q2' });
    expect(rows.map(({ label }) => label).sort()).toEqual(['email', 'fax']);
    expect(summary).toContain('2 groups are not shown: each would reveal a group of fewer than 10 customers.');
  });

  test('a figure from which a small group could be worked out is kept back like the small group', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters });
    const csat = csvRows(report, 'data/estimates.csv').filter(({ metric }) => metric === 'csat');
    const ofFax = csat.filter(({ value, status }) => value === 'fax' && status === 'suppressed');
    expect(ofFax.map(({ period }) => period)).toEqual(['all', '2026-Q2']);
    for (const row of ofFax) expect(row).toMatchObject({ n: '<10', estimate: '', low: '', high: '', method: '' });
    const overall = csat.filter(({ dimension, n }) => dimension === '' && n !== '0');
    expect(overall.map(({ status }) => status)).not.toContain('suppressed');
  });

  test('every metric of the same answers keeps back the same figures', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters });
    const hidden = (id: string) =>
      csvRows(report, 'data/estimates.csv')
        .filter(({ metric, status }) => metric === id && status === 'suppressed')
        .map(({ dimension, value, period }) => [dimension, value, period].join());
    expect(hidden('csat')).toEqual(hidden('csat_mean'));
  });

  test('a course with a month of too few customers is shown by quarter, everywhere', async () => {
    const thin = responses(
      ratings(FIRST, 'email', 200, 180),
      ratings('2026-02-15', 'email', 9, 9),
      ratings('2026-03-15', 'email', 200, 180),
      ratings('2026-04-15', 'email', 200, 120),
    );
    const report = await reportOf({ 'data/responses.csv': thin, 'content/report.yaml': QUARTERLY });
    const series = report.series({ metric: 'csat' });
    expect(series.points.map(({ period }) => period.code)).toEqual(['2026-Q1', '2026-Q2']);
    expect(series.summary).toContain('It is by quarter because some month has fewer than 10 customers.');
    expect(report.series({ metric: 'csat', grain: 'month' }).points.map(({ period }) => period.grain)).toEqual([
      'quarter',
      'quarter',
    ]);
    const months = csvRows(report, 'data/estimates.csv').filter(
      ({ metric, grain, n }) => metric === 'csat' && grain === 'month' && n !== '0',
    );
    expect(months.map(({ status }) => status)).toEqual(Array(4).fill('suppressed'));
  });

  test('a monthly report compares such a metric by quarter', async () => {
    const thin = responses(
      ratings(FIRST, 'email', 100, 80),
      ratings('2026-02-15', 'email', 9, 9),
      ratings('2026-03-15', 'phone', 100, 90),
      ratings('2026-04-15', 'phone', 100, 60),
      ratings('2026-05-15', 'email', 100, 60),
      ratings('2026-06-30', 'phone', 100, 60),
    );
    const report = await reportOf({
      'data/responses.csv': thin,
      'content/report.yaml': 'time_zone: UTC\ngrain: month\n',
    });
    const [csat] = report.page('satisfaction').sections;
    expect(csat?.latest).toMatchObject({ status: 'ok', period: { code: '2026-Q2' } });
    const breakdown = csat?.figures.find(({ kind }) => kind === 'breakdown');
    expect(breakdown?.csv.text).toContain('phone,2026-Q2,200,0.6,');
  });

  test('figures that writers ask for besides stand apart from every larger group, or are kept back', async () => {
    const twoWays = ['submitted_at,customer_id,channel,segment,csat'];
    const add = (channel: string, segment: string, count: number) => {
      for (let row = 0; row < count; row++) {
        twoWays.push(`${FIRST}T12:00:00Z,${channel}${segment}${row},${channel},${segment},${1 + (row % 5)}`);
      }
    };
    add('email', 'home', 60);
    add('email', 'work', 4);
    add('phone', 'home', 60);
    add('phone', 'work', 60);
    const report = await reportOf({ 'data/responses.csv': `${twoWays.join('\n')}\n` });
    const status = (channel: string, segment: string) =>
      report.estimate({ metric: 'csat', where: { channel, segment }, period: 'all' }).status;
    expect(status('phone', 'work')).toBe('suppressed');
    expect(status('email', 'home')).toBe('suppressed');
    expect(status('phone', 'home')).toBe('ok');
  });

  test('all or nothing in a group of fewer than thirty is a bound, without an interval', async () => {
    const few = responses(
      ratings(FIRST, 'email', 200, 120),
      ratings('2026-01-02', 'phone', 20, 20),
      ratings('2026-01-03', 'fax', 20, 0),
      ratings('2026-01-04', 'post', 30, 0),
    );
    const report = await reportOf({ 'data/responses.csv': few });
    const of = (channel: string, metric = 'csat') =>
      csvRows(report, 'data/estimates.csv').find(
        ({ metric: id, value, period }) => id === metric && value === channel && period === '2026-Q1',
      );
    expect(of('phone')).toMatchObject({
      n: '20',
      estimate: '0.9',
      low: '',
      high: '',
      status: 'provisional',
      method: 'blurred',
    });
    expect(of('fax')).toMatchObject({ estimate: '0.1', low: '', high: '' });
    expect(of('post')).toMatchObject({ estimate: '0', low: '0' });
    // The mean beside it would tell; with it the group has no figure of this metric left.
    expect(of('phone', 'csat_mean')).toBeUndefined();
    const { text } = report.estimate({ metric: 'csat', where: { channel: 'fax' }, period: 'all' });
    expect(text).toBe('<10%');
  });

  test('the minimum can be raised and not lowered', async () => {
    const raised = { 'data/responses.csv': twoQuarters, 'content/report.yaml': 'minimum_base: 60\n' };
    expect((await reportOf(raised)).estimate({ metric: 'csat', period: '2026-07' }).status).toBe('suppressed');
    const lowered = { 'data/responses.csv': twoQuarters, 'content/report.yaml': 'minimum_base: 5\n' };
    await expect(reportOf(lowered)).rejects.toThrow('minimum_base');
  });
});

describe('periods', () => {
  test('an incomplete period is provisional and never the latest', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters, 'content/report.yaml': QUARTERLY });
    expect(report.identity.latest?.code).toBe('2026-Q2');
    expect(report.estimate({ metric: 'csat', period: '2026-Q3' }).status).toBe('provisional');
    expect(report.page('satisfaction').sections[0]?.latest.period.code).toBe('2026-Q2');
  });

  test('a change is judged against the period before, and says so in words', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters, 'content/report.yaml': QUARTERLY });
    const change = report.change({ metric: 'csat' });
    expect(change.verdict).toBe('different');
    expect(change.tone).toBe('worse');
    expect(plain(change.words)).toMatch(
      /^Customer satisfaction \(CSAT\) fell by 32 points \(between \d+ and \d+\): 90% in January to March 2026, 58% in April to June 2026\.$/,
    );
  });

  test('without an earlier period there is no comparison and no claim', async () => {
    const report = await reportOf({ 'data/responses.csv': responses(ratings(FIRST, 'email', 50, 40)) });
    expect(report.change({ metric: 'csat' }).phrase).toBe('has no earlier period to compare with');
  });
});

describe('one definition, one number', () => {
  test('page, series, breakdown, download and estimate hold the same figure', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters, 'content/report.yaml': 'grain: month\n' });
    const wanted = report.estimate({ metric: 'csat', period: '2026-04' });
    const section = report.page('satisfaction').sections.find(({ metric }) => metric.id === 'csat');
    const point = report.series({ metric: 'csat' }).points.find(({ period }) => period.code === '2026-04');
    const row = csvRows(report, 'data/estimates.csv').find(
      ({ metric, dimension, period }) => metric === 'csat' && dimension === '' && period === '2026-04',
    );
    expect(section?.latest.value).toBe(wanted.value);
    expect(point?.value).toBe(wanted.value);
    expect(report.breakdown({ metric: 'csat', dimension: 'channel', period: '2026-04' }).overall?.value).toBe(
      wanted.value,
    );
    expect(Number(row?.estimate)).toBe(wanted.value);
  });

  test('every grain and every dimension value has its row', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters });
    const csat = csvRows(report, 'data/estimates.csv').filter(({ metric }) => metric === 'csat');
    const overall = csat.filter(({ dimension }) => dimension === '').map(({ grain, period }) => `${grain} ${period}`);
    expect(overall).toEqual(
      ['all all', 'year 2026', 'quarter 2026-Q1', 'quarter 2026-Q2', 'quarter 2026-Q3'].concat(
        ['01', '02', '03', '04', '05', '06', '07'].map((month) => `month 2026-${month}`),
      ),
    );
    const email = csat.filter(({ value }) => value === 'email').map(({ period }) => period);
    expect(email).toEqual(['all', '2026-Q1', '2026-Q2', '2026-Q3']);
  });
});

describe('absences', () => {
  test('a metric without its fields says which one it needs, on its page and in the download', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters });
    const [sla] = report.page('service').unavailable.filter(({ id }) => id === 'sla');
    expect(sla?.missing).toContain('`sla_met`');
    expect(csvRows(report, 'data/estimates.csv').filter(({ metric }) => metric === 'sla')).toMatchObject([
      { grain: 'all', n: '', estimate: '', status: 'not_applicable' },
    ]);
  });

  test('a period without rows is no data, which is not zero', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters });
    expect(report.estimate({ metric: 'csat', period: '2026-02' })).toMatchObject({ status: 'no_data', text: '[x]' });
    const nobody = responses(ratings(FIRST, 'email', 40, 0), ratings('2026-02-01', 'email', 40, 0));
    const zero = (await reportOf({ 'data/responses.csv': nobody })).estimate({ metric: 'csat', period: '2026-01' });
    expect(zero).toMatchObject({ status: 'ok', value: 0, text: '0%' });
  });

  test('an empty data folder is a mistake that says what to do', async () => {
    await expect(reportOf({})).rejects.toThrow(/holds no ticket and no survey answer[\s\S]*TRIPTYCH_DATA/);
  });
});

describe('coverage', () => {
  test('days on which no row lies are a mistake, not an empty report', async () => {
    const past = { 'data/responses.csv': twoQuarters, 'content/report.yaml': 'coverage: { to: 2020-01-01 }\n' };
    await expect(reportOf(past)).rejects.toThrow(/No ticket and no answer lies within[\s\S]*found: +to 2020-01-01/);
  });

  test('a date decades away from the others is a mistake that names both ends', async () => {
    const slip = responses(ratings('1970-01-01', 'email', 10, 9), ratings(FIRST, 'email', 50, 40));
    await expect(reportOf({ 'data/responses.csv': slip })).rejects.toThrow(
      'rows from 1 January 1970 to 1 January 2026',
    );
    const named = 'coverage: { from: 1970-01-01, to: 2026-01-01 }\n';
    const report = await reportOf({ 'data/responses.csv': slip, 'content/report.yaml': named });
    expect(report.estimate({ metric: 'csat', period: 'all' }).n).toBe(60);
  });

  test('rows outside the days that are covered are told', async () => {
    const until = { 'data/responses.csv': twoQuarters, 'content/report.yaml': 'coverage: { to: 2026-06-30 }\n' };
    expect((await reportOf(until)).identity.assumptions).toContain(
      'Outside these days begin 50 survey responses; no period counts them as its own.',
    );
  });

  test('a folder without tickets and answers says how many files it has', async () => {
    const header = { 'data/responses.csv': 'submitted_at,csat\n' };
    await expect(reportOf(header)).rejects.toThrow('1 file without such rows');
  });
});

describe('families', () => {
  test('a comparison that the page did not plan is refused', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters, 'content/report.yaml': QUARTERLY });
    const unplanned = { metric: 'csat', where: { channel: 'email' }, period: '2026-Q2' };
    expect(() => report.change(unplanned)).toThrow('outside the family');
  });

  test('a comparison has one verdict wherever it stands', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters, 'content/report.yaml': QUARTERLY });
    const asked = report.change({ metric: 'csat' });
    const shown = ['home', 'satisfaction'].map(
      (id) => report.page(id).sections.find(({ metric }) => metric.id === 'csat')?.previous,
    );
    expect(asked.p).toBeDefined();
    expect(shown).toEqual([asked, asked]);
  });

  test('a period that is not complete is not compared', async () => {
    const report = await reportOf({ 'data/responses.csv': twoQuarters, 'content/report.yaml': QUARTERLY });
    const change = report.change({ metric: 'csat', period: '2026-Q3' });
    expect(change).toMatchObject({
      verdict: 'untested',
      phrase: 'is not compared, because July to September 2026 is not complete',
    });
  });

  test('a comparison in the commentary joins the family of its panel', async () => {
    const report = await reportOf({
      'data/responses.csv': twoQuarters,
      'content/report.yaml': QUARTERLY,
      'content/satisfaction.mdx': 'By e-mail it <Change metric="csat" channel="email" period="2026-Q2" />.\n',
    });
    const planned = { metric: 'csat', where: { channel: 'email' }, period: '2026-Q2' };
    expect(report.change(planned).verdict).toBe('different');
  });
});

describe('commentary that names what does not exist', () => {
  test.each([
    ['<Value metric="ncs" />', 'There is no metric called "ncs"', 'Did you mean "nps"?'],
    ['<Value metric="csat" channel="emial" />', 'There is no channel called "emial"', 'Did you mean "email"?'],
    ['<Value metric="csat" period="2026-Q9" />', 'There is no period called "2026-Q9"', 'Did you mean "2026-Q1"?'],
    ['<Value metric="csat" chanel="email" />', '<Value> has no prop called "chanel"', 'Did you mean "channel"?'],
    ['<Change metric="csat" against="last year" />', 'against cannot be "last year"', 'Did you mean'],
    ['<Value />', '<Value> does not say which metric it is about', 'metric="nps"'],
  ])('%s', async (use, what, remedy) => {
    const build = reportOf({
      'data/responses.csv': twoQuarters,
      'content/home.mdx': `---\ntitle: x\n---\n\nText ${use}\n`,
    });
    await expect(build).rejects.toThrow(what);
    await expect(build).rejects.toThrow('home.mdx, line 5, column 6');
    await expect(build).rejects.toThrow(remedy);
  });

  test('a target or margin for an unknown metric is a mistake', async () => {
    const build = reportOf({ 'data/responses.csv': twoQuarters, 'content/report.yaml': 'targets: { cast: 0.9 }\n' });
    await expect(build).rejects.toThrow(/There is no metric called "cast"[\s\S]*targets\.cast[\s\S]*"csat"/);
  });
});

describe('hostile cells', () => {
  test('text that a spreadsheet would run is made harmless in downloads and stays itself on pages', async () => {
    const cells = ['=cmd()', '__proto__', '<script>alert(1)</script>', '"quoted"', '@SUM(A1)'];
    const rows = cells.map((cell, index) =>
      ratings(FIRST, `c${index}`, 20, 10).map((row) => row.replace(`,c${index},`, `,"${cell.replaceAll('"', '""')}",`)),
    );
    const report = await reportOf({ 'data/responses.csv': responses(...rows) });
    const channel = report.dimensions.find(({ id }) => id === 'channel');
    expect([...(channel?.values ?? [])].sort()).toEqual([...cells].sort());
    const estimates = report.downloads().find(({ path }) => path === 'data/estimates.csv')?.text ?? '';
    expect(estimates).toContain(`,channel,"'=cmd()",`);
    expect(estimates).not.toMatch(/(^|,)"?[=@]/m);
    expect(estimates).toContain(',channel,__proto__,');
  });
});

function csvRows(report: Report, path: string): Record<string, string>[] {
  const text = report.downloads().find((download) => download.path === path)?.text ?? '';
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
