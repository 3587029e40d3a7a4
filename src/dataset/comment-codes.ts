/**
 * The table of codes of comments, joined to the responses whose comments were coded.
 */
import type { CategoryColumn } from './column.ts';
import type { CommentCodeTable, ResponseTable } from './dataset.ts';
import { isMissingId } from './id-index.ts';
import { linkIndex } from './latest-rows.ts';
import type { TablePart } from './part.ts';
import { fieldsWithoutIds, gatherColumns, placeColumns, type Stacked, stackTable } from './stack.ts';

/** The responses as they were before and after they were put in order. */
export interface OrderedResponses {
  readonly stacked: Stacked<'responses'>;
  /** Stacked rows that stay. */
  readonly kept: Int32Array;
  /** Row in the table of each stacked row; -1 = it stays out. */
  readonly position: Int32Array;
  readonly table: ResponseTable | null;
}

export interface CodedComments {
  /** Null when no row is kept. */
  readonly table: CommentCodeTable | null;
  readonly stacked: Stacked<'comment_codes'>;
  /** Rows whose response is not in the data, or stood in for by a later one. */
  readonly unmatched: Int32Array;
  /** Rows that say again what the coder had said of the comment. */
  readonly repeated: Int32Array;
  /** Rows of a coder who says two things of one comment: none of them counts. */
  readonly contradictory: Int32Array;
}

/** Joins codes to responses. What comes of it does not depend on the order of rows or files. */
export function commentCodesOf(
  parts: readonly TablePart<'comment_codes'>[],
  responses: OrderedResponses,
): CodedComments {
  const stacked = stackTable('comment_codes', parts, ['response_id']);
  const columns = placeColumns('comment_codes', parts, null, stacked.rows, fieldsWithoutIds('comment_codes'));
  const response = responseOfRows(stacked, responses);
  const coder = columns.coder as CategoryColumn;
  const code = columns.code as CategoryColumn;
  const unmatched: number[] = [];
  const repeated: number[] = [];
  /** Rows by response and coder: the first of each code. */
  const said = new Map<number, number[]>();
  for (let row = 0; row < stacked.rows; row++) {
    if ((response[row] as number) < 0) {
      unmatched.push(row);
      continue;
    }
    const key = (response[row] as number) * coder.values.length + (coder.codes[row] as number);
    const before = said.get(key) ?? [];
    if (before.some((other) => code.codes[other] === code.codes[row])) repeated.push(row);
    else said.set(key, [...before, row]);
  }
  const keys = [...said.keys()].sort((a, b) => a - b);
  const rows = keys.map((key) => said.get(key) as number[]);
  const kept = Int32Array.from(rows.filter(({ length }) => length === 1).flat());
  return {
    stacked,
    unmatched: Int32Array.from(unmatched),
    repeated: Int32Array.from(repeated),
    contradictory: Int32Array.from(rows.filter(({ length }) => length > 1).flat()),
    table:
      kept.length === 0
        ? null
        : {
            name: 'comment_codes',
            rows: kept.length,
            columns: gatherColumns('comment_codes', columns, kept),
            customer: kept.map((row) => responses.table?.customer[response[row] as number] ?? -1),
            response: kept.map((row) => response[row] as number),
          },
  };
}

/** Row in the response table that each code is about; -1 = none. */
function responseOfRows(
  { rows, columns }: Stacked<'comment_codes'>,
  { stacked, kept, position }: OrderedResponses,
): Int32Array {
  const found = new Int32Array(rows).fill(-1);
  const named = columns.response_id;
  const ids = stacked.columns.response_id;
  if (named === undefined || ids === undefined) return found;
  const index = linkIndex(ids, kept);
  for (let row = 0; row < rows; row++) {
    if (isMissingId(named, row)) continue;
    const at = index.find(named.high[row] as number, named.low[row] as number);
    if (at >= 0) found[row] = position[at] as number;
  }
  return found;
}
