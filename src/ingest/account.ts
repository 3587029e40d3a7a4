/**
 * Row accounting of one file: nothing that was read may go unmentioned.
 */

export interface SetAsideCount {
  /** In words, as `reasons.ts` gives them. */
  readonly reason: string;
  readonly count: number;
  /** Number of the first such record in the file, where the importer knows it. */
  readonly record?: number;
}

/** How often one column held one code that was declared to mean "no value". */
export interface MissingCount {
  readonly column: string;
  readonly code: string;
  /** What the code stands for, such as `don’t know`; empty where nobody said. */
  readonly meaning: string;
  readonly count: number;
}

/** What became of one file of the data folder. Always: read = kept + sum of setAside. */
export interface FileAccount {
  /** Relative to the data folder, with forward slashes. */
  readonly path: string;
  /** A table of the model, `lookup` or `ignore`. */
  readonly kind: string;
  /** `canonical`, `sources.yaml` or the name of a tool; empty where no rows are read. */
  readonly format: string;
  /** How it was recognised, in words. */
  readonly recognised: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly timeZone: string;
  /** Where the zone came from, in words. */
  readonly timeZoneFrom: string;
  readonly read: number;
  readonly kept: number;
  readonly setAside: readonly SetAsideCount[];
  readonly missing: readonly MissingCount[];
  /** Headers as the file writes them. */
  readonly used: readonly string[];
  readonly ignored: readonly string[];
  /** SHA-256 of the bytes. */
  readonly digest: string;
  /** Decisions taken while reading, in words, such as how 03/04/2026 was understood. */
  readonly notes: readonly string[];
}

/**
 * The account itself, when it adds up.
 *
 * @throws Error when rows went unmentioned: a bug, never a fault of the data.
 */
export function balanced(account: FileAccount): FileAccount {
  const setAside = account.setAside.reduce((sum, entry) => sum + entry.count, 0);
  if (account.read !== account.kept + setAside) {
    throw new Error(`${account.path}: ${account.read} rows read, but ${account.kept} kept and ${setAside} set aside`);
  }
  return account;
}

/** The account of a file that is not read as rows: ignored on purpose, or only looked up in. */
export function accountWithoutRows(
  file: Pick<FileAccount, 'path' | 'kind' | 'recognised' | 'digest'> & Partial<Pick<FileAccount, 'used'>>,
): FileAccount {
  return {
    format: '',
    encoding: '',
    delimiter: '',
    timeZone: '',
    timeZoneFrom: '',
    read: 0,
    kept: 0,
    setAside: [],
    missing: [],
    used: [],
    ignored: [],
    notes: [],
    ...file,
  };
}
