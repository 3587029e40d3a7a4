/**
 * Computes the figures and analyses of large data on two threads before pages ask for them one by one.
 */
import { setImmediate } from 'node:timers/promises';
import type { ReportConfig } from '../config/report.schema.ts';
import { CONTRAST_TESTS } from '../contrasts/contrasts.ts';
import { type Dataset, DIMENSIONS, type Dimension } from '../dataset/dataset.ts';
import { ANALYSES } from '../metrics/analyses.ts';
import type { Analysis } from '../metrics/analysis.ts';
import type { Cells, Difference, Metric } from '../metrics/definition.ts';
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
}

/** What the other thread computed. */
export interface Warmed {
  readonly cells: readonly (readonly [key: string, cells: Cells])[];
  readonly analyses: readonly (readonly [id: string, result: object])[];
  readonly differences: readonly (readonly [key: string, difference: Difference | null])[];
}

/**
 * Fills the store. This thread takes tasks from the front, the other from the back, until they meet; between two tasks
 * this thread does what else is waiting, such as the bundling of pages.
 */
export async function warmInThreads(context: ReportContext, store: EstimateStore, threads: Threads): Promise<void> {
  const tasks = tasksOf(context);
  const taken = new Int32Array(new SharedArrayBuffer(tasks.length * Int32Array.BYTES_PER_ELEMENT));
  const { dataset } = context.metricContext;
  const warmed = threads.run<WarmUp, Warmed>(WARM_TASK, { dataset, config: context.config, taken });
  // While this thread computes, nobody waits for the other; its error is met below.
  warmed.catch(() => undefined);
  for (const _ of workOff(tasks, taken, context, store)) await setImmediate();
  const { cells, analyses, differences } = await warmed;
  store.take(cells);
  context.analyses.take(analyses);
  context.differences.take(differences);
}

const WARM_TASK = new URL('./warm-task.ts', import.meta.url);

/** Works off every task that no thread has taken yet, in the order given, and pauses after each. */
export function* workOff(
  tasks: readonly Task[],
  taken: Int32Array,
  context: ReportContext,
  store: EstimateStore,
): Generator<void> {
  for (const task of tasks) {
    if (Atomics.exchange(taken, task.index, 1) !== 0) continue;
    if ('analysis' in task) context.analyses.result(task.analysis);
    else if ('compared' in task) compareAhead(context, store, task.compared);
    else store.warm(task.metrics, task.dimension);
    yield;
  }
}

/**
 * The comparisons that the section of a metric may speak of. Which of them it will is known after the audit: what is
 * lacking then is computed then.
 */
function compareAhead(context: ReportContext, store: EstimateStore, metric: string): void {
  const open = store.beforeAudit();
  if (open.unavailable(metric) !== null) return;
  for (const pair of sectionPairs(context, open, metric, 'full')) differenceOf(pair, open, context);
}

/**
 * What one thread computes at a stretch: metrics that share their preparation, by one dimension or overall; an analysis;
 * or the comparisons of a metric.
 */
export type Task = { readonly index: number } & (
  | { readonly metrics: readonly string[]; readonly dimension: Dimension | null }
  | { readonly analysis: Analysis<object> }
  | { readonly compared: string }
);

/**
 * Shares and means of one table are counted in one pass and go together; so does each family of waiting times or counts.
 *
 * What goes together stands together, analyses beside the metrics that they take apart, so that the threads, which begin
 * at the two ends, prepare it twice at most once; and it is divided by dimension, so that they end at the same time.
 */
export function tasksOf({ metrics }: ReportContext): Task[] {
  const all = [...metrics.values()];
  const isCounted = ({ unit, ownPass }: Metric) => !ownPass && ['share', 'net', 'score', 'average'].includes(unit);
  const isOfTickets = ({ lens }: { readonly lens: string }) => lens === 'service';
  const tickets = all.filter((metric) => isCounted(metric) && isOfTickets(metric));
  const answers = all.filter((metric) => isCounted(metric) && !isOfTickets(metric));
  const families = Map.groupBy(
    all.filter((metric) => !isCounted(metric)),
    ({ id, variantOf }) => variantOf ?? id,
  );
  const analysesOf = (chosen: boolean) =>
    everyAnalysis()
      .filter((analysis) => isOfTickets(analysis) === chosen)
      .map((analysis) => ({ analysis }));
  const comparisonsOf = (members: readonly Metric[]) =>
    members.filter(({ variantOf }) => variantOf === undefined).map(({ id }) => ({ compared: id }));
  return [
    ...byDimension(tickets),
    ...comparisonsOf(tickets),
    ...analysesOf(true),
    ...[...families.values()].flatMap((members) => [...byDimension(members), ...comparisonsOf(members)]),
    ...analysesOf(false),
    ...comparisonsOf(answers),
    ...byDimension(answers),
  ].map((task, index) => ({ index, ...task }));
}

/** Those of the panels and those that contrasts ask for besides. */
export function everyAnalysis(): Analysis<object>[] {
  return [...new Set([...ANALYSES, ...CONTRAST_TESTS.map(({ analysis }) => analysis)])];
}

/** The same metrics overall and by each dimension that any of them has. */
function byDimension(members: readonly Metric[]): { metrics: readonly string[]; dimension: Dimension | null }[] {
  const dimensions = DIMENSIONS.filter((dimension) => members.some((metric) => metric.dimensions.includes(dimension)));
  return [null, ...dimensions].map((dimension) => ({ metrics: members.map(({ id }) => id), dimension }));
}
