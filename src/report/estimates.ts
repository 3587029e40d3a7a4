/**
 * Estimates on demand: computed once, suppressed before anybody sees them, and worded.
 */
import type { Grain, Period } from '../calendar/period.ts';
import type { Dimension } from '../dataset/dataset.ts';
import type { Cell, Cells, Metric } from '../metrics/definition.ts';
import { formatFor, metricOf, type ReportContext } from './context.ts';
import { BLURRED, type Blurred, blurOf } from './disclosure/blur.ts';
import { Gate } from './disclosure/gate.ts';
import type { Withheld } from './disclosure/withheld.ts';
import { publishedGrains } from './grains.ts';
import type { Estimate, EstimateNumbers, Filter, Status } from './types/estimate.ts';
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
  readonly #cells: Map<string, Cells>;
  readonly #unavailable = new Map<string, string | null>();
  readonly #named = new Map<string, readonly string[]>();
  #gate: Gate | null = null;

  constructor(context: ReportContext, cells = new Map<string, Cells>()) {
    this.#context = context;
    this.#cells = cells;
  }

  /** The same figures as if nothing were kept back, for what is computed in advance: none of them may be shown. */
  beforeAudit(): EstimateStore {
    const open = new EstimateStore(this.#context, this.#cells);
    open.keepBack({ merged: new Set(), hides: () => false });
    return open;
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

  /** Number of figures computed so far, those of too few customers included. */
  get size(): number {
    let size = 0;
    for (const { cells } of this.#cells.values()) size += cells.length;
    return size;
  }

  /** Takes over what the audit has found; before that, no figure is published. */
  keepBack(withheld: Withheld): void {
    this.#gate = new Gate(this.#context, withheld, (metric, where, period) => this.#cellAt(metric, where, period));
  }

  /** Figures of the downloads before anything is hidden, for the audit alone. */
  unguarded(metricId: string, dimension: Dimension | null, grain: Grain): Cells {
    return this.#cellsOf(metricId, dimension, grain, {});
  }

  /** Whether months of the metric rest on so few customers that its course is shown by quarter. */
  isByQuarter(metricId: string): boolean {
    return this.#passing().isMerged(metricId);
  }

  /** Values of the dimension of which a figure of the metric may be shown, in code-unit order: no other may be named. */
  values(metricId: string, dimension: Dimension): readonly string[] {
    const key = `${metricId} ${dimension}`;
    const named =
      this.#named.get(key) ??
      this.#passing().named(metricOf(this.#context, metricId), dimension, this.allValues(metricId, dimension));
    this.#named.set(key, named);
    return named;
  }

  /** Values of the dimension among the metric's rows, for names that writers give themselves: not to be published. */
  allValues(metricId: string, dimension: Dimension): readonly string[] {
    return this.unavailable(metricId) === null ? this.#cellsOf(metricId, dimension, 'all', {}).values : [];
  }

  /** How many groups with rows in the period are not named. */
  unnamed(metricId: string, dimension: Dimension, period: Period): number {
    const named = this.values(metricId, dimension);
    return this.allValues(metricId, dimension).filter(
      (value) => !named.includes(value) && this.#cellAt(metricId, { [dimension]: value }, period).n > 0,
    ).length;
  }

  /** One estimate for one period of the calendar. */
  compute(metricId: string, where: Filter, period: Period): Computed {
    const published = this.#published(metricId, where, period);
    return { estimate: { ...published.numbers, ...this.#wordsOf(metricId, published) }, cell: published.cell };
  }

  /** The numbers of an estimate without its words, for tables with very many of them. */
  numbers(metricId: string, where: Filter, period: Period): EstimateNumbers {
    return this.#published(metricId, where, period).numbers;
  }

  #cellAt(metricId: string, where: Filter, period: Period): Cell {
    const names = Object.keys(where) as Dimension[];
    const [only] = names;
    // One dimension is read off the table of all its values, which is computed once for all of them.
    const dimension = names.length === 1 && only !== undefined ? only : null;
    const periodNumber = this.#context.periods[period.grain].findIndex(({ code }) => code === period.code);
    const cells =
      periodNumber < 0
        ? this.#cellsOfRolling(metricId, dimension, period, dimension === null ? where : {})
        : this.#cellsOf(metricId, dimension, period.grain, dimension === null ? where : {});
    const value = dimension === null ? 0 : cells.values.indexOf(where[dimension] as string);
    return (value < 0 ? undefined : cells.cells[Math.max(periodNumber, 0) * cells.values.length + value]) ?? EMPTY;
  }

  #passing(): Gate {
    if (this.#gate === null) throw new Error('A figure was asked for before the report was audited');
    return this.#gate;
  }

  estimate(metricId: string, where: Filter, period: Period): Estimate {
    return this.compute(metricId, where, period).estimate;
  }

  #cellsOf(metricId: string, dimension: Dimension | null, grain: Grain, where: Filter): Cells {
    // Nearly always there is none, and writing it out takes longer than looking the cells up.
    const filters = Object.keys(where).length === 0 ? '' : JSON.stringify(Object.entries(where).sort());
    const key = `${metricId} ${dimension} ${grain} ${filters}`;
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

  /** Cells of a period that is none of the calendar: twelve months in a row. */
  #cellsOfRolling(metricId: string, dimension: Dimension | null, period: Period, where: Filter): Cells {
    const key = JSON.stringify([metricId, dimension, period.code, Object.entries(where).sort()]);
    let cells = this.#cells.get(key);
    if (cells === undefined) {
      const { metricContext } = this.#context;
      cells = metricOf(this.#context, metricId).estimate(metricContext, { periods: [period], dimension, where });
      this.#cells.set(key, cells);
    }
    return cells;
  }

  #published(metricId: string, where: Filter, period: Period): Published {
    const metric = metricOf(this.#context, metricId);
    const cell = this.unavailable(metricId) === null ? this.#cellAt(metricId, where, period) : null;
    const isKeptBack = cell !== null && this.#passing().keepsBack(metric, where, period, cell);
    const status = statusOf(metric, period, cell, isKeptBack);
    const common = { metric: metricId, where, period, status, weighted: false };
    if (cell === null || cell.value === undefined || status === 'suppressed' || status === 'no_data') {
      // Waits that have not reached their quantile were counted all the same.
      const n = status === 'no_data' && cell !== null && cell.n > 0 ? { n: cell.n } : {};
      const method = status === 'suppressed' ? '' : (cell?.method ?? '');
      return { numbers: { ...common, ...n, method }, cell: null, blurred: null };
    }
    const blurred = blurOf(metric, cell);
    if (blurred !== null) {
      // No interval and no comparison: either would tell what is blurred.
      const shown: Status = status === 'ok' ? 'low_base' : status;
      const numbers = { ...common, status: shown, value: blurred.value, n: cell.n, method: BLURRED };
      return { numbers, cell: null, blurred };
    }
    const interval =
      cell.low === undefined || cell.high === undefined || !Number.isFinite(cell.low) || !Number.isFinite(cell.high)
        ? {}
        : { low: cell.low, high: cell.high };
    return {
      numbers: { ...common, value: cell.value, ...interval, n: cell.n, method: cell.method },
      cell,
      blurred: null,
    };
  }

  #wordsOf(metricId: string, { numbers, blurred }: Published): Pick<Estimate, 'text' | 'range' | 'base'> {
    const { config } = this.#context;
    const { status, value, low, high, n = 0 } = numbers;
    const metric = metricOf(this.#context, metricId);
    if (value === undefined) {
      return { text: FLAGS[status] ?? '', range: '', base: absentBase(metric, status, n, config.minimum_base) };
    }
    const format = formatFor(this.#context, metricId);
    return {
      text: blurred?.text ?? format.value(value),
      range: low === undefined || high === undefined ? '' : format.range(low, high),
      base: `n = ${count(n, config.locale)} ${metric.counts}`,
    };
  }
}

/** What of a figure may be shown. */
interface Published {
  readonly numbers: EstimateNumbers;
  readonly cell: Cell | null;
  readonly blurred: Blurred | null;
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

/** Why a figure is kept back, after its flag: whether it is one of too few itself, nobody can tell. */
export function keptBackWords(minimumBase: number): string {
  return `would reveal a group of fewer than ${minimumBase} customers`;
}

const EMPTY: Cell = { n: 0, customers: 0, method: '' };

function statusOf(metric: Metric, period: Period, cell: Cell | null, isKeptBack: boolean): Status {
  if (cell === null) return 'not_applicable';
  if (cell.n === 0 && cell.value === undefined) return 'no_data';
  if (isKeptBack) return 'suppressed';
  if (cell.value === undefined) return 'no_data';
  if (period.partial) return 'provisional';
  return isEnough(cell, metric) ? 'ok' : 'low_base';
}

function absentBase(metric: Metric, status: Status, n: number, minimumBase: number): string {
  switch (status) {
    case 'suppressed':
      return keptBackWords(minimumBase);
    case 'not_applicable':
      return 'not in these data';
    default:
      // A quantile that the curve does not reach: too few waits have ended.
      return n > 0 ? 'not reached by the end of the data' : `no ${metric.counts}`;
  }
}
