/**
 * One site with writers' texts that are published although not all of them can stand as they are.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuildRun, filesBelow, folderOf, ROOT, readSite, runBuild } from '../support/build-site.ts';

const HOME = [
  'Agents watch AHT.',
  '<Unchecked rule="bare-number" reason="from the report of 2024">CSAT was 71% then.</Unchecked>',
  'So <Claim metric="csat" is above="99%">nearly *everybody* is satisfied</Claim>, and\n' +
    '<Claim metric="csat" more than="a tenth">more than a few are</Claim>.',
  '<Claim metric="csat" more than="a tenth">Not few.</Claim>',
  'Satisfied: <Value metric="csat" />.<IfData metric="csat"> So says *everybody* here.</IfData>',
  '<IfData metric="csat">A paragraph of its own.</IfData>',
  '<IfData metric="csat" period="2019 Q1">',
  'Long ago: <Value metric="csat" period="2019 Q1" />.',
  '<Finding headline="Old times were better" metric="csat" is above="99%" period="2019 Q1">So they were.</Finding>',
  '</IfData>',
].join('\n\n');
const SATISFACTION = [
  '---\ntitle: Charts\n---',
  '<Figure metric="csat" />',
  '<Figure metric="csat" />',
  '<Figure metric="csat" headline="Nearly everybody is satisfied" is above="99%" />',
].join('\n\n');

let run: BuildRun;
let home: string;

beforeAll(async () => {
  run = await runBuild({
    data: join(ROOT, 'tests/golden/two-quarters/data'),
    content: folderOf({ 'home.mdx': HOME, 'satisfaction.mdx': SATISFACTION, 'service.mdx': 'Agents answer.\n' }),
    claims: 'mark',
  });
  expect(run.code, run.output).toBe(0);
  home = readSite(run.folder, '');
});

describe('a sentence that nothing checks', () => {
  test('is published with its reason where it is excused, on the page of claims too', () => {
    expect(home).toMatch(/CSAT was 71% then\..*\(not checked: from the report of 2024\)/);
    expect(readSite(run.folder, 'claims/')).toMatch(
      /Sentences not checked[\s\S]*CSAT was 71% then\.[\s\S]*from the report of 2024/,
    );
  });

  test('warnings and hints stand at the end of the build', () => {
    expect(run.output).toMatch(
      /About the texts: 1 warning, 1 hint\n\nhome\.mdx\n {2}home\.mdx:1:14 {2}hint {2}Nothing explains what AHT stands for/,
    );
    expect(run.output).toContain('\nservice.mdx\n  service.mdx:1:1  warning  A text has no headline.');
  });
});

describe('a claim that the data do not support, where the build is told to mark it', () => {
  test('is published struck out and corrected', () => {
    expect(home).toMatch(/<del>nearly <em>everybody<\/em> is satisfied<\/del>/);
    expect(home).toContain('Not supported by the data.');
  });

  test('leaves the others as they are: of two that claim the same each has its own place', () => {
    expect(home).toMatch(
      /id="claim-home-2">more than a few are<span class="claim-evidence"> \(<a href="[^"]*claims\/#home-2">/,
    );
    expect(home).toMatch(/id="claim-home-3">Not few\./);
  });

  test('is listed with its status', () => {
    expect(readSite(run.folder, 'claims/')).toContain('The data support 2 of 4 claims made');
    const { claims } = JSON.parse(readSite(run.folder, 'data/report.json')) as { claims: { status: string }[] };
    expect(claims.map(({ status }) => status)).toEqual(['unsupported', 'supported', 'supported', 'unsupported']);
  });
});

test('a text about a figure is published where the report has it, and leaves no trace where it has not', () => {
  expect(home).toMatch(/<p>Satisfied: .*\. So says <em>everybody<\/em> here\.<\/p>/);
  expect(home).toContain('<p>A paragraph of its own.</p>');
  expect(home).not.toMatch(/Long ago|Old times|So they were|IfData/);
});

test('a chart in a text stands beside the same chart of the page, under a headline that is checked, with its file', () => {
  const page = readSite(run.folder, 'satisfaction/');
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id as string);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const charts = ids.filter((id) => /^satisfaction-csat-by-(month|quarter)(-in-text(-\d)?)?$/.test(id));
  expect(charts).toHaveLength(4);
  expect(page).toMatch(/<del>Nearly everybody is satisfied<\/del>/);
  expect(page).toContain('id="claim-satisfaction-1"');
  expect(filesBelow(run.folder)).toContain(`data/figures/${charts.find((id) => !id.includes('text'))}.csv`);
});
