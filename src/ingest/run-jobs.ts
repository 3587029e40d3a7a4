/**
 * Shares jobs out among threads.
 */
import { Worker } from 'node:worker_threads';
import type { Job } from './job.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** Below this many bytes in all, starting threads takes longer than reading. */
const WORTH_THREADS = 4 * 2 ** 20;

/**
 * The outcome of each job, in the order of the jobs, whichever finishes first.
 *
 * @throws Error when a job fails by a bug.
 */
export async function runJobs(jobs: readonly Job[], threads: number): Promise<Outcome[]> {
  const bytes = jobs.reduce((sum, job) => sum + job.size, 0);
  const count = Math.min(threads, jobs.length);
  if (count < 2 || bytes < WORTH_THREADS) return jobs.map(outcomeOf);

  const waiting = jobs.map((_, index) => index).sort((a, b) => sizeOf(jobs, b) - sizeOf(jobs, a) || a - b);
  const outcomes: Outcome[] = new Array(jobs.length);
  const workers = Array.from({ length: count }, () => new Worker(new URL('./worker.ts', import.meta.url)));
  try {
    await Promise.all(workers.map((worker) => workOff(worker, jobs, waiting, outcomes)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return outcomes;
}

function sizeOf(jobs: readonly Job[], index: number): number {
  return jobs[index]?.size ?? 0;
}

/** Gives the worker the next waiting job until there is none. */
function workOff(worker: Worker, jobs: readonly Job[], waiting: number[], outcomes: Outcome[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let current = -1;
    function next(): void {
      const index = waiting.shift();
      if (index === undefined) {
        resolve();
        return;
      }
      current = index;
      worker.postMessage(jobs[index]);
    }
    worker.on('message', (outcome: Outcome) => {
      outcomes[current] = outcome;
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`A reading thread ended with code ${code}`)));
    next();
  });
}
