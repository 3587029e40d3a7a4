/**
 * Small tables that writers keep beside their texts, such as `content/actions.csv`.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { Mistake, throwMistakes } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import { sameName } from '../config/values.ts';

/** One row: every column of the table has a cell, empty where nothing was written. */
export interface WrittenRow<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>;
  /** For the message when something in it is wrong. */
  readonly place: { readonly file: string; readonly record: number };
}

/** Which columns a table has; the first ones must be there. */
export interface WritersColumns<Column extends string> {
  readonly needed: readonly Column[];
  readonly optional: readonly Column[];
}

/**
 * The rows of a table in the content folder; null when there is no such file. Comma, semicolon or tab parts the cells;
 * rows without anything written are passed over.
 *
 * @throws Mistake or Mistakes for bytes that are no UTF-8, columns that are missing, unknown or there twice, and rows of
 * another length than the header.
 */
export async function readWritersTable<Column extends string>(
  contentFolder: string,
  name: string,
  columns: WritersColumns<Column>,
): Promise<readonly WrittenRow<Column>[] | null> {
  const file = `${basename(contentFolder)}/${name}`;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(contentFolder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return rowsIn(textOf(bytes, file), file, columns);
}

function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Mistake({
      what: 'The file is not text in UTF-8',
      file,
      found: 'bytes that UTF-8 does not have',
      expected: 'UTF-8',
      remedy: 'Save it as “CSV UTF-8”.',
    });
  }
}

function rowsIn<Column extends string>(
  text: string,
  file: string,
  columns: WritersColumns<Column>,
): WrittenRow<Column>[] {
  const { data, errors } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  });
  const open = errors.find(({ code }) => code === 'MissingQuotes' || code === 'InvalidQuotes');
  if (open !== undefined) {
    throw new Mistake({
      what: 'A quotation mark is opened and not closed',
      file,
      ...(open.row === undefined ? {} : { record: Math.max(1, open.row) }),
      expected: 'a closing quotation mark; a mark inside a cell is written twice',
    });
  }
  const [header = [], ...rows] = data;
  const names = header.map(sameName);
  refuseColumns(names, file, columns);
  throwMistakes(
    rows.flatMap((row, index) =>
      row.length === header.length
        ? []
        : [
            new Mistake({
              what: 'A row has another number of cells than the header',
              file,
              record: index + 1,
              found: `${row.length} cells`,
              expected: `${header.length} cells`,
              remedy: 'Put cells that hold a comma into quotation marks.',
            }),
          ],
    ),
  );
  return rows.map((row, index) => ({
    cells: Object.fromEntries(
      [...columns.needed, ...columns.optional].map((column) => [column, (row[names.indexOf(column)] ?? '').trim()]),
    ) as Record<Column, string>,
    place: { file, record: index + 1 },
  }));
}

function refuseColumns(names: readonly string[], file: string, { needed, optional }: WritersColumns<string>): void {
  const known = [...needed, ...optional];
  const missing = needed.filter((column) => !names.includes(column));
  const expected = `the columns ${needed.join(', ')}${optional.length === 0 ? '' : `; if wanted ${optional.join(', ')}`}`;
  if (missing.length > 0) {
    throw new Mistake({
      what: `The column ${missing.map((column) => `“${column}”`).join(', ')} is missing`,
      file,
      found: names.filter((name) => name !== '').length === 0 ? 'no header' : `the columns ${names.join(', ')}`,
      expected,
      remedy: 'Write the names of the columns into the first line.',
    });
  }
  throwMistakes(
    names.flatMap((name, place) => {
      const isRepeated = names.indexOf(name) < place;
      if (known.includes(name) && !isRepeated) return [];
      const guess = nearest(name, known);
      return [
        new Mistake({
          what: isRepeated ? `The column “${name}” is there twice` : `There is no column “${name}”`,
          file,
          found: name === '' ? 'a column without a name' : name,
          expected,
          remedy: isRepeated || guess === undefined ? 'Take the column out.' : `Did you mean “${guess}”?`,
        }),
      ];
    }),
  );
}
