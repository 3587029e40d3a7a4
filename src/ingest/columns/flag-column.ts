import type { FlagColumn } from '../../dataset/column.ts';
import type { MissingCount } from '../account.ts';
import type { Cells } from '../cells.ts';
import type { Faults } from '../faults.ts';
import { FLAG_WORDS, parseFlag } from '../values/flag.ts';
import { isNoValue } from '../values/text.ts';
import { CodedColumn, type Reading } from './coded-column.ts';
import type { ColumnReader, RowBatch } from './column-reader.ts';

/** Reads yes and no. */
export class FlagColumnReader implements ColumnReader<FlagColumn> {
  readonly #column: CodedColumn<0 | 1>;

  constructor(cells: Cells, faults: Faults) {
    this.#column = new CodedColumn(cells, faults, readFlag);
  }

  append(batch: RowBatch): void {
    this.#column.append(batch);
  }

  finish(): FlagColumn {
    const { readings, codes } = this.#column.finish();
    const flagOf = Int8Array.from(readings, (reading) =>
      typeof reading !== 'string' && 'value' in reading ? reading.value : -1,
    );
    const flags = new Int8Array(codes.length);
    for (let row = 0; row < codes.length; row++) flags[row] = flagOf[codes[row] as number] as number;
    return flags;
  }

  missing(): readonly MissingCount[] {
    return this.#column.missing();
  }
}

function readFlag(text: string): Reading<0 | 1> {
  const value = parseFlag(text);
  if (value !== undefined) return { value };
  if (isNoValue(text)) return 'missing';
  return { expected: FLAG_WORDS, remedy: 'Say in sources.yaml what the word means, with `values` beside `column`.' };
}
