import { afterAll, afterEach, expect, test } from 'vitest';
import { forgetAnswers, keepAnswers, newAnswers } from '../statistics/remembered.ts';
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
afterEach(forgetAnswers);

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

/** What analyses, and comparisons of a metric, ask that is answered from memory. */
const ASKING: Readonly<Record<string, readonly string[]>> = {
  csat_mix: ['mix'],
  decay: ['decay'],
  department_share: ['department share'],
  drivers: ['importance'],
  first_response_median: ['quantile ratio'],
  human_touch: ['pooled difference'],
  interaction_weight: ['interaction weight'],
  rank_agreement: ['rank agreement'],
  representativeness: ['representativeness'],
  rest_of_journey: ['rest of the journey', 'rest of the journey, control'],
  reward_and_penalty: ['penalty and reward'],
  stable_share: ['stable share'],
  unique_contributions: ['unique contributions'],
  weighting_experience: ['weighted mean'],
  what_scores_tell: ['what scores tell'],
  who_meets_service: ['who meets service'],
  who_starts: ['who starts'],
};

test('what is answered from memory is what would be computed', async () => {
  const { config, assembled } = await demoExports();
  const computed = () => {
    const context = reportContext(assembled.dataset, config);
    const tasks = tasksOf(context);
    const asking = tasks.filter((task) => ('analysis' in task ? task.analysis.id : task.compared) in ASKING);
    for (const _ of workOff(asking, new Int32Array(tasks.length), context, new EstimateStore(context)));
    return { analyses: context.analyses.entries(), differences: context.differences.entries() };
  };
  const withoutMemory = computed();
  keepAnswers();
  computed();
  const names = newAnswers()?.map(([question]) => question.slice(0, question.lastIndexOf(' ')));
  expect([...new Set(names)].sort()).toEqual(Object.values(ASKING).flat().sort());
  expect(computed()).toEqual(withoutMemory);
  expect(newAnswers()).toEqual([]);
});
