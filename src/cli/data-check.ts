/**
 * Reads the data folder as a build does and says how each file was understood and what became of its rows: `node src/cli/data-check.ts [--json]`.
 *
 * Ends with code 1 and the mistakes on standard error when something has to be mended. Folders as for a build:
 * `TRIPTYCH_DATA`, `TRIPTYCH_CONTENT`, `TRIPTYCH_CACHE`.
 */
import { parseArgs } from 'node:util';
import type { FileAccount } from '../ingest/account.ts';
import { foldersOf } from '../integration/folders.ts';
import { isMistake } from '../integration/mistake-at.ts';
import { readExports } from '../report/read-exports.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const folders = foldersOf('.', process.env);

try {
  const { sources } = await readExports({
    dataFolder: folders.data,
    contentFolder: folders.content,
    cacheFolder: folders.cache,
    progress: showProgress,
  });
  console.log(values.json ? JSON.stringify(sources, null, 2) : inWords(sources));
} catch (error) {
  if (!isMistake(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function inWords(accounts: readonly FileAccount[]): string {
  const [read, kept] = [total(accounts, 'read'), total(accounts, 'kept')];
  const sum = `${count(accounts.length, 'file')}: ${count(read, 'row')} read = ${number(kept)} kept + ${number(read - kept)} set aside`;
  return [...accounts.map(fileInWords), ...zonesToDeclare(accounts), sum].join('\n\n');
}

/** On a screen, how far reading has come; a log gets no such lines. */
function showProgress(done: number, total: number): void {
  if (!process.stderr.isTTY || values.json) return;
  process.stderr.write(done === total ? '\r\x1b[K' : `\rReading: ${done} of ${total} files`);
}

/** What to write where nobody said in which zone a tool's export has its times. */
function zonesToDeclare(accounts: readonly FileAccount[]): string[] {
  const assumed = accounts.filter(
    ({ format, timeZoneFrom }) => timeZoneFrom === 'the report’s zone' && format !== '' && format !== 'canonical',
  );
  if (assumed.length === 0) return [];
  return [
    [
      'No zone is written in these files, and the report’s is assumed. To declare it, in sources.yaml:',
      '',
      'sources:',
      ...assumed.flatMap(({ path, timeZone, format }) => [
        `  - glob: ${JSON.stringify(path)}`,
        `    kind: export  # ${format}`,
        `    time_zone: ${timeZone}`,
      ]),
    ].join('\n'),
  ];
}

function fileInWords(account: FileAccount): string {
  if (account.format === '') return `${account.path}\n  ${account.recognised}`;
  const { setAside, missing } = account;
  const aside = setAside.reduce((sum, entry) => sum + entry.count, 0);
  const lines: [string, string][] = [
    ['kind', `${account.kind}; ${account.recognised}`],
    ['encoding', account.encoding],
    ['delimiter', account.delimiter],
    ...(account.timeZone === ''
      ? []
      : ([['time zone', `${account.timeZone} (${account.timeZoneFrom})`]] satisfies [string, string][])),
    ['columns used', account.used.join(', ') || 'none'],
    ['columns ignored', account.ignored.join(', ') || 'none'],
    ['rows', `${number(account.read)} read = ${number(account.kept)} kept + ${number(aside)} set aside`],
    ...setAside.map(({ reason, count: rows, record }): [string, string] => [
      '',
      `${number(rows)}: ${reason}${record === undefined ? '' : ` (first: record ${number(record)})`}`,
    ]),
    ...missingInWords(missing).map((line, index): [string, string] => [index === 0 ? 'missing codes' : '', line]),
    ...account.notes.map((note, index): [string, string] => [index === 0 ? 'notes' : '', note]),
  ];
  return [account.path, ...lines.map(([label, text]) => `  ${label.padEnd(16)} ${text}`)].join('\n');
}

/** One line per column. */
function missingInWords(missing: FileAccount['missing']): string[] {
  return [...new Set(missing.map((entry) => entry.column))].map((column) => {
    const codes = missing
      .filter((entry) => entry.column === column)
      .map(({ code, meaning, count: cells }) => `${number(cells)} × ${code}${meaning === '' ? '' : ` (${meaning})`}`);
    return `${column}: ${codes.join(', ')}`;
  });
}

function total(accounts: readonly FileAccount[], of: 'read' | 'kept'): number {
  return accounts.reduce((sum, account) => sum + account[of], 0);
}

function count(amount: number, noun: string): string {
  return `${number(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

/** Groups of three digits, the same on every machine. */
function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
