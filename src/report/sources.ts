/**
 * The accounts of the importer and of the dataset, as one: every row read is kept or set aside for a named reason.
 */
import type { SetAside } from '../dataset/assemble.ts';
import type { FileAccount } from '../ingest/account.ts';
import type { SourceAccount } from './types.ts';

/**
 * @param setAside rows that the importer kept and the dataset set aside, by file.
 * @throws Error when the books of a file do not balance: a bug, never the user's fault.
 */
export function sourceAccounts(files: readonly FileAccount[], setAside: readonly SetAside[]): SourceAccount[] {
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
