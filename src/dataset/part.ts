/**
 * What one file contributes to a dataset, before files are put together.
 */
import type { CategoryColumn, IdColumn, Scale } from './column.ts';
import type { Columns, ScoreName, TableName } from './model.ts';

/** How the clock behind `first_response_minutes` and `resolution_minutes` runs. */
export type Clock = 'calendar' | 'business';

/** Answers to items, several per response or ticket: each belongs to a touchpoint, none to the overall figure. */
export interface ItemAnswers {
  /** Row of the part that each answer stands in. */
  readonly response: Int32Array;
  readonly touchpoint: CategoryColumn;
  readonly score: ScoreName;
  readonly values: Float64Array;
  readonly scale: Scale;
}

/** Ratings of aspects that stand in the rows of responses. */
export interface AspectAnswers {
  /** Row of the part that each rating stands in. */
  readonly response: Int32Array;
  readonly aspect: CategoryColumn;
  readonly values: Float64Array;
  readonly scale: Scale;
}

/** The kept rows of one file, for one table. */
export interface TablePart<T extends TableName = TableName> {
  readonly table: T;
  readonly rows: number;
  /** Index of the file in the importer's accounts. */
  readonly file: number;
  /** The system that the file comes from: its identifiers tell records of that system apart. */
  readonly system: string;
  /** Record number in the file (1-based) of each row, for error messages. */
  readonly record: Uint32Array;
  readonly columns: Columns<T>;
  /** Item answers, in responses or in the rows of tickets. */
  readonly items: readonly ItemAnswers[];
  /** Ratings of aspects in the rows of responses; absent where there can be none. */
  readonly aspects?: readonly AspectAnswers[];
  /** Clock of the minutes columns; only tickets use it. */
  readonly clock: Clock;
  /** What happens to several answers of one customer or about one ticket (metrics: de-duplication). */
  readonly deduplicate: 'latest' | 'none';
  /** Identifiers of records that rows of this file say are no data, such as merged tickets, wherever they stand. */
  readonly retired?: IdColumn;
}

export type AnyTablePart = { [T in TableName]: TablePart<T> }[TableName];
