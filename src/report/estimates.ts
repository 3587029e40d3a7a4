/**
 * Estimates on demand: computed once, suppressed before anybody sees them, and worded.
 */
import type { Grain, Period } from '../calendar/period.ts';
import type { Dimension } from '../dataset/dataset.ts';
import type { Cell, Cells, Metric } from '../metrics/definition.ts';
import { formatFor, metricOf, type ReportContext } from './context.ts';
import { publishedGrains } from './grains.ts';
import type { Estimate, Filter, Status } from './types/estimate.ts';
import { isEnough } from './verdict.ts';
import { count } from './wording/format.ts';

/** An estimate together with the cell it came from; cells never leave the report. */
export interface Computed {
  readonly estimate: Estimate;
  /** Null unless the figure may be published. */
  readonly cell: Cell | null;
}

export class EstimateStore {
  readonly #context: ReportContext;
  readonly #cells = new Map<string, Cells>();
  readonly #unavailable = new Map<string, string | null>();

  constructor(context: ReportContext) {
    this.#context = context;
  }

  /** Why the metric cannot be computed from these data; null when it can. */
  unavailable(metricId: string): string | null {
    let reason = this.#unavailable.get(metricId);
    if (reason === undefined) {
      reason = metricOf(this.#context, metricId).unavailable(this.#context.metricContext);
      this.#unavailable.set(metricId, reason);
    }
    return reason;
  }

  /** Computes what the downloads publish of metrics by one dimension (null = overall), those of one table in one call. */
  warm(metricIds: readonly string[], dimension: Dimension | null): void {
    const { config, metricContext } = this.#context;
    const chosen = metricIds.filter((id) => this.unavailable(id) === null).map((id) => metricOf(this.#context, id));
    // Metrics share a pass over the rows with those that have been asked before, if only for no period at all.
    for (const metric of chosen) metric.estimate(metricContext, { periods: [], dimension: null, where: {} });
    for (const { id, dimensions } of chosen) {
      if (dimension !== null && !dimensions.includes(dimension)) continue;
      for (const grain of publishedGrains(config, dimension === null ? 'overall' : 'by dimension')) {
        this.#cellsOf(id, dimension, grain, {});
      }
    }
  }

  /** What has been computed so far, to hand to another thread. */
  entries(): [key: string, cells: Cells][] {
    return [...this.#cells];
  }

  /** Takes over what another thread has computed from the same data. */
  take(entries: Iterable<readonly [key: string, cells: Cells]>): void {
    for (const [key, cells] of entries) this.#cells.set(key, cells);
  }

  /** Values of the dimension among the metric's rows, in code-unit order; empty when it has none. */
  values(metricId: string, dimension: Dimension): readonly string[] {
    return this.unavailable(metricId) === null ? this.#cellsOf(metricId, dimension, 'all', {}).values : [];
  }

  /** One estimate for one period of the calendar. */
  compute(metricId: string, where: Filter, period: Period): Computed {
    const metric = metricOf(this.#context, metricId);
    if (this.unavailable(metricId) !== null) return this.#publish(metric, where, period, null);
    const names = Object.keys(where) as Dimension[];
    const [only] = names;
    // One dimension is read off the table of all its values, which is computed once for all of them.
    const dimension = names.length === 1 && only !== undefined ? only : null;
    const cells = this.#cellsOf(metricId, dimension, period.grain, dimension === null ? where : {});
    const periodNumber = this.#context.periods[period.grain].findIndex(({ code }) => code === period.code);
    const value = dimension === null ? 0 : cells.values.indexOf(where[dimension] as string);
    const cell = value < 0 ? undefined : cells.cells[periodNumber * cells.values.length + value];
    return this.#publish(metric, where, period, cell ?? EMPTY);
  }

  estimate(metricId: string, where: Filter, period: Period): Estimate {
    return this.compute(metricId, where, period).estimate;
  }

  #cellsOf(metricId: string, dimension: Dimension | null, grain: Grain, where: Filter): Cells {
    const key = JSON.stringify([metricId, dimension, grain, Object.entries(where).sort()]);
    let cells = this.#cells.get(key);
    if (cells === undefined) {
      const { config, metricContext, periods } = this.#context;
      // What the downloads will ask for anyway is computed in the same pass.
      const grains = publishedGrains(config, dimension === null ? 'overall' : 'by dimension');
      cells = metricOf(this.#context, metricId).estimate(metricContext, {
        periods: periods[grain],
        dimension,
        where,
        ...(Object.keys(where).length === 0 ? { together: grains.map((each) => periods[each]) } : {}),
      });
      this.#cells.set(key, cells);
    }
    return cells;
  }

  #publish(metric: Metric, where: Filter, period: Period, cell: Cell | null): Computed {
    const { config } = this.#context;
    const status = statusOf(metric, period, cell, config.minimum_base);
    const format = formatFor(this.#context, metric.id);
    const common = { metric: metric.id, where, period, status, weighted: false };
    if (cell === null || cell.value === undefined || status === 'suppressed' || status === 'no_data') {
      return {
        estimate: {
          ...common,
          // Waits that have not reached their quantile were counted all the same.
          ...(status === 'no_data' && cell !== null && cell.n > 0 ? { n: cell.n } : {}),
          method: cell?.method ?? '',
          text: FLAGS[status] ?? '',
          range: '',
          base: absentBase(metric, status, cell, config.minimum_base),
        },
        cell: null,
      };
    }
    const interval =
      cell.low === undefined || cell.high === undefined || !Number.isFinite(cell.low) || !Number.isFinite(cell.high)
        ? {}
        : { low: cell.low, high: cell.high };
    return {
      estimate: {
        ...common,
        value: cell.value,
        ...interval,
        n: cell.n,
        method: cell.method,
        text: format.value(cell.value),
        range: interval.low === undefined ? '' : format.range(interval.low, interval.high),
        base: `n = ${count(cell.n, config.locale)} ${metric.counts}`,
      },
      cell,
    };
  }
}

/** Shorthand for the states of a figure, as national statistics offices write them; never an asterisk, never a blank. */
export const FLAGS: Readonly<Record<Status, string>> = {
  ok: '',
  low_base: '[u]',
  provisional: '[p]',
  suppressed: '[c]',
  no_data: '[x]',
  not_applicable: '[z]',
};

const EMPTY: Cell = { n: 0, customers: 0, method: '' };

function statusOf(metric: Metric, period: Period, cell: Cell | null, minimumBase: number): Status {
  if (cell === null) return 'not_applicable';
  if (cell.n === 0 && cell.value === undefined) return 'no_data';
  if (cell.customers < minimumBase) return 'suppressed';
  if (cell.value === undefined) return 'no_data';
  if (period.partial) return 'provisional';
  return isEnough(cell, metric) ? 'ok' : 'low_base';
}

function absentBase(metric: Metric, status: Status, cell: Cell | null, minimumBase: number): string {
  switch (status) {
    case 'suppressed':
      return `fewer than ${minimumBase} customers`;
    case 'not_applicable':
      return 'not in these data';
    default:
      // A quantile that the curve does not reach: too few waits have ended.
      return (cell?.n ?? 0) > 0 ? 'not reached by the end of the data' : `no ${metric.counts}`;
  }
}
