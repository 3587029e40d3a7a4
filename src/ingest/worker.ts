/**
 * A thread that reads one file after the other.
 */
import { parentPort } from 'node:worker_threads';
import type { Job } from './job.ts';
import { buffersOf, outcomeOf } from './outcome.ts';

parentPort?.on('message', (job: Job) => {
  const outcome = outcomeOf(job);
  parentPort?.postMessage(outcome, buffersOf(outcome));
});
