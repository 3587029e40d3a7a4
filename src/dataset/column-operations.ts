/**
 * Putting columns together and picking rows out of them, for every type of column.
 */
import type { CategoryColumn, ColumnType, ColumnTypes, IdColumn, Scale, ScoreColumn } from './column.ts';
import { sharedFloat64, sharedInt8, sharedInt32, sharedUint8 } from './shared-array.ts';

interface Operations<C> {
  /** Columns one below the other; an undefined one stands for `lengths[i]` missing cells. */
  concatenate(columns: readonly (C | undefined)[], lengths: readonly number[]): C;
  /** The rows named by `order`, in that order; row -1 gives a missing cell. */
  gather(column: C, order: Int32Array): C;
}

const instantOperations: Operations<Float64Array> = {
  concatenate: (columns, lengths) => stack(columns, lengths, (length) => new Float64Array(length).fill(Number.NaN)),
  gather: (column, order) => pick(column, order, sharedFloat64(order.length), Number.NaN),
};

const OPERATIONS: { readonly [T in ColumnType]: Operations<ColumnTypes[T]> } = {
  id: { concatenate: concatenateIds, gather: gatherIds },
  instant: instantOperations,
  number: instantOperations,
  flag: {
    concatenate: (columns, lengths) => stack(columns, lengths, (length) => new Int8Array(length).fill(-1)),
    gather: (column, order) => pick(column, order, sharedInt8(order.length), -1),
  },
  category: { concatenate: concatenateCategories, gather: gatherCategories },
  score: { concatenate: concatenateScores, gather: gatherScores },
};

/** Stacks the columns of several files; files without the column contribute missing cells. */
export function concatenate<T extends ColumnType>(
  type: T,
  columns: readonly (ColumnTypes[T] | undefined)[],
  lengths: readonly number[],
): ColumnTypes[T] {
  return OPERATIONS[type].concatenate(columns, lengths);
}

/** The rows of a column named by `order`, in that order; row -1 gives a missing cell. */
export function gather<T extends ColumnType>(type: T, column: ColumnTypes[T], order: Int32Array): ColumnTypes[T] {
  return OPERATIONS[type].gather(column, order);
}

type NumericArray = Float64Array | Int32Array | Int8Array | Uint8Array | Uint32Array;

function stack<A extends NumericArray>(
  arrays: readonly (A | undefined)[],
  lengths: readonly number[],
  create: (length: number) => A,
): A {
  const result = create(lengths.reduce((sum, length) => sum + length, 0));
  let offset = 0;
  for (const [index, length] of lengths.entries()) {
    const array = arrays[index];
    if (array !== undefined) result.set(array, offset);
    offset += length;
  }
  return result;
}

/** The picked values of a plain array, such as links between tables, in an array of their own. */
export function pickNumbers(source: Int32Array, order: Int32Array): Int32Array {
  return pick(source, order, sharedInt32(order.length), -1);
}

function pick<A extends NumericArray>(source: A, order: Int32Array, target: A, missing: number): A {
  for (let row = 0; row < order.length; row++) {
    const from = order[row] as number;
    target[row] = from < 0 ? missing : (source[from] as number);
  }
  return target;
}

function concatenateIds(columns: readonly (IdColumn | undefined)[], lengths: readonly number[]): IdColumn {
  const words = (word: 'high' | 'low') =>
    stack(
      columns.map((column) => column?.[word]),
      lengths,
      (length) => new Uint32Array(length),
    );
  return { high: words('high'), low: words('low') };
}

function gatherIds(column: IdColumn, order: Int32Array): IdColumn {
  return {
    high: pick(column.high, order, new Uint32Array(order.length), 0),
    low: pick(column.low, order, new Uint32Array(order.length), 0),
  };
}

/** Dictionaries are merged in code-unit order, so that codes do not depend on the order of files. */
function concatenateCategories(
  columns: readonly (CategoryColumn | undefined)[],
  lengths: readonly number[],
): CategoryColumn {
  const values = [...new Set(columns.flatMap((column) => column?.values ?? []))].sort();
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const codes = new Int32Array(lengths.reduce((sum, length) => sum + length, 0)).fill(-1);
  let offset = 0;
  for (const [index, length] of lengths.entries()) {
    const column = columns[index];
    if (column !== undefined) {
      const recoded = Int32Array.from(column.values, (value) => codeOf.get(value) as number);
      for (let row = 0; row < length; row++) {
        const code = column.codes[row] as number;
        if (code >= 0) codes[offset + row] = recoded[code] as number;
      }
    }
    offset += length;
  }
  return { codes, values };
}

function gatherCategories(column: CategoryColumn, order: Int32Array): CategoryColumn {
  return { codes: pick(column.codes, order, sharedInt32(order.length), -1), values: column.values };
}

function concatenateScores(columns: readonly (ScoreColumn | undefined)[], lengths: readonly number[]): ScoreColumn {
  const scales: Scale[] = [];
  const scale = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let offset = 0;
  for (const [index, length] of lengths.entries()) {
    const column = columns[index];
    if (column !== undefined) {
      const recoded = Uint8Array.from(column.scales, (entry) => numberOfScale(scales, entry));
      for (let row = 0; row < length; row++) scale[offset + row] = recoded[column.scale[row] as number] ?? 0;
    }
    offset += length;
  }
  const values = instantOperations.concatenate(
    columns.map((column) => column?.values),
    lengths,
  );
  return { values, scale, scales };
}

function numberOfScale(scales: Scale[], wanted: Scale): number {
  const found = scales.findIndex(
    (scale) => scale.min === wanted.min && scale.max === wanted.max && scale.positiveFrom === wanted.positiveFrom,
  );
  return found >= 0 ? found : scales.push(wanted) - 1;
}

function gatherScores(column: ScoreColumn, order: Int32Array): ScoreColumn {
  return {
    values: instantOperations.gather(column.values, order),
    scale: pick(column.scale, order, sharedUint8(order.length), 0),
    scales: column.scales,
  };
}
