import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Threads } from './threads.ts';

const TASK = new URL('./task.fixture.ts', import.meta.url);
const OTHER = new URL('./gated-task.fixture.ts', import.meta.url);

describe('threads', { timeout: 60_000 }, () => {
  let threads: Threads;
  beforeEach(() => {
    threads = new Threads(2);
  });
  afterEach(() => threads.close());

  const run = (input: unknown) => threads.run<unknown, unknown>(TASK, input);

  test('give every task its own result, more tasks than threads included', async () => {
    const results = await Promise.all([1, 2, 3, 4, 5].map((add) => run({ add })));
    expect(results).toEqual([2, 3, 4, 5, 6]);
  });

  test('hand back what a task throws, and go on', async () => {
    await expect(run({ fail: 'on purpose' })).rejects.toThrow('on purpose');
    expect(await run({ add: 1 })).toBe(2);
  });

  test('survive the end of a thread: its task fails, those that wait are done by another', async () => {
    const single = new Threads(1);
    try {
      const lost = single.run<unknown, unknown>(TASK, { exit: 3 });
      const next = single.run<unknown, unknown>(TASK, { add: 1 });
      await expect(lost).rejects.toThrow('ended with code 3');
      expect(await next).toBe(2);
    } finally {
      await single.close();
    }
  });

  test('give a task to the thread that has run its module before, whichever was free last', async () => {
    const ran = () => threads.run<unknown, number>(TASK, { whoami: true });
    /** Both threads run another module, and are done in the order given. */
    const runOther = async (order: readonly [number, number]) => {
      const gates = order.map(() => new Int32Array(new SharedArrayBuffer(4)));
      const tasks = gates.map((gate) => threads.run(OTHER, { gate }));
      for (const place of order) {
        Atomics.store(gates[place] as Int32Array, 0, 1);
        Atomics.notify(gates[place] as Int32Array, 0);
        await tasks[place];
      }
    };
    const first = await ran();
    await runOther([0, 1]);
    expect(await ran()).toBe(first);
    await runOther([0, 1]);
    expect(await ran()).toBe(first);
    await runOther([1, 0]);
    expect(await ran()).toBe(first);
  });

  test('see what another thread writes into shared memory', async () => {
    const shared = new Int32Array(new SharedArrayBuffer(4));
    await run({ write: shared });
    expect(shared[0]).toBe(1);
  });

  test('refuse what waits when they are closed', async () => {
    const single = new Threads(1);
    const begun = single.run<unknown, unknown>(TASK, { wait: true });
    const waiting = single.run<unknown, unknown>(TASK, { add: 1 });
    const outcomes = Promise.allSettled([begun, waiting]);
    await single.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
