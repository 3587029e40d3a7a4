import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { filesBelow, pagesOf, readSite } from '../support/build-site.ts';
import { wordsOf } from '../support/html.ts';
import { Estimates, parseCsv, reportJson } from '../support/tables.ts';

const { folder } = inject('demo');
const estimates = new Estimates(folder);
const { rows } = estimates;
const report = reportJson(folder);

/** Ids that the contract names; business-clock variants and other windows follow the same style. */
const CONTRACT = [
  'csat',
  'csat_mean',
  'nps',
  'nps_promoters',
  'nps_passives',
  'nps_detractors',
  'ces',
  'ces_mean',
  'emotion',
  'first_response_median',
  'first_response_p90',
  'resolution_median',
  'resolution_p90',
  'fcr_reply',
  'fcr_reopen',
  'fcr_7d_any',
  'fcr_7d_topic',
  'fcr_survey',
  'reopen',
  'transfers',
  'transfers_mean',
  'backlog',
  'open_age_median',
  'open_age_p90',
  'sla',
  'contact_rate',
  'repeat_contact_7d',
  'response_rate',
  'retention',
  'watermelon',
  'watermelon_good',
  'watermelon_mixed',
];

const GRAINS: Readonly<Record<string, RegExp>> = {
  all: /^all$/,
  year: /^\d{4}$/,
  quarter: /^\d{4}-Q[1-4]$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
};

