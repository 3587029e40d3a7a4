import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildSite, filesBelow, folderOf, ROOT, readSite, runBuild } from '../support/build-site.ts';

const DATA = join(ROOT, 'tests/golden/two-quarters/data');

/** Builds the golden exports with one text for the home page. */
function buildWith(text: string) {
  return runBuild({ data: DATA, content: folderOf({ 'home.mdx': text }) });
}

interface Run {
  readonly code: number;
  readonly output: string;
}

/** The build stopped, said what a person needs, and showed no stack. */
function expectMistake(run: Run, ...parts: readonly string[]): void {
  expectMistakes(run, 1, ...parts);
}

/** The same for several that are told together, each once. */
function expectMistakes({ code, output }: Run, count: number, ...parts: readonly string[]): void {
  for (const part of parts) expect(output).toContain(part);
  expect(code, output).not.toBe(0);
  expect(output).not.toMatch(/^\s+at .*\(?.*:\d+:\d+\)?$/m);
  for (const [label] of output.matchAll(/^ {2}(where|found|expected|to do):/gm))
    expect(output.split(label).length).toBeLessThanOrEqual(count + 1);
}

// What is told of each kind of mistake stands in tests/mistakes; here it is seen to reach a writer who builds a site.
describe('a mistake in a text stops the build', () => {
  test('with all that is wrong, each with its file, line, column and what to do', async () => {
    const run = await buildWith('Intro.\n\nSatisfaction is <Value metric="csatt" />.\n\nCSAT rose to 81%.\n');
    expectMistakes(run, 3, 'home.mdx', 'line 3, column 17', 'csatt', 'Did you mean "csat"?');
    expectMistakes(
      run,
      3,
      'line 5, column 6',
      'sentence: CSAT rose to 81%.',
      '<Claim metric="csat" rose>',
      'line 5, column 14',
    );
  });

  test('before MDX stumbles over it', async () => {
    const run = await buildWith('Fine.\n\nScores <5 are few.\n');
    expectMistake(run, 'home.mdx', 'line 3, column 8', 'MDX', '“fewer than 5”');
  });
});

describe('a sentence that nothing checks', () => {
  test('is published with its reason where it is excused, and hints stand at the end of the build', async () => {
    const text =
      'Agents watch AHT.\n\n<Unchecked rule="bare-number" reason="from the report of 2024">CSAT was 71% then.</Unchecked>\n';
    const { code, output, folder } = await buildWith(text);
    expect(code, output).toBe(0);
    expect(output).toContain(
      'About the texts: 1 warning, 1 hint\n\nhome.mdx\n  home.mdx:1:1  warning  A text has no headline.',
    );
    expect(output).toContain('  home.mdx:1:14  hint  Nothing explains what AHT stands for');
    expect(readSite(folder, '')).toMatch(/CSAT was 71% then\..*\(not checked: from the report of 2024\)/);
    expect(readSite(folder, 'claims/')).toMatch(
      /Sentences not checked[\s\S]*CSAT was 71% then\.[\s\S]*from the report of 2024/,
    );
  });
});

describe('a text that no page can show stops the build in the same way', () => {
  test('for its name', async () => {
    const run = await runBuild({ data: DATA, content: folderOf({ 'pages/Why us.mdx': '---\ntitle: Why us\n---\n' }) });
    expectMistake(run, 'pages/Why us.mdx', 'cannot stand in the address of a page', 'why-us');
  });
});

describe('a mistake in the configuration or the exports stops the build in the same way', () => {
  test('a setting that does not exist', async () => {
    const run = await runBuild({
      data: DATA,
      content: folderOf({ 'report.yaml': 'title: Report\norganisaton: Us\n' }),
    });
    expectMistake(run, 'report.yaml', 'organisaton', 'organisation');
  });

  test('a file that nobody can place, with the mapping to write', async () => {
    const run = await runBuild({ data: folderOf({ 'export.csv': 'a,b\n1,2\n' }), content: folderOf({}) });
    expectMistake(run, 'export.csv', 'sources.yaml', 'glob');
  });

  test('a score outside its scale, with its record', async () => {
    const csv = 'response_id,submitted_at,csat\nR1,2025-01-01T09:00:00Z,4\nR2,2025-01-02T09:00:00Z,9\n';
    const run = await runBuild({ data: folderOf({ 'responses.csv': csv }), content: folderOf({}) });
    expectMistake(run, 'responses.csv', 'record 2', 'csat', '9');
  });

  test('a folder without exports', async () => {
    expectMistake(await runBuild({ data: folderOf({}), content: folderOf({}) }), 'CSV');
  });
});

