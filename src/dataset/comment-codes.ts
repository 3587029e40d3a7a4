/**
 * The table of codes of comments, joined to the responses whose comments were coded.
 */
import type { CategoryColumn } from './column.ts';
import type { CommentCodeTable, ResponseTable } from './dataset.ts';
import { CODE_KINDS, kindOfCode } from './model.ts';
import type { NamedRows } from './named-rows.ts';
import type { TablePart } from './part.ts';
import { fieldsWithoutIds, gatherColumns, placeColumns, type Stacked, stackTable } from './stack.ts';

export interface CodedComments {
  /** Null when no row is kept. */
  readonly table: CommentCodeTable | null;
  readonly stacked: Stacked<'comment_codes'>;
  /** Rows whose response is not in the data, or stood in for by a later one. */
  readonly unmatched: Int32Array;
  /** Rows that say again what the coder had said of the comment. */
  readonly repeated: Int32Array;
  /** Rows of a coder who says two things of one kind of one comment: none of them counts. */
  readonly contradictory: Int32Array;
}

/** Joins codes to responses. What comes of it does not depend on the order of rows or files. */
export function commentCodesOf(
  parts: readonly TablePart<'comment_codes'>[],
  named: NamedRows,
  responses: ResponseTable | null,
): CodedComments {
  const stacked = stackTable('comment_codes', parts, ['response_id']);
  const columns = placeColumns('comment_codes', parts, null, stacked.rows, fieldsWithoutIds('comment_codes'));
  const response = named.find(stacked.columns.response_id, stacked.rows);
  const coder = columns.coder as CategoryColumn;
  const code = columns.code as CategoryColumn;
  const unmatched: number[] = [];
  const repeated: number[] = [];
  const kindOf = (code?.values ?? []).map(kindOfCode);
  /** Rows by response, coder and kind of code: the first of each code. */
  const said = new Map<number, number[]>();
  for (let row = 0; row < stacked.rows; row++) {
    if ((response[row] as number) < 0) {
      unmatched.push(row);
      continue;
    }
    const who = (response[row] as number) * coder.values.length + (coder.codes[row] as number);
    const key = who * CODE_KINDS.length + (kindOf[code.codes[row] as number] as number);
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
            customer: kept.map((row) => responses?.customer[response[row] as number] ?? -1),
            response: kept.map((row) => response[row] as number),
            kind: Uint8Array.from(kept, (row) => kindOf[code.codes[row] as number] as number),
          },
  };
}