describe('estimates.csv', () => {
  test('has the columns of the contract, in order', () => {
    expect(readSite(folder, 'data/estimates.csv').split('\n', 1)[0]).toBe(
      'metric,lens,dimension,value,grain,period,n,estimate,low,high,unit,status,method',
    );
  });

  test('has one row per estimate', () => {
    const keys = rows.map(({ metric, dimension, value, period }) => JSON.stringify([metric, dimension, value, period]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(rows.length).toBeGreaterThan(500);
  });

  test('names a metric, a lens and a unit that belong together', () => {
    const lenses = new Map(rows.map(({ metric, lens }) => [metric as string, lens]));
    for (const { metric, lens, unit } of new Set(rows)) {
      expect(lenses.get(metric as string), metric).toBe(lens);
      expect(unit).toBeTruthy();
    }
    for (const { id, lens } of report.metrics.filter(({ id }) => lenses.has(id as string))) {
      expect(lenses.get(id as string), id as string).toBe(lens);
    }
  });

  test('holds every metric of the contract, and besides what analyses and tests publish', async () => {
    const ids = new Set(rows.map(({ metric }) => metric as string));
    expect(CONTRACT.filter((id) => !ids.has(id))).toEqual([]);
    const base = (id: string) => id.replace(/_business$/, '').replace(/_(14|30)d/, '_7d');
    const others = [...ids].filter((id) => !CONTRACT.includes(base(id))).sort();
    expect(others.filter((id) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(id))).toEqual([]);
    // Readers of the file rely on these as well: one that goes or changes shows in the list.
    await expect(`${others.join('\n')}\n`).toMatchFileSnapshot('../golden/ids-of-analyses.txt');
  });

  test('names periods by their grain', () => {
    for (const { grain, period } of rows) expect(period).toMatch(GRAINS[grain as string] as RegExp);
  });

  test('has statuses that tell each absence from the others', () => {
    const statuses = new Set(rows.map(({ status }) => status));
    const known = ['ok', 'low_base', 'suppressed', 'no_data', 'not_applicable', 'provisional'];
    expect([...statuses].filter((status) => !known.includes(status as string))).toEqual([]);
    expect(statuses).toContain('ok');
    expect(statuses).toContain('provisional');
  });

  test('has a number where there is one and an empty cell where there is none', () => {
    for (const row of rows) {
      const absent = ['suppressed', 'no_data', 'not_applicable'].includes(row.status as string);
      if (!absent) expect(Number.isFinite(Number(row.estimate)) && row.estimate !== '', JSON.stringify(row)).toBe(true);
      if (absent) expect([row.estimate, row.low, row.high], JSON.stringify(row)).toEqual(['', '', '']);
      if (row.status === 'suppressed') expect(row.n).toBe('<10');
      else if (row.status === 'ok') expect(row.n).toMatch(/^\d+$/);
    }
  });

  test('keeps estimates within their unit and their interval', () => {
    for (const row of rows.filter(({ estimate }) => estimate !== '')) {
      const [value, low, high] = [row.estimate, row.low, row.high].map(Number) as [number, number, number];
      const where = JSON.stringify(row);
      if (row.unit === 'share') expect(value >= 0 && value <= 1, where).toBe(true);
      if (row.unit === 'net') expect(value >= -100 && value <= 100, where).toBe(true);
      if (row.unit === 'seconds') expect(value >= 0, where).toBe(true);
      if (row.low !== '') expect(low, where).toBeLessThanOrEqual(value + 1e-9);
      if (row.high !== '') expect(high, where).toBeGreaterThanOrEqual(value - 1e-9);
    }
  });

  test('adds up: promoters, passives and detractors make everybody and give the score', () => {
    for (const { period, estimate, status, dimension, value } of estimates.where({ metric: 'nps' })) {
      if (status !== 'ok') continue;
      const where = { dimension: dimension as string, value: value as string };
      const [promoters, passives, detractors] = ['nps_promoters', 'nps_passives', 'nps_detractors'].map((metric) =>
        estimates.value(metric, period as string, where),
      ) as [number, number, number];
      expect(promoters + passives + detractors).toBeCloseTo(1, 9);
      expect(100 * (promoters - detractors)).toBeCloseTo(Number(estimate), 9);
    }
  });

  test('has groups that make up the whole, for metrics that count rows', () => {
    const whole = Number(estimates.one('sla', '2026-Q2').n);
    const parts = estimates.where({ metric: 'sla', dimension: 'priority', period: '2026-Q2' });
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.reduce((sum, { n }) => sum + Number(n), 0)).toBe(whole);
  });
});

describe('report.json', () => {
  test('accounts for every row of every file', () => {
    expect(report.sources.length).toBeGreaterThan(2);
    for (const { path, read, kept, setAside, ...source } of report.sources) {
      expect(read, path).toBe(kept + setAside.reduce((sum, { count }) => sum + count, 0));
      for (const field of ['kind', 'format', 'recognised', 'encoding', 'delimiter', 'timeZone', 'digest']) {
        expect(source[field], `${path}: ${field}`).toBeTruthy();
      }
    }
  });

  test('says of each metric how it is defined, and why it is missing where it is', () => {
    for (const metric of report.metrics) {
      for (const field of ['name', 'lens', 'definition', 'formula', 'unit', 'direction']) {
        expect(metric[field], `${metric.id}: ${field}`).toBeTruthy();
      }
      expect(metric.available, metric.id).toBe(metric.missing === '');
    }
  });

  test('has a title and the day of the last data, and no time of building', () => {
    expect(report.title).not.toBe('');
    expect(report.cutoff).toMatch(/2026/);
    expect(Array.isArray(report.contrasts)).toBe(true);
    expect(Array.isArray(report.claims)).toBe(true);
  });
});

describe('other downloads', () => {
  const tables = filesBelow(folder).filter((file) => /^data\/.*\.csv$/.test(file));

  test('every figure on a page has a CSV of its own', () => {
    const figures = pagesOf(folder).flatMap((page) => [
      ...readSite(folder, page).matchAll(/<figure\b[^>]*\sid="([^"]+)"/g),
    ]);
    expect(figures.length).toBeGreaterThan(5);
    for (const [, id = ''] of figures) {
      // In a text the same figure has a name of its own.
      const figure = id.replace(/-in-text(-\d+)?$/, '');
      expect(
        tables.some((file) => file.includes(figure)),
        id,
      ).toBe(true);
    }
  });

  test('every CSV is one, and the data package describes each', () => {
    const { resources } = JSON.parse(readSite(folder, 'data/datapackage.json')) as {
      resources: { path: string; name: string; schema: { fields: { name: string }[] } }[];
    };
    expect(resources.map(({ path }) => `data/${path}`).sort()).toEqual(tables);
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
    for (const { path, schema } of resources) {
      const text = readFileSync(join(folder, 'data', path), 'utf8');
      const [first] = parseCsv(text);
      expect(Object.keys(first ?? {})).toEqual(schema.fields.map(({ name }) => name));
      expect(text.endsWith('\n')).toBe(true);
    }
  });
});

describe('a number on a page is the number in the CSV', () => {
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const signed = (net: number) => `${net < 0 ? '−' : '+'}${Math.abs(Math.round(net))}`;

  test.each([
    ['csat', '', percent],
    ['nps', '', signed],
    ['csat', 'satisfaction/', percent],
    ['fcr_7d_any', 'service/', percent],
    ['sla', 'service/', percent],
    ['nps', 'experience/', signed],
  ])('%s on /%s', (metric, path, format) => {
    const { estimate, low, high, n } = estimates.one(metric, '2026-Q2');
    const words = wordsOf(readSite(folder, path));
    expect(words).toContain(`${format(Number(low))} to ${format(Number(high))}`);
    expect(words).toContain(Number(n).toLocaleString('en-GB'));
    expect(words).toMatch(new RegExp(`${format(Number(estimate)).replace('+', '\\+')}(?!\\d)`));
  });
});
