/**
 * What a fixture is expected to give, and what it gives.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Mistake } from '../../config/mistake.ts';
import { read, rowsOfPart } from '../data-folder-for-tests.ts';

/** The JSON beside a fixture. */
export interface Expected {
  /** Id of the format; for a fixture that is refused, the refusing format. */
  readonly format: string;
  readonly kind?: 'tickets' | 'responses' | 'customers';
  readonly read?: number;
  readonly kept?: number;
  /** Rows by reason. */
  readonly setAside?: Readonly<Record<string, number>>;
  /** Some values of the first kept rows, in the order of the file. */
  readonly rows?: readonly Readonly<Record<string, unknown>>[];
  /** Parts of the notes that readers get. */
  readonly notes?: readonly string[];
  /** Part of the message, for a file that is refused. */
  readonly refused?: string;
  /** Entries of `sources.yaml` without their glob, where the export needs one. */
  readonly sources?: Readonly<Record<string, unknown>>;
}

async function readFixture(path: string, entry: Expected['sources']) {
  const name = basename(path);
  const { parts, accounts } = await read(
    { [name]: readFileSync(path) },
    entry === undefined ? {} : { sources: [{ glob: name, ...entry }] },
  );
  return { part: parts[0], account: accounts[0] };
}

/** The account of a fixture, or the message with which it is refused. */
export async function accountOf(path: string, entry: Expected['sources']) {
  try {
    const { account } = await readFixture(path, entry);
    if (account === undefined) throw new Error(`${path} was not read`);
    const { format, kind, read: rows, kept, setAside } = account;
    return {
      format,
      kind,
      read: rows,
      kept,
      setAside: Object.fromEntries(setAside.map(({ reason, count }) => [reason, count])),
    };
  } catch (error) {
    if (error instanceof Mistake) return { refused: error.message };
    throw error;
  }
}

/** The kept rows of a fixture as people would write them, and the notes of its account. */
export async function valuesOf(path: string, entry: Expected['sources']) {
  const { part, account } = await readFixture(path, entry);
  return { rows: part === undefined ? [] : rowsOfPart(part), notes: account?.notes ?? [] };
}
