import { describe, expect, test } from 'vitest';
import type { Report } from '../report/types/report.ts';
import { pipelineOf } from './pipeline.ts';

function counting(fails: (run: number) => boolean = () => false) {
  let runs = 0;
  const published: Report[] = [];
  const pipeline = pipelineOf(
    async () => {
      runs += 1;
      if (fails(runs)) throw new Error(`run ${runs} failed`);
      return { run: runs } as unknown as Report;
    },
    (report) => published.push(report),
  );
  return { pipeline, published };
}

describe('the pipeline of a dev server', () => {
  test('runs once, however many pages ask', async () => {
    const { pipeline, published } = counting();
    const [first, second] = await Promise.all([pipeline.current(), pipeline.current()]);
    expect(first).toBe(second);
    expect(published).toEqual([first]);
  });

  test('gives the new report after a change', async () => {
    const { pipeline, published } = counting();
    const before = await pipeline.current();
    const after = await pipeline.renew();
    expect(after).not.toBe(before);
    expect(await pipeline.current()).toBe(after);
    expect(published).toEqual([before, after]);
  });

  test('a failed run is told to everyone who asks until a later one succeeds', async () => {
    const { pipeline } = counting((run) => run === 1);
    await expect(pipeline.current()).rejects.toThrow('run 1 failed');
    await expect(pipeline.current()).rejects.toThrow('run 1 failed');
    await pipeline.renew();
    await expect(pipeline.current()).resolves.toMatchObject({ run: 2 });
  });
});
