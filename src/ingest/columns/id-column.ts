import type { IdColumn } from '../../dataset/column.ts';
import type { MissingCount } from '../account.ts';
import type { Cells } from '../cells.ts';
import type { Faults } from '../faults.ts';
import { identityHash, identityText, isRoundedIdentity } from '../values/identity.ts';
import { type ColumnReader, type RowBatch, withRoom } from './column-reader.ts';

/** Reads identifiers; their text is hashed at once and not kept. */
export class IdColumnReader implements ColumnReader<IdColumn> {
  readonly #cells: Cells;
  readonly #faults: Faults;
  #hashes = new BigUint64Array(0);
  #rows = 0;

  constructor(cells: Cells, faults: Faults) {
    this.#cells = cells;
    this.#faults = faults;
  }

  append({ records, numbers }: RowBatch): void {
    this.#hashes = withRoom(this.#hashes, this.#rows + records.length);
    for (let index = 0; index < records.length; index++) {
      const raw = this.#cells.raw(records[index] as string[]);
      // New slots are zero, which stands for a missing identifier.
      if (raw !== '') this.#read(raw, numbers[index] as number);
      this.#rows++;
    }
  }

  #read(raw: string, record: number): void {
    const text = this.#cells.translate(raw);
    const identity = identityText(text);
    if (identity === '') {
      this.#cells.countMissing(raw);
      return;
    }
    if (isRoundedIdentity(identity)) {
      this.#faults.add({
        column: this.#cells.name,
        text: raw,
        record,
        expected: 'the identifier in full',
        remedy: 'A spreadsheet has rounded it, so that several look the same: export again without opening it there.',
      });
      return;
    }
    this.#hashes[this.#rows] = identityHash(identity);
  }

  finish(): IdColumn {
    const high = new Uint32Array(this.#rows);
    const low = new Uint32Array(this.#rows);
    const words = new Uint32Array(this.#hashes.buffer);
    for (let row = 0; row < this.#rows; row++) {
      low[row] = words[2 * row] as number;
      high[row] = words[2 * row + 1] as number;
    }
    return { high, low };
  }

  missing(): readonly MissingCount[] {
    return this.#cells.missingCounts();
  }
}
