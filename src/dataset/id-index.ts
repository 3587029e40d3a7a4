/**
 * Finds rows by identifier: an open-addressing hash table over 64-bit hashes.
 *
 * A Map would need a string or BigInt per cell; this needs two words.
 */
import type { IdColumn } from './column.ts';
import { sharedInt32 } from './shared-array.ts';

export class IdIndex {
  /** `SLOT` words a slot, side by side: what a search reads lies in one place of memory. */
  #slots: Uint32Array;
  #mask: number;
  /** Distinct identifiers added so far. */
  size = 0;

  /** @param expected how many distinct identifiers are likely; more are fine. */
  constructor(expected: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#slots = new Uint32Array(capacity * SLOT);
    this.#mask = capacity - 1;
  }

  /** The number of the identifier, 0, 1, 2 … by first appearance. */
  add(high: number, low: number): number {
    if (this.size * 2 > this.#mask) this.#grow();
    const slot = this.#slot(high, low);
    const known = this.#slots[slot + NUMBER] as number;
    if (known > 0) return known - 1;
    this.#slots[slot + HIGH] = high;
    this.#slots[slot + LOW] = low;
    this.#slots[slot + NUMBER] = this.size + 1;
    return this.size++;
  }

  /** The number of the identifier, or -1 when it was never added. */
  find(high: number, low: number): number {
    return (this.#slots[this.#slot(high, low) + NUMBER] as number) - 1;
  }

  /** Where the identifier is, or where it would go. */
  #slot(high: number, low: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let slot = mix(high, low) & mask;
    while (
      slots[slot * SLOT + NUMBER] !== 0 &&
      (slots[slot * SLOT + LOW] !== low || slots[slot * SLOT + HIGH] !== high)
    ) {
      slot = (slot + 1) & mask;
    }
    return slot * SLOT;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    this.#mask = (old.length / SLOT) * 2 - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + NUMBER] === 0) continue;
      const to = this.#slot(old[from + HIGH] as number, old[from + LOW] as number);
      for (let word = 0; word < SLOT; word++) this.#slots[to + word] = old[from + word] as number;
    }
  }
}

/** Also small numbers, which are not hashes, must spread over a table. */
function mix(high: number, low: number): number {
  const mixed = Math.imul(Math.imul(high, 0x9e3779b1) ^ low, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/**
 * One row of each identifier of a column, where most identifiers appear once.
 *
 * It holds row numbers only and compares with the column itself: a quarter of the memory of an `IdIndex`.
 */
export class RowIndex {
  readonly #id: IdColumn;
  /** Row plus one; 0 = the slot is free. */
  readonly #rows: Uint32Array;
  readonly #mask: number;
  readonly #disowned = new Set<number>();

  constructor(id: IdColumn) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, id.low.length * 2)));
    this.#id = id;
    this.#rows = new Uint32Array(capacity);
    this.#mask = capacity - 1;
  }

  /** Puts a row in and returns the one that stood for its identifier before; -1 = none did. */
  replace(row: number): number {
    const slot = this.#slot(this.#id.high[row] as number, this.#id.low[row] as number);
    const before = (this.#rows[slot] as number) - 1;
    this.#rows[slot] = row + 1;
    return before;
  }

  /** The row that stands for an identifier; -1 = none, or several that must not be mixed up. */
  find(high: number, low: number): number {
    const row = (this.#rows[this.#slot(high, low)] as number) - 1;
    return this.#disowned.has(row) ? -1 : row;
  }

  /** From now on nothing is found by the identifier of this row. */
  disown(row: number): void {
    this.#disowned.add(row);
  }

  #slot(high: number, low: number): number {
    const rows = this.#rows;
    const mask = this.#mask;
    let slot = mix(high, low) & mask;
    for (let row = rows[slot] as number; row !== 0; row = rows[slot] as number) {
      if (this.#id.low[row - 1] === low && this.#id.high[row - 1] === high) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}

const HIGH = 0;
const LOW = 1;
/** The identifier's number plus one; 0 = the slot is free. */
const NUMBER = 2;
/** A power of two, so that no slot lies across two lines of the cache. */
const SLOT = 4;

/** Whether the cell holds no identifier. */
export function isMissingId(column: IdColumn, row: number): boolean {
  return column.low[row] === 0 && column.high[row] === 0;
}

/** Customers come again and again, so their index starts small enough to stay in the cache. */
const FEW_CUSTOMERS = 1 << 15;

/**
 * Numbers the distinct identifiers of several columns in the order of their hashes,
 * so that the numbers do not depend on the order of rows or files.
 *
 * @returns one array per column with the number of each row (-1 = missing), and how many there are.
 */
export function numberIds(columns: readonly (IdColumn | null)[]): { numbers: (Int32Array | null)[]; count: number } {
  const index = new IdIndex(FEW_CUSTOMERS);
  const first = columns.map((column) => {
    if (column === null) return null;
    const numbers = sharedInt32(column.low.length).fill(-1);
    for (let row = 0; row < numbers.length; row++) {
      if (!isMissingId(column, row)) numbers[row] = index.add(column.high[row] as number, column.low[row] as number);
    }
    return numbers;
  });
  const rank = rankByHash(columns, first, index.size);
  for (const numbers of first) {
    if (numbers === null) continue;
    for (let row = 0; row < numbers.length; row++) {
      const number = numbers[row] as number;
      if (number >= 0) numbers[row] = rank[number] as number;
    }
  }
  return { numbers: first, count: index.size };
}

/** Rank of each first-appearance number when identifiers stand in the order of their hashes. */
function rankByHash(
  columns: readonly (IdColumn | null)[],
  numbers: readonly (Int32Array | null)[],
  count: number,
): Int32Array {
  const high = new Uint32Array(count);
  const low = new Uint32Array(count);
  for (const [index, column] of columns.entries()) {
    const rows = numbers[index];
    if (column === null || rows === null || rows === undefined) continue;
    for (let row = 0; row < rows.length; row++) {
      const number = rows[row] as number;
      if (number < 0) continue;
      high[number] = column.high[row] as number;
      low[number] = column.low[row] as number;
    }
  }
  const order = Int32Array.from({ length: count }, (_, number) => number);
  order.sort((a, b) => (high[a] as number) - (high[b] as number) || (low[a] as number) - (low[b] as number));
  const rank = new Int32Array(count);
  for (let position = 0; position < count; position++) rank[order[position] as number] = position;
  return rank;
}
