/**
 * Which figures of a build are kept back although customers enough stand behind them: all pages, periods, groups and
 * metrics are audited together.
 */
import type { Grain, Period } from '../../calendar/period.ts';
import type { Dimension } from '../../dataset/dataset.ts';
import type { Cells, Metric } from '../../metrics/definition.ts';
import { complementarySuppression, type ProtectedCell } from '../../statistics/cell-suppression.ts';
import { type LinearSolver, loadLinearSolver } from '../../statistics/linear-program.ts';
import type { ReportContext } from '../context.ts';
import type { Filter } from '../types/estimate.ts';
import { monthsAreTooSmall } from './merged-months.ts';
import type { PreviousEdition } from './previous-edition.ts';
import { DEAR, type Place, type PublishedTable, publishedTable } from './published-table.ts';
import type { RecordedFigures } from './recorded-figures.ts';

/** What the report keeps back besides figures of too few customers. */
export interface Withheld {
  /** Metrics whose months are shown as quarters. */
  readonly merged: ReadonlySet<string>;
  /** Whether a figure is kept back, because another could be worked out from it. */
  hides(metric: string, where: Filter, period: Period): boolean;
}

/** Where the audit finds figures before anything is hidden. */
export interface Unguarded {
  /** Why a metric cannot be computed; null when it can. */
  unavailable(metric: string): string | null;
  unguarded(metric: string, dimension: Dimension | null, grain: Grain): Cells;
}

/**
 * Audits what the report would publish, and finds what has to be kept back besides. The same data give the same.
 *
 * @param previous an edition that readers can still see, to be audited together with this one.
 * @param recorded what editions say that were recorded to stay.
 */
export async function withheldFigures(
  context: ReportContext,
  store: Unguarded,
  previous: PreviousEdition | null = null,
  recorded: RecordedFigures | null = null,
): Promise<Withheld> {
  const metrics = [...context.metrics.values()].filter(({ id }) => store.unavailable(id) === null);
  const merged = new Set(
    metrics.filter(({ id }) => monthsAreTooSmall(context, store.unguarded(id, null, 'month'))).map(({ id }) => id),
  );
  const tables = metrics.map((metric) =>
    publishedTable({
      context,
      metric,
      cellsOf: (dimension, grain) => store.unguarded(metric.id, dimension, grain),
      merged: merged.has(metric.id),
      previous,
      recorded,
    }),
  );
  const hidden = new Set([...mergedKeys(context, tables, merged), ...nearKeys(tables)]);
  if (tables.some(({ guarded }) => guarded.length > 0)) {
    for (const key of jointly(await loadLinearSolver(), tables, context.config.minimum_base)) hidden.add(key);
  }
  return {
    merged,
    hides(metric, where, period) {
      const [dimension, ...more] = Object.keys(where) as Dimension[];
      if (more.length > 0) return false;
      return hidden.has(
        keyOf(metric, {
          dimension: dimension ?? null,
          value: dimension === undefined ? '' : (where[dimension] as string),
          period,
        }),
      );
    },
  };
}

function keyOf(metric: string, place: Place): string {
  return `${metric}\n${keyOfPlace(place)}`;
}

function keyOfPlace({ dimension, value, period }: Place): string {
  return `${dimension}\n${value}\n${period.code}`;
}

/** Figures from which, with those of earlier editions, a few rows could be worked out. */
function* nearKeys(tables: readonly PublishedTable[]): Generator<string> {
  for (const { metric, places, near } of tables) {
    for (const cell of near) yield keyOf(metric.id, places[cell] as Place);
  }
}

/** The months of metrics that are shown by quarter. */
function* mergedKeys(
  { config }: ReportContext,
  tables: readonly PublishedTable[],
  merged: ReadonlySet<string>,
): Generator<string> {
  for (const { metric, places, cells } of tables) {
    if (!merged.has(metric.id)) continue;
    for (const [index, place] of places.entries()) {
      if (place === null || place.period.grain !== 'month' || (cells[index]?.n ?? 0) === 0) continue;
      if (place.dimension === null || config.grain === 'month') yield keyOf(metric.id, place);
    }
  }
}

/** A table while cells are being added to what is hidden. */
interface Audited {
  readonly published: PublishedTable;
  /** All metrics that have this table. */
  readonly metrics: readonly string[];
  readonly hidden: Set<number>;
  /** The cell that stands at each place of the report; -1 = none. */
  readonly at: Int32Array;
  /** The place at which each cell stands; -1 = no figure shows it. */
  readonly placeOf: Int32Array;
  /** Cells to guard that have not been audited yet; what has been stays safe, because what is hidden only grows. */
  pending: readonly ProtectedCell[];
}

/**
 * Audits every table, and again wherever a cell that one table hides is shown by another: metrics of one source count
 * the same rows, or nearly so.
 *
 * @returns keys of the figures to keep back.
 */
