/**
 * Values found in another file: a cell is a key there.
 */
import { Mistake } from '../config/mistake.ts';
import { openTable } from './open-table.ts';
import { trimmed } from './values/text.ts';

export interface LookupSource {
  /** Relative to the data folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly key: string;
  readonly value: string;
}

export type Lookup = ReadonlyMap<string, string>;

const loaded = new Map<string, Lookup>();

/**
 * The two columns as a map; kept, so that many files can share it.
 *
 * @param digest of the file's bytes: another content is another lookup.
 * @throws Mistake when a column is missing or a key has two values.
 */
export function loadLookup(source: LookupSource, digest: string): Lookup {
  const name = JSON.stringify([digest, source.path, source.key, source.value]);
  let lookup = loaded.get(name);
  if (lookup === undefined) {
    lookup = readLookup(source);
    loaded.set(name, lookup);
  }
  return lookup;
}

function readLookup({ path, bytes, key, value }: LookupSource): Lookup {
  const table = openTable(bytes, path, {});
  const keyAt = onePosition(table.header.positions(key), key, path, table.header.names);
  const valueAt = onePosition(table.header.positions(value), value, path, table.header.names);
  const found = new Map<string, string>();
  for (const { records, first } of table.batches) {
    for (const [index, cells] of records.entries()) {
      const name = trimmed(cells[keyAt] ?? '');
      if (name === '') continue;
      const text = trimmed(cells[valueAt] ?? '');
      const before = found.get(name);
      if (before === undefined) found.set(name, text);
      else if (before !== text) {
        throw new Mistake({
          what: 'A key has two values in a file that is looked up in',
          file: path,
          record: first + index,
          field: key,
          found: `${name} → ${before} and ${text}`,
          expected: `one ${value} for each ${key}`,
          remedy: 'Remove one of the records, or look up by a column without repetitions.',
        });
      }
    }
  }
  return found;
}

function onePosition(positions: readonly number[], column: string, file: string, names: readonly string[]): number {
  const [position] = positions;
  if (position !== undefined && positions.length === 1) return position;
  throw new Mistake({
    what:
      positions.length === 0
        ? 'A column that is looked up in does not exist'
        : 'A column that is looked up in exists more than once',
    file,
    field: column,
    found: names.join(', '),
    remedy: 'Correct `lookup` in sources.yaml.',
  });
}
