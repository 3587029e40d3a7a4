/**
 * Cells of one file that cannot be read, collected so that a user can mend them in one go.
 */
import { Mistake } from '../config/mistake.ts';

/** At most this many different faults of a file are written out; the rest is counted. */
const SHOWN = 20;

export interface Fault {
  /** Header of the column. */
  readonly column: string;
  readonly text: string;
  /** Record number of the first such cell. */
  readonly record: number;
  readonly expected: string;
  readonly remedy: string;
}

export class Faults {
  readonly #shown = new Map<string, { fault: Fault; cells: number }>();
  #hidden = 0;

  /** @param cells how many cells hold the same text. */
  add(fault: Fault, cells = 1): void {
    const key = `${fault.column}\n${fault.text}`;
    const known = this.#shown.get(key);
    if (known !== undefined) {
      known.cells += cells;
      if (fault.record < known.fault.record) known.fault = fault;
    } else if (this.#shown.size < SHOWN) this.#shown.set(key, { fault, cells });
    else this.#hidden += cells;
  }

  /** One mistake for each different text, in the order of the records, then one for all that is not shown. */
  mistakes(file: string): Mistake[] {
    const mistakes = [...this.#shown.values()]
      .sort((a, b) => a.fault.record - b.fault.record)
      .map(({ fault, cells }) => {
        const more = cells > 1 ? `, and ${cells - 1} more of the same` : '';
        return new Mistake({
          what: `A cell cannot be read${more}`,
          file,
          record: fault.record,
          field: fault.column,
          found: fault.text,
          expected: fault.expected,
          remedy: fault.remedy,
        });
      });
    if (this.#hidden > 0) {
      mistakes.push(new Mistake({ what: `${this.#hidden} more cells of this file cannot be read`, file }));
    }
    return mistakes;
  }
}
