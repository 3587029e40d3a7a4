/**
 * Computes the figures of large data on two threads before pages ask for them one by one.
 */
import type { ReportConfig } from '../config/report.schema.ts';
import { type Dataset, DIMENSIONS, type Dimension } from '../dataset/dataset.ts';
import type { Cells, Metric } from '../metrics/definition.ts';
import type { Threads } from '../threads/threads.ts';
import type { ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';

/** What the other thread needs: the columns of the dataset are shared, not copied. */
export interface WarmUp {
  readonly dataset: Dataset;
  readonly config: ReportConfig;
  /** One flag per task, set by the thread that takes it. */
  readonly taken: Int32Array;
}

export type Warmed = readonly (readonly [key: string, cells: Cells])[];

/** Fills the store. This thread takes tasks from the front, the other from the back, until they meet. */
export async function warmInThreads(context: ReportContext, store: EstimateStore, threads: Threads): Promise<void> {
  const tasks = tasksOf(context);
  const taken = new Int32Array(new SharedArrayBuffer(tasks.length * Int32Array.BYTES_PER_ELEMENT));
  const { dataset } = context.metricContext;
  const warmed = threads.run<WarmUp, Warmed>(WARM_TASK, { dataset, config: context.config, taken });
  // While this thread computes, nobody waits for the other; its error is met below.
  warmed.catch(() => undefined);
  workOff(tasks, taken, store);
  store.take(await warmed);
}

const WARM_TASK = new URL('./warm-task.ts', import.meta.url);

/** Works off every task that no thread has taken yet, in the order given. */
export function workOff(tasks: readonly Task[], taken: Int32Array, store: EstimateStore): void {
  for (const { index, metrics, dimension } of tasks) {
    if (Atomics.exchange(taken, index, 1) === 0) store.warm(metrics, dimension);
  }
}

/** What one thread computes at a stretch: metrics that share their preparation, by one dimension or overall. */
export interface Task {
  /** Place of the task's flag. */
  readonly index: number;
  readonly metrics: readonly string[];
  readonly dimension: Dimension | null;
}

/**
 * Shares and means of one table are counted in one pass and go together; so does each family of waiting times or counts.
 *
 * What goes together stands together, so that the threads, which begin at the two ends, prepare it twice at most once;
 * and it is divided by dimension, so that they end at the same time.
 */
export function tasksOf({ metrics }: ReportContext): Task[] {
  const all = [...metrics.values()];
  const isCounted = ({ unit, ownPass }: Metric) => !ownPass && ['share', 'net', 'score', 'average'].includes(unit);
  const isOfTickets = ({ lens }: Metric) => lens === 'service';
  const tickets = all.filter((metric) => isCounted(metric) && isOfTickets(metric));
  const answers = all.filter((metric) => isCounted(metric) && !isOfTickets(metric));
  const families = Map.groupBy(
    all.filter((metric) => !isCounted(metric)),
    ({ id, variantOf, ownPass }) => (ownPass ? id : (variantOf ?? id)),
  );
  return [tickets, ...families.values(), answers]
    .flatMap((members) => {
      const dimensions = DIMENSIONS.filter((dimension) =>
        members.some((metric) => metric.dimensions.includes(dimension)),
      );
      return [null, ...dimensions].map((dimension) => ({ metrics: members.map(({ id }) => id), dimension }));
    })
    .map((task, index) => ({ index, ...task }));
}
