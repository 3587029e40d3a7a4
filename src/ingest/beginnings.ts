/**
 * A quick look at the first two characters of a cell: it settles for nearly every row of a file that the row is nothing
 * but a row.
 */
export class Beginnings {
  readonly #known = new Uint8Array(1 << 16);

  /** @param texts in any case; characters beyond ASCII, blanks and nothing at all are always known. */
  constructor(texts: Iterable<string>) {
    for (const text of texts) this.#known[keyOf(text)] = 1;
  }

  /** Whether the cell may begin as one of the texts does. */
  has(cell: string): boolean {
    const code = cell.charCodeAt(0);
    // Nothing at all gives NaN, which is above nothing.
    return !(code > 32 && code < 127) || this.#known[keyOf(cell)] === 1;
  }
}

/** Two characters without their case. */
function keyOf(text: string): number {
  return (((text.charCodeAt(0) | 32) & 0xff) << 8) | ((text.charCodeAt(1) | 32) & 0xff);
}
