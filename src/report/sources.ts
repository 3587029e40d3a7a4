/**
 * The accounts of the importer and of the dataset, as one: every row read is kept or set aside for a named reason.
 */

import { TABLES } from '../dataset/model.ts';
import type { SetAside } from '../dataset/set-aside.ts';
import type { FileAccount } from '../ingest/account.ts';
import type { SourceAccount } from './types/report.ts';
import { count } from './wording/format.ts';

/**
 * @param setAside rows that the importer kept and the dataset set aside, by file.
 * @throws Error when the books of a file do not balance: a bug, never the user's fault.
 */
export function sourceAccounts(files: readonly FileAccount[], setAside: readonly SetAside[]): FileAccount[] {
  return files.map((file, index) => {
    const later = setAside.filter((entry) => entry.file === index);
    const account = {
      ...file,
      kept: file.kept - sum(later),
      setAside: [...file.setAside, ...later.map(({ reason, count }) => ({ reason, count }))],
    };
    if (account.read !== account.kept + sum(account.setAside)) {
      throw new Error(
        `${file.path}: ${account.read} rows read, but ${account.kept} kept and ${sum(account.setAside)} set aside`,
      );
    }
    return account;
  });
}

function sum(entries: readonly { readonly count: number }[]): number {
  return entries.reduce((total, { count }) => total + count, 0);
}

/** What was read, in one line: `Read 56 files: 8,000 customers, 35,055 responses, 20,516 tickets; no row set aside.` */
export function intakeLine(accounts: readonly SourceAccount[], locale: string): string {
  const kept = new Map<string, number>();
  for (const account of accounts) {
    if (account.kind in TABLES && account.read > 0)
      kept.set(account.kind, (kept.get(account.kind) ?? 0) + account.kept);
  }
  const tables = [...kept]
    .sort()
    .map(([kind, rows]) => counted(rows, kind.replace(/s$/, '').replaceAll('_', ' '), locale));
  const aside = sum(accounts.flatMap(({ setAside }) => setAside));
  const rest =
    aside === 0 ? 'no row set aside' : `${counted(aside, 'row', locale)} set aside (npm run data:check says why)`;
  return `Read ${counted(accounts.length, 'file', locale)}: ${tables.join(', ')}; ${rest}.`;
}

function counted(amount: number, noun: string, locale: string): string {
  return `${count(amount, locale)} ${noun}${amount === 1 ? '' : 's'}`;
}
