/**
 * Finds rows by identifier: an open-addressing hash table over 64-bit hashes.
 *
 * A Map would need a string or BigInt per cell; this needs two words.
 */
import type { IdColumn } from './column.ts';

export class IdIndex {
  #high: Uint32Array;
  #low: Uint32Array;
  #number: Int32Array;
  #mask: number;
  /** Distinct identifiers added so far. */
  size = 0;

  /** @param expected how many distinct identifiers are likely; more are fine. */
  constructor(expected: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#number = new Int32Array(capacity).fill(-1);
    this.#mask = capacity - 1;
  }

  /** The number of the identifier, 0, 1, 2 … by first appearance. */
  add(high: number, low: number): number {
    if (this.size * 2 > this.#mask) this.#grow();
    const slot = this.#slot(high, low);
    const known = this.#number[slot] as number;
    if (known >= 0) return known;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#number[slot] = this.size;
    return this.size++;
  }

  /** The number of the identifier, or -1 when it was never added. */
  find(high: number, low: number): number {
    return this.#number[this.#slot(high, low)] as number;
  }

  #slot(high: number, low: number): number {
    // Also small numbers, which are not hashes, must spread over the table.
    const mixed = Math.imul(Math.imul(high, 0x9e3779b1) ^ low, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & this.#mask;
    while ((this.#number[slot] as number) >= 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  #grow(): void {
    const [high, low, number] = [this.#high, this.#low, this.#number];
    const capacity = high.length * 2;
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#number = new Int32Array(capacity).fill(-1);
    this.#mask = capacity - 1;
    for (let old = 0; old < high.length; old++) {
      if ((number[old] as number) < 0) continue;
      const slot = this.#slot(high[old] as number, low[old] as number);
      this.#high[slot] = high[old] as number;
      this.#low[slot] = low[old] as number;
      this.#number[slot] = number[old] as number;
    }
  }
}

/** Whether the cell holds no identifier. */
export function isMissingId(column: IdColumn, row: number): boolean {
  return column.low[row] === 0 && column.high[row] === 0;
}

/**
 * Numbers the distinct identifiers of several columns in the order of their hashes,
 * so that the numbers do not depend on the order of rows or files.
 *
 * @returns one array per column with the number of each row (-1 = missing), and how many there are.
 */
export function numberIds(columns: readonly (IdColumn | null)[]): { numbers: (Int32Array | null)[]; count: number } {
  const longest = Math.max(0, ...columns.map((column) => column?.low.length ?? 0));
  const index = new IdIndex(Math.min(longest, 1 << 20));
  const first = columns.map((column) => {
    if (column === null) return null;
    const numbers = new Int32Array(column.low.length).fill(-1);
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
