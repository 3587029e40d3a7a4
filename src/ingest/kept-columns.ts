/**
 * Columns of the rows that stay.
 */

import type { CategoryColumn, ColumnType, ColumnTypes, WordsColumn } from '../dataset/column.ts';
import { gather } from '../dataset/column-operations.ts';
import { TABLES, type TableName } from '../dataset/model.ts';
import { withoutRareTexts } from '../dataset/word-names.ts';

/**
 * The rows named by `kept` of every column (null = all). Dictionaries hold the values that remain, in code-unit order,
 * so that they do not depend on the order of rows. Words that may not be named lose their text.
 */
export function keptColumns(
  table: TableName,
  columns: Readonly<Record<string, ColumnTypes[ColumnType]>>,
  kept: Int32Array | null,
): Record<string, ColumnTypes[ColumnType]> {
  const types = TABLES[table] as Readonly<Record<string, ColumnType>>;
  return Object.fromEntries(
    Object.entries(columns).map(([field, column]) => {
      const type = types[field] as ColumnType;
      const rows = kept === null ? column : gather(type, column as never, kept);
      if (type === 'words') return [field, withoutRareTexts(rows as WordsColumn)];
      return [field, type === 'category' ? tidyDictionary(rows as CategoryColumn) : rows];
    }),
  );
}

function tidyDictionary({ codes, values }: CategoryColumn): CategoryColumn {
  const used = new Uint8Array(values.length);
  for (const code of codes) if (code >= 0) used[code] = 1;
  const remaining = values.filter((_, code) => used[code] === 1).sort();
  const numbers = new Map(remaining.map((value, code) => [value, code]));
  const recoded = Int32Array.from(values, (value) => numbers.get(value) ?? -1);
  const result = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    result[row] = code < 0 ? -1 : (recoded[code] as number);
  }
  return { codes: result, values: remaining };
}
