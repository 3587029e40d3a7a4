/**
 * Rows and distinct customers per group.
 */

/** Counts rows that are handed in in the order of their customers. */
export class Tally {
  readonly #n: Int32Array;
  readonly #customers: Int32Array;
  readonly #last: Int32Array;

  constructor(groups: number) {
    this.#n = new Int32Array(groups);
    this.#customers = new Int32Array(groups);
    this.#last = new Int32Array(groups).fill(-1);
  }

  /** @param customer number of the row's customer; -1 = one of its own. */
  add(group: number, customer: number): void {
    this.#n[group] = (this.#n[group] as number) + 1;
    if (customer >= 0 && customer === this.#last[group]) return;
    this.#last[group] = customer;
    this.#customers[group] = (this.#customers[group] as number) + 1;
  }

  /** Rows and distinct customers of a group so far. */
  at(group: number): { readonly n: number; readonly customers: number } {
    return { n: this.#n[group] as number, customers: this.#customers[group] as number };
  }
}
