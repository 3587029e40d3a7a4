/**
 * Figures that others published from public data, reproduced to the last answer from the same files.
 *
 * The data are not part of the project; without them these tests are skipped and say so.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildSite, publicData, ROOT, temporaryFolder } from '../support/build-site.ts';
import { Estimates, parseCsv, type ReportJson, reportJson } from '../support/tables.ts';
import { holesIn } from '../support/whole-site.ts';

const EXAMPLES = join(ROOT, 'docs/examples');

/** A built site of public data read as the example of that name says; `change` edits its `sources.yaml`. */
async function buildExample(name: string, data: string, change = (yaml: string) => yaml): Promise<string> {
  const folder = temporaryFolder(name);
  const [input, content] = [join(folder, 'data'), join(folder, 'content')];
  for (const path of [input, content]) mkdirSync(path);
  for (const file of readdirSync(data).filter((file) => file.endsWith('.csv'))) {
    copyFileSync(join(data, file), join(input, file));
  }
  writeFileSync(join(input, 'sources.yaml'), change(readFileSync(join(EXAMPLES, name, 'sources.yaml'), 'utf8')));
  copyFileSync(join(EXAMPLES, name, 'report.yaml'), join(content, 'report.yaml'));
  return buildSite({ data: input, content });
}

/** Runs the tests when the data are there; else says why not, and counts as skipped. */
function describeWith(name: string, folder: string, tests: (data: string) => void): void {
  const found = publicData(folder);
  if ('folder' in found) {
    describe(name, () => tests(found.folder));
  } else {
    console.info(`Skipped: ${name}; ${found.absent}`);
    test.skip(`${name}: ${found.absent}`);
  }
}

describeWith('San Francisco airport', 'sfo-airport-survey', (data) => {
  let site: string;
  let estimates: Estimates;
  let report: ReportJson;
  beforeAll(async () => {
    site = await buildExample('sfo-airport', data);
    estimates = new Estimates(site);
    report = reportJson(site);
  });

  /** Column of an item of 2017 → what the example calls its touchpoint. */
  const touchpoints = new Map(
    (
      parse(readFileSync(join(EXAMPLES, 'sfo-airport/sources.yaml'), 'utf8')) as {
        sources: { items?: { columns: { column: string; touchpoint: string }[] }[] }[];
      }
    ).sources[0]?.items?.flatMap(({ columns }) => columns.map(({ column, touchpoint }) => [column, touchpoint])),
  );
  const touchpoint = (column: string) => ({ dimension: 'touchpoint', value: touchpoints.get(column) as string });

  test('every contrast answers or names the field that it needs, and no page has a gap', () => {
    expect(holesIn(site)).toEqual([]);
  });

  test.each([
    ['2017', 2746, 1436, 968, 342, 39.84],
    ['2018', 2650, undefined, undefined, undefined, 30.98],
  ])('the Net Promoter Score of %s', (year, n, promoters, passives, detractors, nps) => {
    expect(Number(estimates.one('nps', year).n)).toBe(n);
    expect(estimates.value('nps', year)).toBeCloseTo(nps, 2);
    const count = (metric: string) => estimates.value(metric, year) * n;
    if (promoters !== undefined) expect(count('nps_promoters')).toBeCloseTo(promoters, 6);
    if (passives !== undefined) expect(count('nps_passives')).toBeCloseTo(passives, 6);
    if (detractors !== undefined) expect(count('nps_detractors')).toBeCloseTo(detractors, 6);
  });

  test('overall satisfaction of 2017', () => {
    expect(estimates.one('csat', '2017').n).toBe('2688');
    expect(estimates.value('csat_mean', '2017')).toBeCloseTo(4.06436, 6);
    expect(100 * estimates.value('csat', '2017')).toBeCloseTo(82.0685, 4);
  });

  test('every item of satisfaction in 2017', () => {
    const published = parseCsv(readFileSync(join(data, 'agg_q7_metrics.csv'), 'utf8'));
    const items = published.filter(({ q7_item }) => q7_item !== 'Q7ALL');
    expect(items).toHaveLength(14);
    for (const { q7_item, n, avg_score, top2_per100 } of items) {
      const where = touchpoint(q7_item as string);
      expect(estimates.one('csat', '2017', where).n, q7_item).toBe(n);
      expect(estimates.value('csat_mean', '2017', where), q7_item).toBeCloseTo(Number(avg_score), 9);
      expect(100 * estimates.value('csat', '2017', where), q7_item).toBeCloseTo(Number(top2_per100), 9);
    }
  });

  test('every item of cleanliness in 2017', () => {
    const items = parseCsv(readFileSync(join(data, 'agg_q9_metrics.csv'), 'utf8'));
    expect(items).toHaveLength(6);
    for (const { q9_item, n, avg_score, clean_per100 } of items) {
      const where = touchpoint(q9_item as string);
      expect(estimates.one('csat', '2017', where).n, q9_item).toBe(n);
      expect(estimates.value('csat_mean', '2017', where), q9_item).toBeCloseTo(Number(avg_score), 9);
      expect(100 * estimates.value('csat', '2017', where), q9_item).toBeCloseTo(Number(clean_per100), 9);
    }
  });

  test('the guests who did not know whether they would recommend, by name', () => {
    const counts = ['2017', '2018'].map(
      (year) =>
        report.sources
          .find(({ path }) => path.startsWith(year))
          ?.missing.find(({ column, meaning }) => column === 'NETPRO' && meaning === 'don’t know')?.count,
    );
    expect(counts).toEqual([84, 159]);
  });

  test('files left out are named with their reason', () => {
    const left = report.sources.filter(({ path }) => path.startsWith('agg_'));
    expect(left).toHaveLength(3);
    for (const { kept, recognised } of left)
      expect([kept, recognised]).toEqual([0, expect.stringContaining('aggregates')]);
  });
});

describeWith('Olist', 'olist', (data) => {
  const kept = { dimension: 'promise', value: 'kept' };
  const missed = { dimension: 'promise', value: 'missed' };

  /** Every row counts, also where one review (one `review_id`) is about several orders. */
  const everyReview = (yaml: string) =>
    yaml.replace(/^( *)kind: responses$/m, '$&\n$1deduplicate: none').replace(/^ *response_id: review_id\n/m, '');

  test('reviews of orders on time and late, every review counted', async () => {
    const estimates = new Estimates(await buildExample('olist', data, everyReview));
    expect(estimates.one('csat_mean', 'all', kept).n).toBe('4814');
    expect(estimates.value('csat_mean', 'all', kept)).toBeCloseTo(4.2796, 4);
    expect(estimates.one('csat_mean', 'all', missed).n).toBe('418');
    expect(estimates.value('csat_mean', 'all', missed)).toBeCloseTo(2.4976, 4);
  });

  test('of several reviews of one order the latest counts, and the earlier ones are accounted for', async () => {
    const site = await buildExample('olist', data);
    const reviews = reportJson(site).sources.find(({ path }) => path.includes('reviews'));
    const earlier = reviews?.setAside.find(({ reason }) => /earlier|later/.test(reason));
    expect(earlier?.count).toBeGreaterThan(80);
    expect(Number(new Estimates(site).one('csat_mean', 'all', kept).n)).toBeLessThan(4814);
    expect(reviews?.read).toBe(8225);
    expect(holesIn(site), 'every contrast answers or names the field that it needs').toEqual([]);
  });
});
