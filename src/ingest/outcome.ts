/**
 * What becomes of a job, as data that can be sent between threads.
 */
import { Mistake, type MistakeDetails, Mistakes } from '../config/mistake.ts';
import { type Job, runJob } from './job.ts';
import type { FileResult } from './read-table.ts';

export type Outcome = { readonly result: FileResult } | { readonly mistakes: readonly MistakeDetails[] };

/** Runs a job; mistakes are part of the outcome, bugs are thrown. */
export function run(job: Job): Outcome {
  try {
    return { result: runJob(job) };
  } catch (error) {
    if (error instanceof Mistake) return { mistakes: [error.details] };
    if (error instanceof Mistakes) return { mistakes: error.mistakes.map((mistake) => mistake.details) };
    throw error;
  }
}
