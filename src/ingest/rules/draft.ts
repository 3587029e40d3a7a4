/**
 * What the rules about rows know of a file.
 */
import type { ColumnTypes } from '../../dataset/column.ts';

/** The columns of one file before any row is set aside. */
export interface Draft {
  readonly rows: number;
  column<T extends keyof ColumnTypes>(field: string, type: T): ColumnTypes[T] | undefined;
  /** Whether all moments of the field are dates without a time of day. */
  isDateOnly(field: string): boolean;
  /** Answers to items, one array per item. */
  readonly items: readonly Float64Array[];
}
