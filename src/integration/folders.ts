import { resolve } from 'node:path';

/** The folders a build reads and keeps, as absolute paths. */
export interface Folders {
  /** CSV exports and `sources.yaml`. */
  readonly data: string;
  /** `report.yaml` and the writers' MDX. */
  readonly content: string;
  /** Parsed columns, keyed by content. */
  readonly cache: string;
}

/**
 * Where this build finds its input: the defaults, or what `TRIPTYCH_DATA`, `TRIPTYCH_CONTENT` and `TRIPTYCH_CACHE` name.
 *
 * @param root Absolute path of the project; relative folders are relative to it.
 * @param environment Usually `process.env`. An empty variable counts as unset.
 */
export function foldersOf(root: string, environment: Readonly<Record<string, string | undefined>>): Folders {
  return {
    data: resolve(root, environment.TRIPTYCH_DATA || 'data'),
    content: resolve(root, environment.TRIPTYCH_CONTENT || 'content'),
    cache: resolve(root, environment.TRIPTYCH_CACHE || 'node_modules/.cache/triptych'),
  };
}
