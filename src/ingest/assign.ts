/**
 * What each file of the data folder is for.
 */
import { posix } from 'node:path';
import { isTimeZone } from '../calendar/zone.ts';
import { Mistake, throwMistakes } from '../config/mistake.ts';
import type { SourceMapping, SourcesConfig } from '../config/sources.schema.ts';
import type { TableMapping } from './formats/format.ts';
import type { ScannedFile } from './scan.ts';

/** What an entry declares of an export that is recognised by its headers. */
export type KnownExport = Omit<Extract<SourceMapping, { kind: 'export' }>, 'glob'>;

export type Role =
  | {
      readonly kind: 'table';
      /** Null when the headers must tell. */
      readonly mapping: TableMapping | null;
      readonly known: KnownExport | null;
      /** The system that an entry says the file comes from; null = the format tells. */
      readonly system: string | null;
    }
  | { readonly kind: 'lookup' /** Columns that are looked up in. */; readonly columns: readonly string[] }
  | { readonly kind: 'ignore' /** In words, as the account gives it. */; readonly reason: string };

/**
 * One role per file, in the order of the files. An entry of `sources.yaml` decides; files that are only looked up in
 * need no entry; all others are tables that their headers must tell.
 *
 * @throws Mistake or Mistakes when two entries claim a file, an entry or a lookup names a file that does not exist,
 *   or a zone is not known.
 */
export function assignRoles(files: readonly ScannedFile[], { sources }: SourcesConfig): Role[] {
  const mistakes: Mistake[] = [];
  const lookups = lookupColumns(sources);
  const claimed = new Set<SourceMapping>();
  const roles = files.map((file) => {
    const { path, unread } = file;
    const entries = sources.filter(
      (source) => claims(source, file) && (unread === undefined || source.kind === 'ignore'),
    );
    for (const entry of entries) claimed.add(entry);
    if (entries.length > 1) mistakes.push(claimedTwice(path, entries, sources));
    if (unread === undefined || entries.length > 0) return roleOf(entries[0], lookups.get(path));
    if (unread.mistake !== undefined) mistakes.push(new Mistake(unread.mistake));
    return { kind: 'ignore', reason: `not read: ${unread.reason}` } as const;
  });
  const paths = new Set(files.filter((file) => file.unread === undefined).map((file) => file.path));
  for (const [index, source] of sources.entries()) {
    if (source.kind === 'ignore') continue;
    const field = `sources[${index}]`;
    if (!claimed.has(source)) mistakes.push(readsNothing(source.glob, `${field}.glob`));
    if (source.time_zone !== undefined && !isTimeZone(source.time_zone)) {
      mistakes.push(unknownZone(source.time_zone, `${field}.time_zone`));
    }
  }
  for (const [file, columns] of lookups) if (!paths.has(file)) mistakes.push(missingLookup(file, columns));
  throwMistakes(mistakes);
  return roles;
}

/** An archive's or a workbook's own path stands for all that is in it; a path with signs of globs stands for itself. */
function claims({ glob }: SourceMapping, { path, container }: ScannedFile): boolean {
  return [path, ...(container === undefined ? [] : [container])].some(
    (name) => name === glob || posix.matchesGlob(name, glob),
  );
}

function roleOf(entry: SourceMapping | undefined, lookup: readonly string[] | undefined): Role {
  if (entry === undefined)
    return lookup === undefined
      ? { kind: 'table', mapping: null, known: null, system: null }
      : { kind: 'lookup', columns: lookup };
  if (entry.kind === 'ignore') return { kind: 'ignore', reason: `left out: ${entry.reason}` };
  const { glob, ...declared } = entry;
  return declared.kind === 'export'
    ? { kind: 'table', mapping: null, known: declared, system: declared.name ?? null }
    : { kind: 'table', mapping: declared, known: null, system: declared.name ?? glob };
}

/** The files that entries look up in, in the order of the entries, and the columns they use there. */
function lookupColumns(sources: readonly SourceMapping[]): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const source of sources) {
    for (const { file, key, value } of lookupsOf(source)) {
      const columns = files.get(file) ?? [];
      files.set(file, [...new Set([...columns, key, value])]);
    }
  }
  return files;
}

/** The lookups of one mapping. */
export function lookupsOf(mapping: SourceMapping | TableMapping): { file: string; key: string; value: string }[] {
  if (mapping.kind === 'ignore' || mapping.kind === 'export') return [];
  return Object.values(mapping.fields as Readonly<Record<string, unknown>>).flatMap((field) =>
    typeof field === 'object' && field !== null && 'lookup' in field && field.lookup !== undefined
      ? [field.lookup as { file: string; key: string; value: string }]
      : [],
  );
}

const SOURCES_FILE = 'sources.yaml';

function claimedTwice(path: string, entries: readonly SourceMapping[], sources: readonly SourceMapping[]): Mistake {
  return new Mistake({
    what: `Several entries claim the file ${path}`,
    file: SOURCES_FILE,
    field: entries.map((entry) => `sources[${sources.indexOf(entry)}].glob`).join(', '),
    found: entries.map((entry) => entry.glob).join(', '),
    expected: 'one entry for each file',
    remedy: 'Make the globs narrower.',
  });
}

function readsNothing(glob: string, field: string): Mistake {
  return new Mistake({
    what: 'An entry reads no file',
    file: SOURCES_FILE,
    field,
    found: glob,
    expected: 'a glob that matches CSV files, relative to the data folder',
    remedy: 'Correct the glob, add the file, or remove the entry.',
  });
}

function unknownZone(zone: string, field: string): Mistake {
  return new Mistake({
    what: 'The time zone is not known',
    file: SOURCES_FILE,
    field,
    found: zone,
    expected: 'an IANA name such as Europe/London',
    remedy: 'Correct `time_zone`.',
  });
}

function missingLookup(file: string, columns: readonly string[]): Mistake {
  return new Mistake({
    what: 'A file to look up in does not exist',
    file: SOURCES_FILE,
    field: 'lookup.file',
    found: file,
    expected: `a CSV file in the data folder with the columns ${columns.join(' and ')}`,
    remedy: 'Correct `lookup.file` or add the file.',
  });
}
