import { nearest } from '../../config/nearest.ts';
import type { CategoryColumn } from '../../dataset/column.ts';
import { MARGIN_DIMENSIONS } from '../../dataset/dataset.ts';
import type { MissingCount } from '../account.ts';
import type { Cells } from '../cells.ts';
import type { Faults } from '../faults.ts';
import { categoryText } from '../values/category.ts';
import { parseState, STATE_WORDS } from '../values/state.ts';
import { isNoCategory } from '../values/text.ts';
import { CodedColumn, type Reading } from './coded-column.ts';
import type { ColumnReader, RowBatch } from './column-reader.ts';

/** Reads categories: what differs only in blanks or in how characters are composed is one category. */
export class CategoryColumnReader implements ColumnReader<CategoryColumn> {
  readonly #column: CodedColumn<string>;
  readonly #name: string;
  #damaged: readonly string[] = [];

  constructor(cells: Cells, faults: Faults, interpret: (text: string) => Reading<string>) {
    this.#column = new CodedColumn(cells, faults, interpret);
    this.#name = cells.name;
  }

  append(batch: RowBatch): void {
    this.#column.append(batch);
  }

  finish(): CategoryColumn {
    const { readings, codes } = this.#column.finish();
    const numbers = new Map<string, number>();
    const numberOf = Int32Array.from(readings, (reading) => {
      if (typeof reading === 'string' || !('value' in reading)) return -1;
      const known = numbers.get(reading.value) ?? numbers.size;
      numbers.set(reading.value, known);
      return known;
    });
    this.#damaged = [...numbers.keys()].filter((value) => SPREADSHEET_DATE.test(value));
    return { codes: codes.map((code) => numberOf[code] as number), values: [...numbers.keys()] };
  }

  missing(): readonly MissingCount[] {
    return this.#column.missing();
  }

  notes(): readonly string[] {
    const [first] = this.#damaged;
    if (first === undefined) return [];
    return [
      `${this.#name}: “${first}” looks like a range, such as 6-25, that a spreadsheet took for a date; it is read as it stands`,
    ];
  }
}

/** `6-25` opened in a spreadsheet becomes `Jun-25`. */
const SPREADSHEET_DATE = /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d\d$/;

/** Reads any text. */
export function readCategory(text: string): Reading<string> {
  if (isNoCategory(text)) return 'missing';
  const value = categoryText(text);
  return value === '' ? 'missing' : { value };
}

/**
 * Reads a ticket's state where teams name states of their own: unknown words are kept as they are, marked as unknown, for
 * `settleStates` to decide by the ticket's end.
 */
export function readAnyTicketState(text: string): Reading<string> {
  const known = readTicketState(text);
  return typeof known === 'string' || 'value' in known ? known : { value: UNKNOWN_STATE + categoryText(text) };
}

/** Stands before a state that nobody knows; no state of ours begins with it. */
export const UNKNOWN_STATE = '?';

/** Reads a ticket's state: words of tools become words of ours, unknown ones are faults. */
export function readTicketState(text: string): Reading<string> {
  if (isNoCategory(text)) return 'missing';
  const value = parseState(text);
  if (value !== undefined) return { value };
  return {
    expected: STATE_WORDS,
    remedy: `Say in sources.yaml what the word means: \`values: { ${JSON.stringify(text)}: open }\` beside \`column\` under \`status\`.`,
  };
}

/** Reads the dimension that a population is counted by. */
export function readMarginDimension(text: string): Reading<string> {
  if (isNoCategory(text)) return 'missing';
  const value = MARGIN_DIMENSIONS.find((dimension) => dimension === text.toLowerCase());
  if (value !== undefined) return { value };
  const near = nearest(text, MARGIN_DIMENSIONS);
  return {
    expected: `one of ${MARGIN_DIMENSIONS.join(', ')}`,
    remedy:
      near === undefined
        ? 'Name one of these dimensions, or take the rows out: answers are weighted by nothing else.'
        : `Did you mean “${near}”?`,
  };
}
