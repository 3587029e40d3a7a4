/**
 * What becomes of a job, as data that can be sent between threads.
 */
import { isMarkedAsUntransferable } from 'node:worker_threads';
import { Mistake, type MistakeDetails, Mistakes } from '../config/mistake.ts';
import { type Job, runJob } from './job.ts';
import type { FileResult } from './read-table.ts';

export type Outcome = { readonly result: FileResult } | { readonly mistakes: readonly MistakeDetails[] };

/** Runs a job; mistakes are part of the outcome, bugs are thrown. */
export function outcomeOf(job: Job): Outcome {
  try {
    return { result: runJob(job) };
  } catch (error) {
    if (error instanceof Mistake) return { mistakes: [error.details] };
    if (error instanceof Mistakes) return { mistakes: error.mistakes.map((mistake) => mistake.details) };
    throw error;
  }
}

/**
 * The buffers behind the typed arrays of a result, each once: they change hands instead of being copied. Small arrays
 * can share Node's pool, which stays where it is.
 */
export function buffersOf(outcome: Outcome): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  if ('result' in outcome) collectBuffers(outcome.result.part, buffers);
  return [...buffers].filter((buffer) => !isMarkedAsUntransferable(buffer));
}

function collectBuffers(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (ArrayBuffer.isView(value)) buffers.add(value.buffer as ArrayBuffer);
  else if (Array.isArray(value) && typeof value[0] !== 'string')
    for (const entry of value) collectBuffers(entry, buffers);
  else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const entry of Object.values(value)) collectBuffers(entry, buffers);
  }
}
