/**
 * A task that does as it is told.
 */
import { threadId } from 'node:worker_threads';

export interface Order {
  readonly add?: number;
  readonly fail?: string;
  readonly exit?: number;
  readonly wait?: boolean;
  readonly write?: Int32Array;
  readonly whoami?: boolean;
}

export function run({ add = 0, fail, exit, wait, write, whoami }: Order): unknown {
  if (fail !== undefined) throw new Error(fail);
  if (exit !== undefined) process.exit(exit);
  if (wait) return new Promise(() => {});
  if (whoami) return threadId;
  if (write !== undefined) write[0] = 1;
  return 1 + add;
}
