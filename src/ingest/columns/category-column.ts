import type { CategoryColumn } from '../../dataset/column.ts';
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

  constructor(cells: Cells, faults: Faults, interpret: (text: string) => Reading<string> = readCategory) {
    this.#column = new CodedColumn(cells, faults, interpret);
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
    return { codes: codes.map((code) => numberOf[code] as number), values: [...numbers.keys()] };
  }

  missing(): readonly MissingCount[] {
    return this.#column.missing();
  }
}

function readCategory(text: string): Reading<string> {
  if (isNoCategory(text)) return 'missing';
  const value = categoryText(text);
  return value === '' ? 'missing' : { value };
}

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
