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

/** One claim that does not hold, and two that claim the same. */
const CLAIMS =
  'So <Claim metric="csat" is above="99%">nearly *everybody* is satisfied</Claim>, and\n' +
  '<Claim metric="csat" more than="a tenth">more than a few are</Claim>.\n\n' +
  '<Claim metric="csat" more than="a tenth">Not few.</Claim>';

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

test('a claim that the data do not support stops the build and says where it stands, what the data say and what to write', async () => {
  const run = await buildWith(`Intro.\n\n${CLAIMS}`);
  expectMistake(run, 'home.mdx', 'line 3', 'column 4', 'sentence: nearly everybody is satisfied');
  expectMistake(run, 'data say: Customer satisfaction (CSAT) is', 'below 99%', 'with below in the tag');
  expect(run.output).not.toContain('more than a few');
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
