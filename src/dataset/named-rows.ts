/**
 * Rows of a finished table, found by the identifiers of their records: what other tables belong to.
 */
import type { IdColumn } from './column.ts';
import { isMissingId, type RowIndex } from './id-index.ts';

export class NamedRows {
  readonly #index: RowIndex | null;
  readonly #position: Int32Array;

  /**
   * @param index of the stacked rows; null = they have no identifiers.
   * @param position row in the finished table of each stacked row; -1 = it stays out.
   */
  constructor(index: RowIndex | null, position: Int32Array) {
    this.#index = index;
    this.#position = position;
  }

  /** Row in the finished table that each of `rows` rows names; -1 = none, or one that stays out. */
  find(named: IdColumn | undefined, rows: number): Int32Array {
    const found = new Int32Array(rows).fill(-1);
    if (named === undefined || this.#index === null) return found;
    for (let row = 0; row < rows; row++) {
      if (isMissingId(named, row)) continue;
      const at = this.#index.find(named.high[row] as number, named.low[row] as number);
      if (at >= 0) found[row] = this.#position[at] as number;
    }
    return found;
  }
}
