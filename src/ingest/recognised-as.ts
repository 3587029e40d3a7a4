/**
 * How one file is read: what its headers tell, and what `sources.yaml` says of it.
 */
import type { KnownExport } from './assign.ts';
import type { Recognised, TableMapping } from './formats/format.ts';
import { mappedFormat } from './formats/mapped.ts';
import type { OpenTable } from './open-table.ts';
import { recognise } from './recognise.ts';

/** A file and what is declared of it. */
export interface DeclaredFile {
  /** Relative to the data folder. */
  readonly path: string;
  /** What `sources.yaml` says about the file; null when its headers must tell. */
  readonly mapping: TableMapping | null;
  /** What it declares of an export that its headers tell; null = nothing. */
  readonly known: KnownExport | null;
  /** The system that an entry says the file comes from; null = the format tells. */
  readonly system: string | null;
}

/**
 * As an entry of `sources.yaml` maps it, or as its headers tell and an entry completes.
 *
 * @throws Mistake when nobody can tell.
 */
export function recognisedAs(
  { path, mapping, known }: DeclaredFile,
  { header, sample }: Pick<OpenTable, 'header' | 'sample'>,
): Recognised {
  if (mapping !== null) return mappedFormat(mapping);
  const recognised = recognise(path, { header, sample }, known?.format);
  if (known === null) return recognised;
  const { keep, format: _, kind: __, scores, ...declared } = known;
  const written = Object.fromEntries(Object.entries(declared).filter(([, value]) => value !== undefined));
  const set_aside = recognised.mapping.set_aside.filter(({ reason }) => !keep.includes(reason));
  const completed = { ...recognised.mapping, ...written, set_aside };
  if (scores === undefined || !('items' in completed)) return { ...recognised, mapping: completed };
  return { ...recognised, mapping: { ...completed, fields: { ...completed.fields, ...scores } } as TableMapping };
}
