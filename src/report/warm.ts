/**
 * Computes the figures, comparisons and analyses of large data on two threads before pages ask for them one by one.
 */
import { setImmediate } from 'node:timers/promises';
import type { ReportConfig } from '../config/report.schema.ts';
import { CONTRAST_TESTS } from '../contrasts/contrasts.ts';
import { type Dataset, DIMENSIONS, type Dimension } from '../dataset/dataset.ts';
import { ANALYSES } from '../metrics/analyses.ts';
import type { Analysis } from '../metrics/analysis.ts';
import type { Difference, Metric } from '../metrics/definition.ts';
import { type Known, learnAnswers, newAnswers } from '../statistics/remembered.ts';
import type { Threads } from '../threads/threads.ts';
import type { ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import { differenceOf } from './family.ts';
import { sectionPairs } from './sections.ts';

/** What the other thread needs: the columns of the dataset are shared, not copied. */
export interface WarmUp {
  readonly dataset: Dataset;
  readonly config: ReportConfig;
  /** One flag per task, set by the thread that takes it. */
  readonly taken: Int32Array;
  /** What this thread has answered that the other may be asked next; null where no answer is kept. */
  readonly answers: readonly Known[] | null;
}

/** What the other thread computed. */
export interface Warmed {
  readonly analyses: readonly (readonly [id: string, result: object])[];
  readonly differences: readonly (readonly [key: string, difference: Difference | null])[];
  readonly answers: readonly Known[] | null;
}

/**
 * Fills the store and has it audited. This thread computes the figures and audits them while the other has begun with the
 * tasks at the back; then it takes tasks from the front until they meet. Between two tasks it does what else is waiting,
 * such as the bundling of pages.
 *
 * @param audit called once all figures are there.
 */
export async function warmInThreads(
  context: ReportContext,
  store: EstimateStore,
  threads: Threads,
  audit: () => Promise<void>,
): Promise<void> {
  const tasks = tasksOf(context);
  const taken = new Int32Array(new SharedArrayBuffer(tasks.length * Int32Array.BYTES_PER_ELEMENT));
  const { dataset } = context.metricContext;
  const warmUp: WarmUp = { dataset, config: context.config, taken, answers: newAnswers() };
  const warmed = threads.run<WarmUp, Warmed>(WARM_TASK, warmUp);
  // While this thread computes, nobody waits for the other; its error is met below.
  warmed.catch(() => undefined);
  for (const { metrics, dimension } of figuresOf(context)) {
    store.warm(metrics, dimension);
    await setImmediate();
  }
  await audit();
  for (const _ of workOff(tasks, taken, context, store)) await setImmediate();
  const { analyses, differences, answers } = await warmed;
  context.analyses.take(analyses);
  context.differences.take(differences);
  learnAnswers(answers ?? []);
}

const WARM_TASK = new URL('./warm-task.ts', import.meta.url);

/** Works off every task that no thread has taken yet, in the order given, and pauses after each. */
export function* workOff(
  tasks: readonly Task[],
  taken: Int32Array,
  context: ReportContext,
  store: EstimateStore,
): Generator<void> {
  const open = store.beforeAudit();
  for (const task of tasks) {
    if (Atomics.exchange(taken, task.index, 1) !== 0) continue;
    if ('analysis' in task) context.analyses.result(task.analysis);
    else compareAhead(context, open, task.compared);
    yield;
  }
}

/**
 * The comparisons that the section of a metric may speak of. Which of them it will is known after the audit: what is
 * lacking then is computed then.
 */
function compareAhead(context: ReportContext, open: EstimateStore, metric: string): void {
  if (open.unavailable(metric) !== null) return;
  for (const pair of sectionPairs(context, open, metric, 'full')) differenceOf(pair, open, context);
}

/** What either thread computes at a stretch: an analysis, or the comparisons of a metric. */
export type Task = { readonly index: number } & (
  | { readonly analysis: Analysis<object> }
  | { readonly compared: string }
);

/**
 * Comparisons come first: they read figures, which only this thread has. Analyses of tickets stand together and so do
 * those of answers, so that the threads, which begin at the two ends, prepare the same rows twice at most once.
 */
export function tasksOf({ metrics }: ReportContext): Task[] {
  const compared = [...metrics.values()]
    .filter(({ variantOf }) => variantOf === undefined)
    .toSorted((a, b) => Number(isCounted(a)) - Number(isCounted(b)))
    .map(({ id }) => ({ compared: id }));
  const analyses = everyAnalysis()
    .toSorted((a, b) => Number(isOfTickets(b)) - Number(isOfTickets(a)))
    .map((analysis) => ({ analysis }));
  return [...compared, ...analyses].map((task, index) => ({ index, ...task }));
}

/** Those of the panels and those that contrasts ask for besides. */
export function everyAnalysis(): Analysis<object>[] {
  return [...new Set([...ANALYSES, ...CONTRAST_TESTS.map(({ analysis }) => analysis)])];
}

/** The same metrics overall (null) and by each dimension that any of them has. */
interface Figures {
  readonly metrics: readonly string[];
  readonly dimension: Dimension | null;
}

/** Shares and means of one table are counted in one pass and go together; so does each family of waiting times or counts. */
function figuresOf({ metrics }: ReportContext): Figures[] {
  const groups = Map.groupBy(metrics.values(), (metric) => {
    if (!isCounted(metric)) return metric.variantOf ?? metric.id;
    return isOfTickets(metric) ? 'counted tickets' : 'counted answers';
  });
  return [...groups.values()].flatMap((members) => {
    const dimensions = DIMENSIONS.filter((dimension) =>
      members.some((metric) => metric.dimensions.includes(dimension)),
    );
    return [null, ...dimensions].map((dimension) => ({ metrics: members.map(({ id }) => id), dimension }));
  });
}

/** Whether one pass over the rows counts it together with others. */
function isCounted({ unit, ownPass }: Metric): boolean {
  return !ownPass && ['share', 'net', 'score', 'average'].includes(unit);
}

function isOfTickets({ lens }: { readonly lens: string }): boolean {
  return lens === 'service';
}
