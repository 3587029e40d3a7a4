/**
 * Rows of hand-built datasets, and the columns that they make.
 */
import type { IdColumn, Scale, ScoreColumn } from '../dataset/column.ts';
import { type Columns, TABLES, type TableName } from '../dataset/model.ts';
import { wordsOf } from '../dataset/words-for-tests.ts';

/**
 * One row by canonical headers: moments as ISO text, flags as true or false, identifiers and categories as text, comments
 * as words with blanks between them, answers as a number on the canonical scale or with a scale of their own. What is left
 * out is missing.
 */
export type Row = Readonly<Record<string, string | number | boolean | Answer | undefined>>;

export interface Answer extends Scale {
  readonly value: number;
}

const CANONICAL: Readonly<Record<string, Scale>> = {
  csat: { min: 1, max: 5, positiveFrom: 4 },
  ces: { min: 1, max: 7, positiveFrom: 5 },
  nps: { min: 0, max: 10, positiveFrom: 9 },
  emotion: { min: -2, max: 2, positiveFrom: 1 },
  score: { min: 1, max: 5, positiveFrom: 4 },
};

/** The columns of a table; a field is there when some row names it. */
export function columnsOf<T extends TableName>(table: T, rows: readonly Row[]): Columns<T> {
  const columns: Record<string, unknown> = {};
  for (const [field, type] of Object.entries(TABLES[table]) as [string, string][]) {
    const cells = rows.map((row) => row[field]);
    if (cells.some((cell) => cell !== undefined)) columns[field] = READERS[type]?.(cells, field);
  }
  return columns as Columns<T>;
}

export type RowCell = Row[string];

const READERS: Readonly<Record<string, (cells: readonly RowCell[], field: string) => unknown>> = {
  id: (cells): IdColumn => {
    const values = [...new Set(cells)];
    return {
      high: new Uint32Array(cells.length),
      low: Uint32Array.from(cells, (cell) => (cell === undefined ? 0 : values.indexOf(cell) + 1)),
    };
  },
  instant: (cells) => Float64Array.from(cells, (cell) => (cell === undefined ? Number.NaN : instant(String(cell)))),
  number: (cells) => Float64Array.from(cells, (cell) => (cell === undefined ? Number.NaN : Number(cell))),
  flag: (cells) => Int8Array.from(cells, (cell) => (cell === undefined ? -1 : cell === true ? 1 : 0)),
  category: (cells) => {
    const values = [...new Set(cells.filter((cell) => cell !== undefined))].map(String).sort();
    return { codes: Int32Array.from(cells, (cell) => values.indexOf(String(cell))), values };
  },
  words: (cells) => {
    const comments = cells.map((cell) => (cell === undefined ? null : String(cell)));
    // Themes may ask for any whole word.
    return wordsOf(comments, [...new Set(comments.flatMap((comment) => comment?.split(' ') ?? []))]);
  },
  score: (cells, field): ScoreColumn => {
    const answers = cells.map((cell) => answerOf(cell, field));
    const scales = [...new Map(answers.map(({ value: _, ...scale }) => [JSON.stringify(scale), scale])).values()];
    return {
      values: Float64Array.from(answers, ({ value }) => value),
      scale: Uint8Array.from(answers, ({ min, max, positiveFrom }) =>
        scales.findIndex((scale) => scale.min === min && scale.max === max && scale.positiveFrom === positiveFrom),
      ),
      scales,
    };
  },
};

function answerOf(cell: RowCell, field: string): Answer {
  if (typeof cell === 'object') return cell;
  return { value: cell === undefined ? Number.NaN : Number(cell), ...(CANONICAL[field] as Scale) };
}

/** Epoch milliseconds of ISO text in UTC: `2026-01-05`, `2026-01-05T09:00Z`. */
export function instant(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`not a moment: ${text}`);
  return at;
}
