/**
 * How blocks of rows become one table.
 */

/** Where the rows of several blocks go when they become one table. */
export interface Layout {
  /** Rows of each block, in order. */
  readonly lengths: readonly number[];
  /** Row in the table of each row of the blocks, counted through; -1 = it stays out. Null = one below the other. */
  readonly position: Int32Array | null;
  /** Rows of the table. */
  readonly rows: number;
}
