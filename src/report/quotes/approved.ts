/**
 * `content/quotes.csv`: comments that somebody has read and released, each with the number of its answer.
 */
import { basename } from 'node:path';
import { readWritersTable, type WrittenRow } from '../../commentary/writers-table.ts';
import { Mistake, throwMistakes } from '../../config/mistake.ts';
import { identityText } from '../../ingest/values/identity.ts';

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
  /** Numbers of the answers in the other rows. */
  readonly heldBack: readonly string[];
}

const COLUMNS = { needed: ['response_id', 'quote', 'consent', 'approved'], optional: [] } as const;
type Column = (typeof COLUMNS)['needed'][number];
type Row = WrittenRow<Column>;

/** A quote is read at a glance; a longer one tells more of its author than of the theme. */
const LONGEST = 300;

/**
 * What may be quoted: rows whose customer agreed and which somebody has approved. Null where there is no file.
 *
 * @throws Mistake or Mistakes for a file that cannot be read, for cells that are neither yes nor no, and for answers that
 * are there twice: of two rows that differ, one may hold a consent that was withdrawn.
 */
export async function readQuotes(contentFolder: string): Promise<ReleasedQuotes | null> {
  const rows = await readWritersTable<Column>(contentFolder, QUOTES, COLUMNS);
  if (rows === null) return null;
  throwMistakes([...rows.flatMap(mistakesOf), ...repeatedAnswers(rows)]);
  const isApproved = ({ cells }: Row) => isYes(cells.consent) && isYes(cells.approved);
  return {
    file: `${basename(contentFolder)}/${QUOTES}`,
    heldBack: rows.filter((row) => !isApproved(row)).map(({ cells }) => cells.response_id),
    approved: rows
      .filter(isApproved)
      .map(({ cells, place }) => ({ responseId: cells.response_id, quote: cells.quote, record: place.record })),
  };
}

function isYes(cell: string): boolean {
  return cell.toLowerCase() === 'yes';
}

function repeatedAnswers(rows: readonly Row[]): Mistake[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ cells, place }) => {
    const answer = identityText(cells.response_id);
    const earlier = first.get(answer);
    if (earlier === undefined) {
      first.set(answer, place.record);
      return [];
    }
    return [
      new Mistake({
        what: 'An answer is there twice',
        ...place,
        field: 'response_id',
        found: `${cells.response_id}, as in record ${earlier}`,
        expected: 'each answer once, so that a consent that was withdrawn counts',
        remedy: 'Keep one of the two rows, with the consent that holds today.',
      }),
    ];
  });
}

function mistakesOf({ cells, place }: Row): Mistake[] {
  const unclear = (['consent', 'approved'] as const).filter(
    (column) => !['', 'yes', 'no'].includes(cells[column].toLowerCase()),
  );
  const length = [...cells.quote].length;
  return [
    ...unclear.map(
      (column) =>
        new Mistake({
          what: 'A quote is neither released nor held back',
          ...place,
          field: column,
          found: cells[column],
          expected: 'yes or no',
          remedy: 'Write yes where it is so; without a yes in both columns a quote stays in the file.',
        }),
    ),
    ...(length > 0 && length <= LONGEST
      ? []
      : [
          new Mistake({
            what: length === 0 ? 'A quote is empty' : 'A quote is too long',
            ...place,
            field: 'quote',
            found: `${length} characters`,
            expected: `1 to ${LONGEST} characters`,
            remedy: 'Shorten it to what it is quoted for; what is left out stands as […].',
          }),
        ]),
  ];
}
