import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, folderOf, pagesOf, ROOT, readSite } from '../support/build-site.ts';
import { linesOf } from '../support/html.ts';
import { Estimates, parseCsv, type Row } from '../support/tables.ts';
import { holesIn } from '../support/whole-site.ts';

const GOLDEN = join(ROOT, 'tests/golden');

/** Builds the site of a golden folder; one without content gets an empty folder of content. */
function buildGolden(name: string): Promise<string> {
  const content = join(GOLDEN, name, 'content');
  return buildSite({ data: join(GOLDEN, name, 'data'), content: existsSync(content) ? content : folderOf({}) });
}

/**
 * What was published when a person last looked at it. After a change that is meant, `npm run test:site -- -u golden`
 * writes it anew; read the difference before you commit it.
 */
async function expectGolden(name: string, folder: string): Promise<void> {
  const expected = join(GOLDEN, name, 'expected');
  for (const file of ['data/estimates.csv', 'data/report.json', 'data/datapackage.json']) {
    await expect(readSite(folder, file)).toMatchFileSnapshot(join(expected, file));
  }
  for (const page of pagesOf(folder)) {
    const file = `${page.replace(/\/$|\.html$/, '') || 'home'}.txt`;
    await expect(`${linesOf(readSite(folder, page)).join('\n')}\n`).toMatchFileSnapshot(join(expected, file));
  }
}

/** Share of the rows that are such. */
const share = (rows: readonly Row[], such: (row: Row) => boolean) => rows.filter(such).length / rows.length;

describe('two quarters of tickets, answers and customers', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await buildGolden('two-quarters');
  });

  test('are published as they were', async () => {
    await expectGolden('two-quarters', folder);
  });

  test('give the same figures from other files: split, shuffled, other delimiters, encodings and column orders', async () => {
    const other = await buildGolden('other-dialect');
    expect(readSite(other, 'data/estimates.csv')).toBe(readSite(folder, 'data/estimates.csv'));
  });

  test('agree with counts that share no code with the report', () => {
    const estimates = new Estimates(folder);
    const tickets = parseCsv(readFileSync(join(GOLDEN, 'two-quarters/data/tickets.csv'), 'utf8'));
    const solved = tickets.filter(({ status }) => status === 'solved');
    expect(estimates.one('fcr_reply', 'all').n).toBe(String(solved.length));
    expect(estimates.value('fcr_reply', 'all')).toBeCloseTo(
      share(solved, ({ replies }) => Number(replies) < 2),
      12,
    );

    const end = '2025-06-30T23:00:00Z';
    const due = tickets.filter(({ resolved_at, due_at }) => resolved_at !== '' || (due_at as string) < end);
    expect(estimates.one('sla', 'all').n).toBe(String(due.length));
    expect(estimates.value('sla', 'all')).toBeCloseTo(
      share(due, ({ resolved_at, due_at }) => resolved_at !== '' && (resolved_at as string) <= (due_at as string)),
      12,
    );
  });
});

describe.each([
  ['tickets', 'tickets-only'],
  ['answers', 'responses-only'],
])('%s and nothing else', (_, name) => {
  test('make a whole report that says what is missing', async () => {
    const folder = await buildGolden(name);
    expect(holesIn(folder)).toEqual([]);
    await expectGolden(name, folder);
  });
});
