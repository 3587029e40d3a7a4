/**
 * Codes that a source declares to mean "no value", each counted by name.
 */
import type { MissingCount } from './account.ts';
import { parseNumber } from './values/number.ts';

interface Code {
  readonly code: string;
  readonly meaning: string;
  count: number;
}

export class MissingCodes {
  readonly #codes: Code[];
  readonly #byText: ReadonlyMap<string, Code>;
  readonly #byNumber: ReadonlyMap<number, Code>;

  /** @param codes code → what it stands for; empty where nobody said. */
  constructor(codes: Iterable<readonly [code: string, meaning: string]>) {
    this.#codes = Array.from(codes, ([code, meaning]) => ({ code: code.trim(), meaning, count: 0 }));
    // As written, and in lower case: `N/A` and `n/a` are one code unless both were declared.
    this.#byText = new Map([
      ...this.#codes.map((code) => [code.code.toLowerCase(), code] as const),
      ...this.#codes.map((code) => [code.code, code] as const),
    ]);
    const numeric = this.#codes.map((code) => [parseNumber(code.code), code] as const);
    this.#byNumber = new Map(numeric.filter(([value]) => !Number.isNaN(value)));
  }

  /** Whether the trimmed cell is such a code; `11.0` is the code `11`. */
  has(text: string): boolean {
    return this.#find(text) !== undefined;
  }

  /** Counts cells that hold the code. */
  count(text: string, cells = 1): void {
    const code = this.#find(text);
    if (code !== undefined) code.count += cells;
  }

  /** Codes that occurred, in the order of their declaration. */
  counts(column: string): MissingCount[] {
    return this.#codes
      .filter((code) => code.count > 0)
      .map(({ code, meaning, count }) => ({ column, code, meaning, count }));
  }

  #find(text: string): Code | undefined {
    if (this.#codes.length === 0) return undefined;
    return (
      this.#byText.get(text) ??
      this.#byText.get(text.toLowerCase()) ??
      (this.#byNumber.size > 0 ? this.#byNumber.get(parseNumber(text)) : undefined)
    );
  }
}
