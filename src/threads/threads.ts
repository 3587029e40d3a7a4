/**
 * A few threads that take one task after the other.
 */
import { Worker } from 'node:worker_threads';

/** What a thread is sent: a module that exports `run`, and the input that is handed to it. */
export interface Assignment {
  readonly module: string;
  readonly input: unknown;
}

/** What comes back: a result, or the error that the task threw. */
export type Answer = { readonly result: unknown } | { readonly error: unknown };

interface Waiting extends Assignment {
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/**
 * Threads that live as long as a run. A thread starts when a task finds all others busy, so that a small run starts none.
 *
 * Inputs and results are copied between threads, except arrays over shared memory, which both sides then see.
 */
export class Threads {
  readonly #size: number;
  readonly #waiting: Waiting[] = [];
  readonly #idle: Worker[] = [];
  /** All threads, with the modules that each has been sent. */
  readonly #known = new Map<Worker, Set<string>>();

  /** @param size at most so many threads. */
  constructor(size: number) {
    this.#size = size;
  }

  /**
   * Runs a task as soon as a thread is free; tasks begin in the order in which they were handed in.
   *
   * @param module URL of a module that exports `run(input)`; what that returns must be data.
   * @throws whatever the task throws, or Error when its thread ends.
   */
  run<Input, Result>(module: URL, input: Input): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ module: module.href, input, resolve: resolve as Waiting['resolve'], reject });
      const worker = this.#idleFor(module.href) ?? (this.#known.size < this.#size ? this.#start() : undefined);
      if (worker !== undefined) this.#next(worker);
    });
  }

  /** Ends all threads; what has not begun is not begun any more, and what has is rejected. */
  async close(): Promise<void> {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('The threads were closed'));
    await Promise.all([...this.#known.keys()].map((worker) => worker.terminate()));
    this.#known.clear();
  }

  /** A free thread, one that has run the module before if there is one: it knows the code. */
  #idleFor(module: string): Worker | undefined {
    const knowing = this.#idle.findIndex((worker) => this.#known.get(worker)?.has(module));
    // Where none knows it, the place is −1, which takes the last.
    return this.#idle.splice(knowing, 1)[0];
  }

  #start(): Worker {
    const worker = new Worker(new URL('./thread.ts', import.meta.url));
    this.#known.set(worker, new Set());
    return worker;
  }

  /** Gives a free thread the next task, or none. */
  #next(worker: Worker): void {
    const task = this.#waiting.shift();
    if (task === undefined) {
      this.#idle.push(worker);
      // A thread without work does not keep the process alive.
      worker.unref();
      return;
    }
    worker.ref();
    this.#known.get(worker)?.add(task.module);
    const onMessage = (answer: Answer) =>
      settle(() => {
        if ('error' in answer) task.reject(answer.error);
        else task.resolve(answer.result);
        this.#next(worker);
      });
    const onLoss = (cause: unknown) =>
      settle(() => {
        this.#known.delete(worker);
        task.reject(typeof cause === 'number' ? new Error(`A thread ended with code ${cause}`) : cause);
        if (this.#waiting.length > 0) this.#next(this.#start());
      });
    const listeners = { message: onMessage, error: onLoss, messageerror: onLoss, exit: onLoss };
    // Only our own listeners go: Node has some on the same events.
    const settle = (end: () => void): void => {
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
      end();
    };
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
    worker.postMessage({ module: task.module, input: task.input } satisfies Assignment);
  }
}
