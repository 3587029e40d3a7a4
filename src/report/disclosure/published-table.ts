/**
 * All published counts of one metric as one table, with every sum that a reader can check: months in quarters in years in
 * everything, and the values of each dimension in the overall figures.
 */
import type { Grain, Period } from '../../calendar/period.ts';
import { previousPeriod, yearEarlier } from '../../calendar/periods.ts';
import type { Dimension } from '../../dataset/dataset.ts';
import { additivityOf, outcomesOf } from '../../metrics/additivity.ts';
import type { Cell, Cells, Metric } from '../../metrics/definition.ts';
import type { ProtectedCell, SuppressibleTable } from '../../statistics/cell-suppression.ts';
import type { SumEquation } from '../../statistics/hidden-cell-bounds.ts';
import type { ReportContext } from '../context.ts';
import { publishedGrains } from '../grains.ts';
import type { PreviousEdition } from './previous-edition.ts';
import type { RecordedFigures } from './recorded-figures.ts';

/** Where a figure stands: overall, or of one value of a dimension, in one period. */
export interface Place {
  readonly dimension: Dimension | null;
  /** Empty for overall figures. */
  readonly value: string;
  readonly period: Period;
}

export interface PublishedTable {
  readonly metric: Metric;
  /** Where each cell stands; null for what no figure shows, such as the rows without a value of a dimension. */
  readonly places: readonly (Place | null)[];
  /** Of each figure; `null` where `places` has null. */
  readonly cells: readonly (Cell | null)[];
  readonly table: SuppressibleTable;
  /** What is hidden to begin with: figures of too few customers, and what no figure shows. */
  readonly hidden: ReadonlySet<number>;
  readonly guarded: readonly ProtectedCell[];
  /** Figures that differ from those of the previous edition by a few, and those that an edition kept back, hidden with the others. */
  readonly near: ReadonlySet<number>;
  /** Of hiding a cell besides. */
  readonly cost: Float64Array;
}

/** From this cost on, a cell is hidden only where cheaper ones do not help. */
export const DEAR = 1000;

/** Whether a figure may not be shown for lack of customers; one without any rows is no figure. */
export function isTooSmall(cell: Cell, minimumBase: number): boolean {
  return cell.customers < minimumBase && !(cell.n === 0 && cell.value === undefined);
}

export interface TableRequest {
  readonly context: ReportContext;
  readonly metric: Metric;
  /** Figures before anything is hidden. */
  readonly cellsOf: (dimension: Dimension | null, grain: Grain) => Cells;
  /** Whether the metric’s months are shown as quarters: then all of them are hidden. */
  readonly merged: boolean;
  /** What readers of an earlier edition know; null when none is online. */
  readonly previous: PreviousEdition | null;
  /** What editions that stay online say; null when there are none. */
  readonly recorded: RecordedFigures | null;
}

/** Sets the table up. Sums that do not hold, as with a coverage that cuts a period, take part with what is missing. */
export function publishedTable(request: TableRequest): PublishedTable {
  return new TableBuilder(request).build();
}

/** A small group that is kept from being worked out. */
interface Guard {
  readonly cell: number;
  readonly up: number;
  /** Whether the cell is one group; else it is several together, each of which can be anything up to all of it. */
  readonly alone: boolean;
}

interface Entry {
  readonly place: Place | null;
  readonly cell: Cell | null;
  readonly layers: readonly number[];
  readonly cost: number;
}

class TableBuilder {
  readonly #request: TableRequest;
  readonly #minimum: number;
  readonly #entries: Entry[] = [];
  readonly #equations: SumEquation[] = [];
  readonly #hidden = new Set<number>();
  readonly #overall = new Map<Grain, readonly number[]>();
  readonly #guards: Guard[] = [];
  readonly #near = new Set<number>();
  /** Amounts a cell: its count and, where they add up, its outcomes. */
  readonly #width: number;
  #outcomesHold = true;

