import { afterAll, expect, test } from 'vitest';
import { Threads } from '../threads/threads.ts';
import type { ReportContext } from './context.ts';
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
  const audited = (context: ReportContext, store: EstimateStore) => async () =>
    store.keepBack(await withheldFigures(context, store));
  const store = new EstimateStore(shared);
  await warmInThreads(shared, store, threads, audited(shared, store));
  expect(store.size).toBeGreaterThan(10_000);
  expect(new Set(shared.analyses.entries().map(([id]) => id))).toEqual(new Set(everyAnalysis().map(({ id }) => id)));
  for (const analysis of everyAnalysis())
    expect(shared.analyses.result(analysis)).toEqual(alone.analyses.result(analysis));
  const byItself = new EstimateStore(alone);
  const tasks = tasksOf(alone);
  expect([...workOff(tasks, new Int32Array(tasks.length), alone, byItself)]).toHaveLength(tasks.length);
  expect(new Map(shared.differences.entries())).toEqual(new Map(alone.differences.entries()));
  expect(shared.differences.entries().length).toBeGreaterThan(100);
  await audited(alone, byItself)();
  expect(estimatesCsv(estimateRows(shared, store, []))).toBe(estimatesCsv(estimateRows(alone, byItself, [])));
});
