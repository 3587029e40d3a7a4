import type { IdColumn } from '../../dataset/column.ts';
import type { MissingCount } from '../account.ts';
import type { Cells } from '../cells.ts';
import { identityHash, identityText, isRoundedIdentity } from '../values/identity.ts';
import { type ColumnReader, type RowBatch, withRoom } from './column-reader.ts';

/** Reads identifiers; their text is hashed at once and not kept. */
export class IdColumnReader implements ColumnReader<IdColumn> {
  readonly #cells: Cells;
  readonly #isOwn: boolean;
  readonly #key: bigint;
  #hashes = new BigUint64Array(0);
  #rows = 0;
  #rounded = 0;
  #firstRounded = 0;

  /**
   * @param isOwn whether the identifier is the row's own, not that of a row it belongs to.
   * @param key of the report's hashes.
   */
  constructor(cells: Cells, isOwn: boolean, key: bigint) {
    this.#cells = cells;
    this.#isOwn = isOwn;
    this.#key = key;
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
      if (this.#rounded === 0) this.#firstRounded = record;
      this.#rounded++;
    }
    this.#hashes[this.#rows] = identityHash(identity, this.#key);
  }

  /**
   * Where a spreadsheet has rounded an identifier, several look the same and none of the column can be trusted to tell
   * rows apart or to bring them together: a row's own identifier then counts as different from all others, one that
   * points to other rows as missing.
   */
  finish(): IdColumn {
    const high = new Uint32Array(this.#rows);
    const low = new Uint32Array(this.#rows);
    const words = new Uint32Array(this.#hashes.buffer);
    for (let row = 0; row < this.#rows; row++) {
      const isKnown = words[2 * row] !== 0 || words[2 * row + 1] !== 0;
      if (this.#rounded === 0) {
        low[row] = words[2 * row] as number;
        high[row] = words[2 * row + 1] as number;
      } else if (this.#isOwn && isKnown) {
        const own = identityHash(`${this.#cells.name} ${words[2 * row]} ${words[2 * row + 1]} ${row}`, this.#key);
        low[row] = Number(own & 0xffff_ffffn);
        high[row] = Number(own >> 32n);
      }
    }
    return { high, low };
  }

  missing(): readonly MissingCount[] {
    return this.#cells.missingCounts();
  }

  notes(): readonly string[] {
    if (this.#rounded === 0) return [];
    const consequence = this.#isOwn ? 'repeated rows cannot be found' : 'the column links nothing';
    return [
      `${this.#cells.name}: a spreadsheet has rounded ${this.#rounded} of the identifiers (first in record ` +
        `${this.#firstRounded}), so ${consequence}; export again without opening the file there`,
    ];
  }
}
