/**
 * Differences between figures, computed once: some take a bootstrap, which a thread may have done in advance.
 */
import type { Difference } from '../metrics/definition.ts';

export class Differences {
  readonly #found = new Map<string, Difference | null>();

  /** @param key names the metric and both groups: with the data of a build they decide the difference. */
  once(key: string, compute: () => Difference | null): Difference | null {
    let found = this.#found.get(key);
    if (found === undefined) {
      found = compute();
      this.#found.set(key, found);
    }
    return found;
  }

  /** What has been computed so far, to hand to another thread. */
  entries(): [key: string, difference: Difference | null][] {
    return [...this.#found];
  }

  /** Takes over what another thread has computed from the same data. */
  take(entries: Iterable<readonly [key: string, difference: Difference | null]>): void {
    for (const [key, difference] of entries) this.#found.set(key, difference);
  }
}
