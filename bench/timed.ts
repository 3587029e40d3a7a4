/**
 * How long something takes, by the clock and in processor time of all threads.
 */

export interface Timed<Result> {
  readonly result: Result;
  readonly milliseconds: number;
  /** More than the time by the clock where threads work side by side; the same on a busy machine as on an idle one. */
  readonly processorMilliseconds: number;
}

export async function timed<Result>(work: () => Promise<Result>): Promise<Timed<Result>> {
  const before = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { result, milliseconds, processorMilliseconds: (user + system) / 1000 };
}