describe('a claim that the data do not support', () => {
  const text =
    'Intro.\n\nSo <Claim metric="csat" is above="99%">nearly *everybody* is satisfied</Claim>, and\n' +
    '<Claim metric="csat" more than="a tenth">more than a few are</Claim>.\n\n' +
    '<Claim metric="csat" more than="a tenth">Not few.</Claim>\n';

  test('stops the build and says where it stands, what the data say and what to write', async () => {
    const run = await buildWith(text);
    expectMistake(run, 'home.mdx', 'line 3', 'column 4', 'sentence: nearly everybody is satisfied');
    expectMistake(run, 'data say: Customer satisfaction (CSAT) is', 'below 99%', 'with below in the tag');
    expect(run.output).not.toContain('more than a few');
  });

  test('is published struck out and corrected where the build is told to mark it', async () => {
    const site = await buildSite({ data: DATA, content: folderOf({ 'home.mdx': text }), claims: 'mark' });
    const home = readSite(site, '');
    expect(home).toMatch(/<del>nearly <em>everybody<\/em> is satisfied<\/del>/);
    expect(home).toContain('Not supported by the data.');
    expect(home).toMatch(
      /id="claim-home-2">more than a few are<span class="claim-evidence"> \(<a href="[^"]*claims\/#home-2">/,
    );
    // Of two that claim the same each has its own place.
    expect(home).toMatch(/id="claim-home-3">Not few\./);
    expect(readSite(site, 'claims/')).toContain('The data support 2 of 3 claims made');
    const { claims } = JSON.parse(readSite(site, 'data/report.json'));
    expect(claims.map(({ status }: { status: string }) => status)).toEqual(['unsupported', 'supported', 'supported']);
  });
});

describe('a text about a figure', () => {
  test('is published where the report has it, and leaves no trace where it has not', async () => {
    const text = [
      'Satisfied: <Value metric="csat" />.<IfData metric="csat"> So says *everybody* here.</IfData>',
      '<IfData metric="csat">A paragraph of its own.</IfData>',
      '<IfData metric="csat" period="2019 Q1">',
      'Long ago: <Value metric="csat" period="2019 Q1" />.',
      '<Finding headline="Old times were better" metric="csat" is above="99%" period="2019 Q1">So they were.</Finding>',
      '</IfData>',
    ].join('\n\n');
    const home = readSite(await buildSite({ data: DATA, content: folderOf({ 'home.mdx': text }) }), '');
    expect(home).toMatch(/<p>Satisfied: .*\. So says <em>everybody<\/em> here\.<\/p>/);
    expect(home).toContain('<p>A paragraph of its own.</p>');
    expect(home).not.toMatch(/Long ago|Old times|So they were|IfData/);
  });
});

describe('a chart in a text', () => {
  test('stands beside the same chart of the page, under a headline that is checked, with its file', async () => {
    const chart = '<Figure metric="csat" />';
    const untrue = '<Figure metric="csat" headline="Nearly everybody is satisfied" is above="99%" />';
    const text = [chart, chart, untrue].join('\n\n');
    const site = await buildSite({ data: DATA, content: folderOf({ 'satisfaction.mdx': text }), claims: 'mark' });
    const page = readSite(site, 'satisfaction/');
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id as string);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const charts = ids.filter((id) => /^satisfaction-csat-by-(month|quarter)(-in-text(-\d)?)?$/.test(id));
    expect(charts).toHaveLength(4);
    expect(page).toMatch(/<del>Nearly everybody is satisfied<\/del>/);
    expect(page).toContain('id="claim-satisfaction-1"');
    expect(filesBelow(site)).toContain(`data/figures/${charts.find((id) => !id.includes('text'))}.csv`);
  });
});

describe('identifiers', () => {
  const tickets = Array.from(
    { length: 60 },
    (_, index) =>
      `TK-${10_000 + index},CU-${50_000 + (index % 20)},2026-01-${10 + (index % 20)} 10:00,2026-01-31 12:00,solved,email`,
  );
  const exports = folderOf({
    'tickets.csv': ['ticket_id,customer_id,created_at,resolved_at,status,channel', ...tickets, ''].join('\n'),
  });

  /** The build went through, and no file of its site names them: groups of one customer have no name. */
  async function expectUnnamed(options: { data: string; content: string }, ...names: string[]): Promise<void> {
    const site = await buildSite(options);
    for (const file of filesBelow(site)) {
      const text = readSite(site, file);
      for (const name of names) expect(text.includes(name), `${name} in ${file}`).toBe(false);
    }
  }

  test('read as a dimension by a wrong mapping are not named', async () => {
    const fields =
      '{ ticket_id: ticket_id, created_at: created_at, resolved_at: resolved_at, status: status, customer_id: customer_id, channel: customer_id }';
    const data = folderOf({
      'tickets.csv': ['ticket_id,customer_id,created_at,resolved_at,status,channel', ...tickets, ''].join('\n'),
      'sources.yaml': `sources:\n  - glob: tickets.csv\n    kind: tickets\n    fields: ${fields}\n`,
    });
    await expectUnnamed({ data, content: folderOf({ 'report.yaml': 'title: Leak\n' }) }, 'CU-50000', 'CU-50019');
  });

  test('of people read as a channel are not named', async () => {
    const names = ['Ada Quill', 'Bo Tanager', 'Zoë O’Marsh'];
    const rows = tickets.map((row, index) =>
      row.replace(/CU-\d+(.*),email$/, `${names[index % 3]}$1,${names[index % 3]}`),
    );
    const data = folderOf({
      'tickets.csv': ['ticket_id,customer_id,created_at,resolved_at,status,channel', ...rows, ''].join('\n'),
    });
    await expectUnnamed({ data, content: folderOf({ 'report.yaml': 'title: Leak\n' }) }, ...names);
  });

  test('named by a writer stop a build before anybody can publish it', async () => {
    const run = await runBuild({ data: exports, content: folderOf({ 'home.mdx': 'Ask CU-50007 about it.\n' }) });
    expectMistake(run, 'holds identifiers', 'index.html', 'CU-50007');
  });
});
