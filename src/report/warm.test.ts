import { afterAll, expect, test } from 'vitest';
import { Threads } from '../threads/threads.ts';
import { demoExports } from './demo-exports.fixture.ts';
import { withheldFigures } from './disclosure/withheld.ts';
import { estimateRows, estimatesCsv } from './downloads/estimates-csv.ts';
import { EstimateStore } from './estimates.ts';
import { reportContext } from './report-context.ts';
import { everyAnalysis, tasksOf, warmInThreads, workOff } from './warm.ts';

const threads = new Threads(1);
afterAll(() => threads.close());

test('two threads compute what one does, every figure, every analysis and every comparison', {
  timeout: 120_000,
}, async () => {
  const { config, assembled } = await demoExports();
  const [shared, alone] = [reportContext(assembled.dataset, config), reportContext(assembled.dataset, config)];
  const store = new EstimateStore(shared);
  await warmInThreads(shared, store, threads);
  expect(new Set(shared.analyses.entries().map(([id]) => id))).toEqual(new Set(everyAnalysis().map(({ id }) => id)));
  for (const analysis of everyAnalysis())
    expect(shared.analyses.result(analysis)).toEqual(alone.analyses.result(analysis));
  expect(store.entries().length).toBeGreaterThan(500);
  const byItself = new EstimateStore(alone);
  const tasks = tasksOf(alone);
  expect([...workOff(tasks, new Int32Array(tasks.length), alone, byItself)]).toHaveLength(tasks.length);
  expect(new Map(shared.differences.entries())).toEqual(new Map(alone.differences.entries()));
  expect(shared.differences.entries().length).toBeGreaterThan(100);
  store.keepBack(await withheldFigures(shared, store));
  byItself.keepBack(await withheldFigures(alone, byItself));
  expect(estimatesCsv(estimateRows(shared, store, []))).toBe(estimatesCsv(estimateRows(alone, byItself, [])));
});
