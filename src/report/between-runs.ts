import { availableParallelism } from 'node:os';
import { forgetAnswers, keepAnswers } from '../statistics/remembered.ts';
import { Threads } from '../threads/threads.ts';
import type { Ready } from './ready.ts';

/** The first page is drawn in this time, which is the page that somebody waits for. */
const QUIET_MILLISECONDS = 2000;

/**
 * What a dev server keeps from one run to the next: what the latest computed, for one that would compute the same, so that
 * a writer who saves a text waits for the text only; its threads, which know the code by then; and what resampling
 * answered, for questions that a changed export leaves as they were.
 */
export class BetweenRuns {
  readonly threads = new Threads(availableParallelism());
  #latest: { readonly state: string; readonly ready: Ready } | null = null;
  #rehearsal: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** Runs that have computed. */
  #computed = 0;

  constructor() {
    keepAnswers();
  }

  /** Called before a run computes, which then has the machine for itself. */
  async makeWay(): Promise<void> {
    this.#computed += 1;
    clearTimeout(this.#timer);
    await this.#rehearsal;
  }

  /**
   * Work that the next run will do, done once before it, when nobody has waited for a while: an engine is slow at what it
   * does for the first time, and somebody waits for the first save.
   */
  rehearse(work: () => Promise<void>): void {
    clearTimeout(this.#timer);
    if (this.#computed > 1 || this.#rehearsal !== null) return;
    this.#timer = setTimeout(() => {
      // A mistake that was saved meanwhile is told by the run that it begins.
      this.#rehearsal = work().catch(() => undefined);
    }, QUIET_MILLISECONDS).unref();
  }

  /** Ends the threads and forgets. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#rehearsal;
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
