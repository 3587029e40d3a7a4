import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, filesBelow, folderOf, pagesOf, readSite } from '../support/build-site.ts';
import { widthBeyondPage } from '../support/geometry.ts';
import { wordsOf } from '../support/html.ts';
import { brokenLinks } from '../support/links.ts';
import { lookAt } from '../support/page.ts';
import { type Served, serve } from '../support/serve.ts';
import { Estimates, parseCsv } from '../support/tables.ts';

/** Names that a customer, an intruder or a bad export may put into any column of text. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '</svg><img src=x onerror=alert(2)>',
  '"><svg onload=alert(3)>',
  '</script><script>alert(4)//',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '__proto__',
  'constructor',
  'a "quoted", comma; semicolon',
  '{{7*7}} {7*7} #{7*7}',
  '&lt;b&gt;not bold&lt;/b&gt;',
  '../../etc/passwd',
  '😀 Ünïcødé مرحبا',
  'W'.repeat(200),
];
const FORMULAS = HOSTILE.filter((text) => /^[=+\-@]/.test(text));

/** As many tickets and answers per name as a published figure needs, each of a customer of its own. */
function hostileExports(): Record<string, string> {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const tickets = [
    'ticket_id,customer_id,created_at,first_response_at,resolved_at,status,channel,category,department,csat',
  ];
  const responses = ['response_id,submitted_at,customer_id,touchpoint,segment,stage,nps,csat,comment'];
  for (const [kind, name] of HOSTILE.entries()) {
    for (let row = 0; row < 80; row++) {
      const id = `${kind}-${row}`;
      const day = `2025-${String(1 + (row % 6)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`;
      const cell = quoted(name);
      tickets.push(
        `T${id},C${id},${day}T09:00:00Z,${day}T10:00:00Z,${day}T12:00:00Z,solved,${cell},${cell},${cell},${1 + (row % 5)}`,
      );
      responses.push(`R${id},${day}T15:00:00Z,C${id},${cell},${cell},${cell},${row % 11},${1 + (row % 5)},${cell}`);
    }
  }
  return {
    'tickets.csv': `${tickets.join('\n')}\n`,
    'responses.csv': `${responses.join('\r\n')}\r\n`,
  };
}

const REPORT = `title: 'Bobby "<b>tables</b>" & Co'
organisation: '<script>alert(5)</script>'
notice: 'Notice </p><script>alert(6)</script>'
events:
  - { date: 2025-02-01, label: '<img src=x onerror=alert(7)>', link: 'https://example.org/?a=1&b="2"' }
`;

describe('a site of hostile names', () => {
  let folder: string;
  let site: Served;
  beforeAll(async () => {
    folder = await buildSite({ data: folderOf(hostileExports()), content: folderOf({ 'report.yaml': REPORT }) });
    site = await serve(folder);
    return () => site.close();
  });

  test('shows them as text and runs none of them', async () => {
    for (const path of pagesOf(folder)) {
      await lookAt(site.url + path, { width: 320 }, async (page) => {
        expect(await page.locator('img, [onerror], [onload]').count(), path).toBe(0);
        expect(await widthBeyondPage(page), path).toEqual([]);
      });
    }
  });

  test('prints them where they are measured', () => {
    const everything = pagesOf(folder)
      .map((path) => wordsOf(readSite(folder, path)))
      .join('\n');
    for (const name of [
      '<script>alert(1)</script>',
      '__proto__',
      '&lt;b&gt;not bold&lt;/b&gt;',
      '{{7*7}} {7*7} #{7*7}',
    ]) {
      expect(everything).toContain(name);
    }
    expect(everything).toContain('Bobby "<b>tables</b>" & Co');
  });

  test('links nowhere that is not there', () => {
    expect(brokenLinks(folder)).toEqual([]);
  });

  test('writes no file outside its downloads', () => {
    expect(filesBelow(folder).filter((file) => file.includes('..') || file.includes('passwd'))).toEqual([]);
  });

  test('gives every name its own figures', () => {
    const { rows } = new Estimates(folder);
    const values = new Set(rows.filter(({ dimension }) => dimension === 'channel').map(({ value }) => value));
    for (const name of HOSTILE) expect(values).toContain(FORMULAS.includes(name) ? `'${name}` : name);
    expect(values.size).toBe(HOSTILE.length);
  });

  test('hands a spreadsheet no formula in any download', () => {
    const tables = filesBelow(folder).filter((file) => file.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(3);
    for (const file of tables) {
      for (const row of parseCsv(readSite(folder, file))) {
        const formulas = Object.values(row).filter(
          (cell) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.]+(e[+-]?\d+)?$/.test(cell),
        );
        expect(formulas, file).toEqual([]);
      }
    }
  });

  test('keeps its machine output whole', () => {
    const report = JSON.parse(readSite(folder, 'data/report.json')) as { title: string };
    expect(report.title).toBe('Bobby "<b>tables</b>" & Co');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
