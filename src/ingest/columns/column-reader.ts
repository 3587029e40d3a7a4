/**
 * What the readers of all column types share: they take batches of records and give a typed column.
 */
import type { MissingCount } from '../account.ts';

export interface RowBatch {
  /** Records with as many cells as the header. */
  readonly records: readonly (readonly string[])[];
  /** Their record numbers. */
  readonly numbers: Uint32Array;
}

export interface ColumnReader<C> {
  /** Takes one cell of each record. */
  append(batch: RowBatch): void;
  /** The column over all rows; unreadable cells have been reported to the faults of the file. */
  finish(): C;
  /** Declared codes that were met, by name; to be asked after `finish`. */
  missing(): readonly MissingCount[];
  /** What readers should know of how the column was read, in words; to be asked after `finish`. */
  notes?(): readonly string[];
}

type Growable = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array | BigUint64Array;

/** The array itself when it has room, otherwise one of at least twice the size with the same beginning. */
export function withRoom<A extends Growable>(array: A, length: number): A {
  if (length <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => A)(Math.max(length, array.length * 2, 1024));
  larger.set(array as never);
  return larger;
}

/** A copy that no longer holds on to the large text it was cut from. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
