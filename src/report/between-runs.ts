import { availableParallelism } from 'node:os';
import { forgetAnswers, keepAnswers } from '../statistics/remembered.ts';
import { Threads } from '../threads/threads.ts';
import type { Ready } from './ready.ts';

/**
 * What a dev server keeps from one run to the next: what the latest computed, for one that would compute the same, so that
 * a writer who saves a text waits for the text only; its threads, which know the code by then; and what resampling
 * answered, for questions that a changed export leaves as they were.
 */
export class BetweenRuns {
  readonly threads = new Threads(availableParallelism());
  #latest: { readonly state: string; readonly ready: Ready } | null = null;

  constructor() {
    keepAnswers();
  }

  /** Ends the threads and forgets. */
  async close(): Promise<void> {
    this.#latest = null;
    forgetAnswers();
    await this.threads.close();
  }

  /** @param state of the input, as of `inputState`. */
  computed(state: string): Ready | null {
    return this.#latest?.state === state ? this.#latest.ready : null;
  }

  keep(state: string, ready: Ready): void {
    this.#latest = { state, ready };
  }
}