  constructor(request: TableRequest) {
    this.#request = request;
    this.#minimum = request.context.config.minimum_base;
    this.#width = additivityOf(request.metric).outcomes ? 3 : 1;
  }

  build(): PublishedTable {
    const { metric, context } = this.#request;
    for (const grain of publishedGrains(context.config, 'overall')) {
      this.#overall.set(grain, this.#series(null, '', grain));
    }
    for (const [whole, part] of NESTED) this.#addOverTime(this.#overall, whole, part);
    for (const dimension of metric.dimensions) this.#addDimension(dimension);
    return {
      metric,
      places: this.#entries.map(({ place }) => place),
      cells: this.#entries.map(({ cell }) => cell),
      ...this.#table(),
      hidden: this.#hidden,
      near: this.#near,
      cost: Float64Array.from(this.#entries, ({ cost }) => cost),
    };
  }

  #table(): Pick<PublishedTable, 'table' | 'guarded'> {
    const [n, ...outcomes] = Array.from({ length: this.#width }, (_, layer) =>
      Float64Array.from(this.#entries, (entry) => entry.layers[layer] as number),
    ) as [Float64Array, ...Float64Array[]];
    const layers = outcomes.length > 0 && this.#outcomesHold ? outcomes : [n];
    const wholesOf = this.#shownWholes();
    const guarded = this.#guards.map(({ cell, up, alone }): ProtectedCell => {
      // Where a figure that contains the group says that there is no success, or no failure, at all, none is in the group.
      const containing = [...wholesOf(cell)];
      const telling = layers.flatMap((values, layer) =>
        containing.every((whole) => values[whole] !== 0) ? [layer] : [],
      );
      return { cell, up, down: 0, open: alone ? telling : [], some: alone ? [] : telling };
    });
    return { table: { equations: this.#equations, layers }, guarded };
  }

  /** All figures that may be shown and of which a cell is a part, directly or by way of others. */
  #shownWholes(): (cell: number) => Set<number> {
    const direct = new Map<number, number[]>();
    for (const { wholes, parts } of this.#equations) {
      for (const part of parts) direct.set(part, [...(direct.get(part) ?? []), ...wholes.slice(0, 1)]);
    }
    return (cell) => {
      const found = new Set(direct.get(cell));
      for (const whole of found) for (const larger of direct.get(whole) ?? []) found.add(larger);
      return new Set([...found].filter((whole) => !this.#hidden.has(whole)));
    };
  }

  /** The cells of one value over the periods of a grain; those of too few customers are hidden and guarded. */
  #series(dimension: Dimension | null, value: string, grain: Grain): readonly number[] {
    const { context, metric, cellsOf, recorded } = this.#request;
    const { values, cells } = cellsOf(dimension, grain);
    const column = values.indexOf(value);
    return context.periods[grain].map((period, index) => {
      const cell = cells[index * values.length + column] ?? EMPTY;
      const at = this.#add({
        place: { dimension, value, period },
        cell,
        layers: this.#layersOf(cell),
        cost: cell.n === 0 ? Number.POSITIVE_INFINITY : this.#costOf(dimension, period, index, cell.n),
      });
      if (cell.n > 0 && recorded?.keptBack(metric.id, dimension ?? '', value, period)) {
        this.#hidden.add(at);
        this.#near.add(at);
      }
      const isSmall = isTooSmall(cell, this.#minimum);
      if (isSmall || (this.#isMerged(grain) && cell.n > 0)) this.#hidden.add(at);
      if (isSmall && cell.n > 0) {
        this.#guards.push({ cell: at, up: Math.max(1, this.#minimum - cell.n), alone: true });
      }
      const moved = this.#movedBy(dimension, value, period, cell.n);
      if (!isSmall && moved > 0 && moved < this.#minimum) {
        this.#hidden.add(at);
        this.#near.add(at);
        this.#guards.push({ cell: at, up: this.#minimum - moved, alone: true });
      }
      return at;
    });
  }

  /** How many rows were added to what the previous edition published, or taken from it; 0 where it published nothing. */
  #movedBy(dimension: Dimension | null, value: string, { code }: Period, n: number): number {
    const before = this.#request.previous?.n(this.#request.metric.id, dimension ?? '', value, code);
    return before === undefined ? 0 : Math.abs(n - before);
  }

  #isMerged(grain: Grain): boolean {
    return this.#request.merged && grain === 'month';
  }

  #layersOf(cell: Cell): readonly number[] {
    if (this.#width === 1) return [cell.n];
    return [cell.n, ...(outcomesOf(this.#request.metric, cell) ?? [Number.NaN, Number.NaN])];
  }

  #add(entry: Entry): number {
    return this.#entries.push(entry) - 1;
  }

  /** An amount that no figure shows. */
  #addUnshown(layers: readonly number[]): number {
    const at = this.#add({ place: null, cell: null, layers, cost: Number.POSITIVE_INFINITY });
    this.#hidden.add(at);
    return at;
  }

  /**
   * A sum that holds but for a remainder on one side, which nobody knows.
   *
   * @returns the remainder that belongs to the parts; null where there is none.
   */
  #addSum(whole: number, parts: readonly number[]): number | null {
    const amounts = (layer: number, cells: readonly number[]) =>
      cells.reduce((sum, cell) => sum + ((this.#entries[cell] as Entry).layers[layer] as number), 0);
    const missing = Array.from({ length: this.#width }, (_, layer) => amounts(layer, [whole]) - amounts(layer, parts));
    const side = Math.sign(missing[0] as number);
    // Outcomes that miss where the counts do not, or the other way, do not add up: weights do that.
    this.#outcomesHold &&= missing.every((amount) => amount * side >= 0 && (side !== 0 || amount === 0));
    if (side === 0) {
      this.#equations.push({ wholes: [whole], parts });
      return null;
    }
    const rest = this.#addUnshown(missing.map(Math.abs));
    this.#equations.push(side > 0 ? { wholes: [whole], parts: [...parts, rest] } : { wholes: [whole, rest], parts });
    return side > 0 ? rest : null;
  }

  #addOverTime(series: ReadonlyMap<Grain, readonly number[]>, whole: Grain, part: Grain): void {
    const { context, metric } = this.#request;
    const [wholes, parts] = [series.get(whole), series.get(part)];
    if (wholes === undefined || parts === undefined) return;
    const rule = additivityOf(metric).overPeriods;
    for (const [index, period] of context.periods[whole].entries()) {
      const within = context.periods[part].flatMap((shorter, place) =>
        isWithin(shorter, period) ? [parts[place] as number] : [],
      );
      if (within.length === 0) continue;
      const at = wholes[index] as number;
      const [first] = within;
      if (rule === 'sum') this.#addSum(at, within);
      else if (rule === 'last') this.#addSum(at, within.slice(-1));
      // A period with a single one within, of which the data cover as much, has the same figure.
      else if (within.length === 1 && this.#amount(at) === this.#amount(first as number)) this.#addSum(at, within);
    }
  }

  #amount(cell: number): number {
    return (this.#entries[cell] as Entry).layers[0] as number;
  }

  #addDimension(dimension: Dimension): void {
    const { context, cellsOf, metric, merged } = this.#request;
    const grains = publishedGrains(context.config, 'by dimension', merged);
    const tables = grains.map((grain) => ({ grain, ...cellsOf(dimension, grain) }));
    const shown = shownValues(tables, this.#minimum);
    const series = new Map(grains.map((grain) => [grain, [] as (readonly number[])[]]));
    for (const value of shown) {
      const own = new Map(grains.map((grain) => [grain, this.#series(dimension, value, grain)]));
      for (const grain of grains) series.get(grain)?.push(own.get(grain) as readonly number[]);
      for (const [whole, part] of nestedAmong(grains)) this.#addOverTime(own, whole, part);
    }
    // Answers to items belong to their touchpoints and to no overall figure.
    if (dimension === 'touchpoint' && metric.needs.some((need) => need.startsWith('responses.')) && this.#hasItems())
      return;
    for (const { grain, values, cells } of tables) {
      const isRest = values.map((value) => !shown.includes(value));
      for (const [index] of context.periods[grain].entries()) {
        const row = cells.slice(index * values.length, (index + 1) * values.length);
        const unnamed = row.filter((cell, column) => isRest[column] && cell.n > 0);
        const parts = (series.get(grain) ?? []).map((cellsOfValue) => cellsOfValue[index] as number);
        const whole = this.#overall.get(grain)?.[index];
        if (whole !== undefined) this.#addValues(whole, parts, unnamed);
      }
    }
  }

  /**
   * The values of a dimension in one period. Groups that are not named, and rows without a value, are what is left of
   * the overall figure: an amount that is not shown, and that is guarded where it tells of a small group.
   */
  #addValues(whole: number, parts: readonly number[], unnamed: readonly Cell[]): void {
    const rest = this.#addSum(whole, parts);
    if (rest === null || unnamed.length === 0) return;
    const n = this.#amount(rest);
    const withoutValue = n - unnamed.reduce((sum, cell) => sum + cell.n, 0);
    const customers = withoutValue + unnamed.reduce((sum, cell) => sum + cell.customers, 0);
    const alone = unnamed.length === 1 && withoutValue === 0;
    const up = Math.max(alone || customers < this.#minimum ? 1 : 0, this.#minimum - n);
    this.#guards.push({ cell: rest, up, alone });
  }

  #hasItems(): boolean {
    return this.#request.context.metricContext.dataset.responses?.item.includes(1) ?? false;
  }

  /**
   * Large figures, recent ones and those of periods that are compared say most, and those of a group over everything
   * more than those of one period; a period that is not complete is not compared, so it says least. Of overall figures,
   * those at the report's grain are what the report is about.
   */
  #costOf(dimension: Dimension | null, period: Period, index: number, n: number): number {
    const { config, periods } = this.#request.context;
    const ofGrain = periods[period.grain];
    const standing = this.#isCompared(period) ? 8 : period.partial && period.grain !== 'all' ? 0.1 : 1;
    const weight = (0.2 + (1.8 * index) / ofGrain.length) * standing * (n + 1) ** 0.25;
    if (dimension !== null) return weight * (period.grain === 'all' ? 30 : 1);
    if (period.grain === config.grain) return weight * 20 * DEAR;
    return weight * (period.grain === 'all' ? 2 * DEAR : 4);
  }

  /** The latest complete period of its grain, the one before and the same a year earlier. */
  #isCompared(period: Period): boolean {
    const latest = this.#request.context.periods[period.grain].findLast(({ partial }) => !partial);
    if (latest === undefined || period.grain === 'all') return false;
    return [latest.code, previousPeriod(latest), yearEarlier(latest)].includes(period.code);
  }
}

const EMPTY: Cell = { n: 0, customers: 0, method: '' };

/** Each grain with the next shorter one. */
const NESTED = [
  ['all', 'year'],
  ['year', 'quarter'],
  ['quarter', 'month'],
] as const satisfies readonly (readonly [Grain, Grain])[];

/** Grains in order, each with the next shorter one among them. */
function nestedAmong(grains: readonly Grain[]): (readonly [Grain, Grain])[] {
  return grains.slice(1).map((part, index) => [grains[index] as Grain, part]);
}

/** Whether the shorter period belongs to the longer one: it begins in it, or ends in the whole coverage. */
function isWithin(shorter: Period, longer: Period): boolean {
  return shorter.start < longer.end && shorter.end > longer.start;
}

/** Values with at least one figure of enough customers: the others are not named. */
function shownValues(tables: readonly (Cells & { readonly grain: Grain })[], minimumBase: number): readonly string[] {
  const shown = new Set<string>();
  for (const { values, cells } of tables) {
    for (const [index, cell] of cells.entries()) {
      if (cell.customers >= minimumBase) shown.add(values[index % values.length] as string);
    }
  }
  return [...shown].sort();
}
