/**
 * What becomes of a job, as data that can be sent between threads.
 */
import { Mistake, type MistakeDetails, Mistakes } from '../config/mistake.ts';
import { type Job, type JobResult, runJob } from './job.ts';

export type Outcome = { readonly result: JobResult } | { readonly mistakes: readonly MistakeDetails[] };

/** Runs a job; mistakes are part of the outcome, bugs are thrown. */
export async function run(job: Job): Promise<Outcome> {
  try {
    return { result: await runJob(job) };
  } catch (error) {
    if (error instanceof Mistake) return { mistakes: [error.details] };
    if (error instanceof Mistakes) return { mistakes: error.mistakes.map((mistake) => mistake.details) };
    throw error;
  }
}