function jointly(solve: LinearSolver, tables: readonly PublishedTable[], minimumBase: number): string[] {
  const audited = [...Map.groupBy(tables, ({ metric }) => sourceOf(metric)).values()].map(auditedTables);
  const kept: string[] = [];
  for (const ofSource of audited) {
    const waiting = () => ofSource.find(({ pending }) => pending.length > 0);
    for (let next = waiting(); next !== undefined; next = waiting()) {
      const { published, hidden, pending } = next;
      const others = ofSource.filter((other) => other !== next);
      next.pending = [];
      const { added } = complementarySuppression(solve, published.table, hidden, pending, {
        cost: jointCost(next, others, minimumBase),
        dear: DEAR,
      });
      for (const cell of [...added].sort((a, b) => a - b)) {
        hidden.add(cell);
        const place = published.places[cell] as Place;
        for (const metric of next.metrics) kept.push(keyOf(metric, place));
        for (const other of others) {
          const twin = twinOf(next, cell, other, minimumBase);
          if (twin === null || other.hidden.has(twin)) continue;
          other.hidden.add(twin);
          other.pending = [...other.pending, { cell: twin, up: 0, down: 1, open: [], some: [] }];
          for (const metric of other.metrics) kept.push(keyOf(metric, place));
        }
      }
    }
  }
  return kept;
}

/** The tables of one source, metrics with one and the same table taken together, each numbered by the same places. */
function auditedTables(tables: readonly PublishedTable[]): readonly Audited[] {
  const numbers = new Map<string, number>();
  const placed = tables.map(({ places }) =>
    Int32Array.from(places, (place) => {
      if (place === null) return -1;
      const key = keyOfPlace(place);
      const known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
      return known;
    }),
  );
  const alike = Map.groupBy(tables.keys(), (index) => {
    const { table, guarded } = tables[index] as PublishedTable;
    const amounts = table.layers.map((layer) => layer.join());
    return [...amounts, placed[index]?.join(), guarded.map(({ cell }) => cell)].join('\n');
  });
  return Array.from(alike.values(), (members): Audited => {
    const published = tables[members[0] as number] as PublishedTable;
    const placeOf = placed[members[0] as number] as Int32Array;
    const at = new Int32Array(numbers.size).fill(-1);
    for (const [cell, place] of placeOf.entries()) if (place >= 0) at[place] = cell;
    return {
      published,
      metrics: members.map((index) => (tables[index] as PublishedTable).metric.id),
      hidden: new Set(published.hidden),
      at,
      placeOf,
      pending: published.guarded,
    };
  });
}

/** Metrics that read the same rows first of all. */
function sourceOf({ needs }: Metric): string {
  return needs[0]?.split('.')[0] ?? '';
}

/**
 * The figure of another metric that would tell how many rows stand behind a hidden one: it counts as many, or it is of
 * the same family and its number is nearer than a small group is large. Null where there is none.
 */
function twinOf({ published, placeOf }: Audited, cell: number, other: Audited, minimumBase: number): number | null {
  const twin = other.at[placeOf[cell] as number] ?? -1;
  if (twin < 0) return null;
  const [own, theirs] = [published.cells[cell]?.n ?? 0, other.published.cells[twin]?.n ?? 0];
  const near = familyOf(published.metric) === familyOf(other.published.metric) ? minimumBase - 1 : 0;
  return theirs > 0 && Math.abs(own - theirs) <= near ? twin : null;
}

function familyOf({ id, variantOf }: Metric): string {
  return variantOf ?? id;
}

/** What it costs to hide a cell together with its twins; what other metrics of the source hide as well comes cheaper. */
function jointCost(table: Audited, others: readonly Audited[], minimumBase: number): (cell: number) => number {
  const { cost } = table.published;
  const known = new Float64Array(cost.length);
  return (cell) => {
    if (known[cell] === 0) known[cell] = costWithTwins(table, cell, others, minimumBase);
    return known[cell] as number;
  };
}

function costWithTwins(table: Audited, cell: number, others: readonly Audited[], minimumBase: number): number {
  const own = table.published.cost[cell] as number;
  const place = table.placeOf[cell] as number;
  if (place < 0 || !Number.isFinite(own)) return own;
  let [sum, isKnown] = [own, false];
  for (const other of others) {
    const same = other.at[place] as number;
    if (same < 0) continue;
    if (other.hidden.has(same)) isKnown ||= (other.published.cells[same]?.n ?? 0) > 0;
    else if (twinOf(table, cell, other, minimumBase) !== null) sum += other.published.cost[same] as number;
  }
  return isKnown ? sum * KNOWN : sum;
}

/** Readers who miss a figure of one metric mostly look for the others of its group and period as well. */
const KNOWN = 0.5;
