/**
 * What the rules about rows know of a file.
 */
import type { ColumnTypes } from '../../dataset/column.ts';

/** The columns of one file before any row is set aside. */
export interface Draft {
  readonly rows: number;
  column<T extends keyof ColumnTypes>(field: string, type: T): ColumnTypes[T] | undefined;
  /** 1 for rows in which the field is a date without a time of day; null when none is. */
  datesOf(field: string): Uint8Array | null;
  /** Answers to items, one array per item. */
  readonly items: readonly Float64Array[];
}
