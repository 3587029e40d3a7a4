/**
 * Shares jobs out among threads.
 */
import type { Threads } from '../threads/threads.ts';
import type { Job } from './job.ts';
import { type Outcome, run } from './outcome.ts';

/** Below this many bytes in all, starting threads takes longer than reading. */
const WORTH_THREADS = 4 * 2 ** 20;

const OUTCOME = new URL('./outcome.ts', import.meta.url);

/**
 * The outcome of each job, in the order of the jobs, whichever finishes first.
 *
 * @param threads null = everything is read by this one.
 * @param progress told each time a file has been read.
 * @throws Error when a job fails by a bug.
 */
export async function runJobs(
  jobs: readonly Job[],
  threads: Threads | null,
  progress: (done: number, total: number) => void = () => {},
): Promise<Outcome[]> {
  const bytes = jobs.reduce((sum, job) => sum + job.size, 0);
  let done = 0;
  const outcomes: Outcome[] = new Array(jobs.length);
  const note = (index: number, outcome: Outcome): void => {
    outcomes[index] = outcome;
    progress(++done, jobs.length);
  };
  if (threads === null || jobs.length < 2 || bytes < WORTH_THREADS) {
    for (const [index, job] of jobs.entries()) note(index, await run(job));
    return outcomes;
  }
  // The longest begin first, so that no thread is left alone with one at the end.
  const largestFirst = [...jobs.entries()].sort(([a, left], [b, right]) => right.size - left.size || a - b);
  await Promise.all(
    largestFirst.map(async ([index, job]) => {
      note(index, await threads.run<Job, Outcome>(OUTCOME, job));
    }),
  );
  return outcomes;
}
