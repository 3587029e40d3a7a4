/**
 * `content/quotes.csv`: comments that somebody has read and released, each with the number of its answer.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { Mistake, throwMistakes } from '../../config/mistake.ts';

/** Where released comments stand, below the content folder. */
export const QUOTES = 'quotes.csv';

/** A comment that may be quoted. */
export interface ApprovedQuote {
  /** Number of the answer, as the export has it. It is never published. */
  readonly responseId: string;
  /** As the customer wrote it; what was left out stands in square brackets. */
  readonly quote: string;
  /** Row in the file, the header not counted. */
  readonly record: number;
}

export interface ReleasedQuotes {
  /** Path as the user knows it. */
  readonly file: string;
  /** Rows with a yes in both columns. */
  readonly approved: readonly ApprovedQuote[];
}

const COLUMNS = ['response_id', 'quote', 'consent', 'approved'] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/** A quote is read at a glance; a longer one tells more of its author than of the theme. */
const LONGEST = 300;

/**
 * What may be quoted: rows whose customer agreed and which somebody has approved. Null where there is no file.
 *
 * @throws Mistake or Mistakes for columns that are not there, and for cells that are neither yes nor no.
 */
export async function readQuotes(contentFolder: string): Promise<ReleasedQuotes | null> {
  const file = `${basename(contentFolder)}/${QUOTES}`;
  let text: string;
  try {
    text = await readFile(join(contentFolder, QUOTES), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return { file, approved: approvedIn(text.replace(/^\uFEFF/, ''), file) };
}

function approvedIn(text: string, file: string): ApprovedQuote[] {
  const { data, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: 'greedy' });
  const found = meta.fields ?? [];
  const missing = COLUMNS.filter((column) => !found.includes(column));
  if (missing.length > 0) {
    throw new Mistake({
      what: `The file of quotes has no column ${missing.map((column) => `“${column}”`).join(', ')}`,
      file,
      found: found.length === 0 ? 'no header' : `columns ${found.join(', ')}`,
      expected: `the columns ${COLUMNS.join(', ')}`,
      remedy: 'Write the column names into the first line, and yes or no below “consent” and “approved”.',
    });
  }
  const rows = data.map((row, index) => ({ row, record: index + 1 }));
  throwMistakes(rows.flatMap(({ row, record }) => mistakesOf(row, file, record)));
  return rows.flatMap(({ row: { response_id = '', quote = '', consent, approved }, record }) =>
    isYes(consent) && isYes(approved) ? [{ responseId: response_id.trim(), quote: quote.trim(), record }] : [],
  );
}

function isYes(cell = ''): boolean {
  return cell.trim().toLowerCase() === 'yes';
}

function mistakesOf(row: Row, file: string, record: number): Mistake[] {
  const unclear = (['consent', 'approved'] as const).filter(
    (column) => !['', 'yes', 'no'].includes((row[column] ?? '').trim().toLowerCase()),
  );
  const length = [...(row.quote ?? '').trim()].length;
  return [
    ...unclear.map(
      (column) =>
        new Mistake({
          what: 'A quote is neither released nor held back',
          file,
          record,
          field: column,
          found: row[column] as string,
          expected: 'yes or no',
        }),
    ),
    ...(length > 0 && length <= LONGEST
      ? []
      : [
          new Mistake({
            what: length === 0 ? 'A quote is empty' : 'A quote is too long',
            file,
            record,
            field: 'quote',
            found: `${length} characters`,
            expected: `1 to ${LONGEST} characters`,
            remedy: 'Shorten it to what it is quoted for; what is left out stands as […].',
          }),
        ]),
  ];
}
