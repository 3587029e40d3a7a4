/**
 * Whether the population margins and the answers that they shall weight fit each other.
 */
import { Mistake, throwMistakes } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import type { CategoryColumn } from '../dataset/column.ts';
import { type Dataset, MARGIN_DIMENSIONS, type MarginDimension } from '../dataset/dataset.ts';
import { dimensionColumn } from '../dataset/dimension.ts';
import type { TablePart } from '../dataset/part.ts';
import type { Ingested } from '../ingest/ingest.ts';
import { MOST_MARGINS } from '../metrics/weighting-frame.ts';
import { listed } from './wording/list.ts';

/** One row of the margins, and where it stands. */
interface MarginRow {
  readonly dimension: MarginDimension;
  readonly value: string;
  readonly count: number;
  readonly file: string;
  readonly record: number;
}

/**
 * @throws Mistake or Mistakes for margins without a count, a value that is counted twice, more dimensions than can be
 *   weighted by, a dimension or a spelling that no answer has, and values of answers that the margins lack. A value of the
 *   population that nobody answered for is no mistake: it is taken together with other rare ones.
 */
export function refuseUnfitMargins({ parts, accounts }: Ingested, dataset: Dataset): void {
  const tables = parts.filter((part) => part.table === 'margins') as unknown as readonly TablePart<'margins'>[];
  const [first] = tables;
  if (first === undefined) return;
  const rows = tables.flatMap((part) => rowsOf(part, accounts[part.file]?.path ?? ''));
  const dimensions = MARGIN_DIMENSIONS.filter((dimension) => rows.some((row) => row.dimension === dimension));
  throwMistakes([
    ...(rows.length > 0 ? [] : [withoutCounts(accounts[first.file]?.path ?? '', 'no row that can be read')]),
    ...repeated(rows),
    ...(dimensions.length > MOST_MARGINS ? [tooMany(rows, dimensions)] : []),
    ...dimensions.flatMap((dimension) =>
      unlikeAnswers(
        dimension,
        rows.filter((row) => row.dimension === dimension),
        dataset,
      ),
    ),
  ]);
}

function rowsOf({ rows, columns, record }: TablePart<'margins'>, file: string): MarginRow[] {
  const text = ({ codes, values }: CategoryColumn, row: number) => values[codes[row] as number] as string;
  const { dimension, value, count } = columns;
  if (dimension === undefined || value === undefined || count === undefined) return [];
  return Array.from({ length: rows }, (_, row) => ({
    dimension: text(dimension, row) as MarginDimension,
    value: text(value, row),
    count: count[row] as number,
    file,
    record: record[row] as number,
  }));
}

function withoutCounts(file: string, found: string, field?: string): Mistake {
  return new Mistake({
    what: 'Population margins hold no count to weight by',
    file,
    ...(field === undefined ? {} : { field }),
    found,
    expected: 'at least one count above 0 for each dimension',
    remedy: 'Export the counts again, or take the file out of the data folder.',
  });
}

function repeated(rows: readonly MarginRow[]): Mistake[] {
  const seen = new Map<string, MarginRow>();
  return rows.flatMap((row) => {
    const key = JSON.stringify([row.dimension, row.value]);
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, row);
      return [];
    }
    return [
      new Mistake({
        what: 'A population margin counts the same value twice',
        file: row.file,
        record: row.record,
        field: row.dimension,
        found: `${row.value}: ${row.count}, and ${earlier.count} in record ${earlier.record} of ${earlier.file}`,
        expected: 'each value of a dimension once',
        remedy: 'Keep one of the rows: the population is that of one moment.',
      }),
    ];
  });
}

function tooMany([first]: readonly MarginRow[], dimensions: readonly MarginDimension[]): Mistake {
  return new Mistake({
    what: `Answers are weighted by at most ${MOST_MARGINS} dimensions`,
    file: first?.file ?? '',
    field: 'dimension',
    found: listed(dimensions, 'and'),
    expected: `rows of at most ${MOST_MARGINS} dimensions`,
    remedy:
      'Keep the dimensions by which those who answer differ most from those who do not, and take out the rows of the others.',
  });
}

/** Mistakes in the spelling and the values of one dimension. */
function unlikeAnswers(dimension: MarginDimension, rows: readonly MarginRow[], dataset: Dataset): Mistake[] {
  const place = { file: rows[0]?.file ?? '', field: dimension };
  if (rows.every(({ count }) => count === 0)) return [withoutCounts(place.file, 'only counts of 0', dimension)];
  const answered = valuesOfAnswers(dataset, dimension);
  if (answered.size === 0) {
    return [
      new Mistake({
        what: 'Population margins count by a dimension that no answer has',
        ...place,
        found: `${rows.length} ${rows.length === 1 ? 'value' : 'values'} of ${dimension}, and no answer with a ${dimension}`,
        expected: `answers that state their ${dimension}, or whose ticket or customer does`,
        remedy: `Add ${dimension} to the answers, or take its rows out of the margins.`,
      }),
    ];
  }
  const counted = new Set(rows.map(({ value }) => value));
  const lacking = [...answered].filter((value) => !counted.has(value)).sort();
  const misspelt = rows.flatMap((row): { row: MarginRow; meant: string }[] => {
    const meant = answered.has(row.value) ? undefined : lacking.find((value) => isAlike(value, row.value));
    return meant === undefined ? [] : [{ row, meant }];
  });
  if (misspelt.length > 0) {
    return misspelt.map(
      ({ row, meant }) =>
        new Mistake({
          what: 'A population margin writes a value otherwise than answers do',
          file: row.file,
          record: row.record,
          field: dimension,
          found: row.value,
          expected: `${meant}, as answers have it`,
          remedy: 'Write both alike.',
        }),
    );
  }
  if (lacking.length === 0) return [];
  const unanswered = rows.map(({ value }) => value).filter((value) => !answered.has(value));
  const near = nearest(lacking[0] as string, unanswered);
  return [
    new Mistake({
      what: 'Answers have values that the population margins do not count',
      ...place,
      found: listed(lacking, 'and'),
      expected: `a row of the margins for every ${dimension} that answers have`,
      remedy:
        `Add a row for each. With a count of 0 its answers are left out of the weighting: they are none of the population.` +
        (near === undefined ? '' : ` Or is “${lacking[0]}” what the margins call “${near}”?`),
    }),
  ];
}

/** The values that given answers have; invitations without an answer are no answers. */
function valuesOfAnswers(dataset: Dataset, dimension: MarginDimension): ReadonlySet<string> {
  const column = dimensionColumn(dataset, 'responses', dimension);
  const submitted = dataset.responses?.columns.submitted_at;
  const values = new Set<string>();
  if (column === null || submitted === undefined) return values;
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row] as number;
    if (code >= 0 && !Number.isNaN(submitted[row])) values.add(column.values[code] as string);
  }
  return values;
}

function isAlike(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return plain(a) === plain(b);
}
