/**
 * Putting columns together and picking rows out of them, for every type of column.
 */
import type { CategoryColumn, ColumnType, ColumnTypes, IdColumn, Scale, ScoreColumn } from './column.ts';
import type { Layout } from './layout.ts';
import { sharedFloat64, sharedInt8, sharedInt32, sharedUint8, sharedUint32 } from './shared-array.ts';
import { gatherWords, placeWords } from './words-column.ts';

interface Operations<C> {
  /** Columns of several blocks as one; see `place`. */
  place(blocks: readonly (C | undefined)[], layout: Layout): C;
  /** The rows named by `order`, in that order; row -1 gives a missing cell. */
  gather(column: C, order: Int32Array): C;
}

const numberOperations: Operations<Float64Array> = {
  place: (blocks, layout) => placeCells(blocks, layout, sharedFloat64(layout.rows).fill(Number.NaN)),
  gather: (column, order) => pick(column, order, sharedFloat64(order.length), Number.NaN),
};

const OPERATIONS: { readonly [T in ColumnType]: Operations<ColumnTypes[T]> } = {
  id: { place: placeIds, gather: gatherIds },
  instant: numberOperations,
  number: numberOperations,
  flag: {
    place: (blocks, layout) => placeCells(blocks, layout, sharedInt8(layout.rows).fill(-1)),
    gather: (column, order) => pick(column, order, sharedInt8(order.length), -1),
  },
  category: { place: placeCategories, gather: gatherCategories },
  score: { place: placeScores, gather: gatherScores },
  words: { place: placeWords, gather: gatherWords },
};

/**
 * Makes one column of the columns of several blocks. Each cell goes straight to its place: a large table is never held
 * twice. A block without the column contributes missing cells.
 */
export function place<T extends ColumnType>(
  type: T,
  blocks: readonly (ColumnTypes[T] | undefined)[],
  layout: Layout,
): ColumnTypes[T] {
  return OPERATIONS[type].place(blocks, layout);
}

/** The rows of a column named by `order`, in that order; row -1 gives a missing cell. */
export function gather<T extends ColumnType>(type: T, column: ColumnTypes[T], order: Int32Array): ColumnTypes[T] {
  return OPERATIONS[type].gather(column, order);
}

type NumericArray = Float64Array | Int32Array | Int8Array | Uint8Array | Uint32Array;

function placeCells<A extends NumericArray>(blocks: readonly (A | undefined)[], layout: Layout, target: A): A {
  let offset = 0;
  for (const [index, length] of layout.lengths.entries()) {
    const cells = blocks[index];
    if (cells !== undefined) placeBlock(cells, length, offset, layout.position, target);
    offset += length;
  }
  return target;
}

function placeBlock<A extends NumericArray>(
  cells: A,
  length: number,
  offset: number,
  position: Int32Array | null,
  target: A,
): void {
  if (position === null) {
    target.set(cells, offset);
    return;
  }
  for (let row = 0; row < length; row++) {
    const to = position[offset + row] as number;
    if (to >= 0) target[to] = cells[row] as number;
  }
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

function placeIds(blocks: readonly (IdColumn | undefined)[], layout: Layout): IdColumn {
  const words = (word: 'high' | 'low') =>
    placeCells(
      blocks.map((block) => block?.[word]),
      layout,
      sharedUint32(layout.rows),
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
function placeCategories(blocks: readonly (CategoryColumn | undefined)[], layout: Layout): CategoryColumn {
  const values = [...new Set(blocks.flatMap((block) => block?.values ?? []))].sort();
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const target = sharedInt32(layout.rows).fill(-1);
  let offset = 0;
  for (const [index, length] of layout.lengths.entries()) {
    const block = blocks[index];
    const newCodes = Int32Array.from(block?.values ?? [], (value) => codeOf.get(value) as number);
    for (let row = 0; block !== undefined && row < length; row++) {
      const code = block.codes[row] as number;
      const to = layout.position === null ? offset + row : (layout.position[offset + row] as number);
      if (to >= 0 && code >= 0) target[to] = newCodes[code] as number;
    }
    offset += length;
  }
  return { codes: target, values };
}

function gatherCategories(column: CategoryColumn, order: Int32Array): CategoryColumn {
  return { codes: pick(column.codes, order, sharedInt32(order.length), -1), values: column.values };
}

function placeScores(blocks: readonly (ScoreColumn | undefined)[], layout: Layout): ScoreColumn {
  const scales: Scale[] = [];
  const recoded = blocks.map((block) => {
    if (block === undefined) return undefined;
    const numbers = Uint8Array.from(block.scales, (scale) => numberOfScale(scales, scale));
    return block.scale.map((number) => numbers[number] ?? 0);
  });
  const values = numberOperations.place(
    blocks.map((block) => block?.values),
    layout,
  );
  return { values, scale: placeCells(recoded, layout, sharedUint8(layout.rows)), scales };
}

function numberOfScale(scales: Scale[], wanted: Scale): number {
  const found = scales.findIndex(
    (scale) => scale.min === wanted.min && scale.max === wanted.max && scale.positiveFrom === wanted.positiveFrom,
  );
  return found >= 0 ? found : scales.push(wanted) - 1;
}

function gatherScores(column: ScoreColumn, order: Int32Array): ScoreColumn {
  return {
    values: numberOperations.gather(column.values, order),
    scale: pick(column.scale, order, sharedUint8(order.length), 0),
    scales: column.scales,
  };
}
