/**
 * Complementary suppression: which cells of a table have to be hidden besides the small ones, so that nobody can work
 * those out from the sums.
 */
import { hiddenCellBounds, type SumEquation } from './hidden-cell-bounds.ts';
import type { Interval } from './interval.ts';
import type { LinearProgram, LinearRow, LinearSolver } from './linear-program.ts';

export interface SuppressibleTable {
  readonly equations: readonly SumEquation[];
  /**
   * True values, whole numbers: one layer for counts, or several that add up to them cell by cell and that an attacker
   * knows and subtracts apart, such as successes and failures.
   */
  readonly layers: readonly Float64Array[];
}

/** A hidden cell and what an attacker must be left in doubt of. */
export interface ProtectedCell {
  readonly cell: number;
  /** The count must be able to be so much more than it is. */
  readonly up: number;
  /** The count must be able to be so much less than it is. */
  readonly down: number;
  /** Layers in which the cell may not be known exactly. */
  readonly open: readonly number[];
  /** Layers in which the cell must be able to be more than nothing. */
  readonly some: readonly number[];
}

/**
 * Those protected cells that the published sums give away.
 *
 * @param hidden all hidden cells, the protected ones among them.
 */
export function givenAway(
  solve: LinearSolver,
  { equations, layers }: SuppressibleTable,
  hidden: ReadonlySet<number>,
  cells: readonly ProtectedCell[],
): ProtectedCell[] {
  const wanted = new Map(cells.map((needs) => [needs.cell, needs]));
  const asked = new Set(wanted.keys());
  const bounds = layers.map((values, layer) =>
    hiddenCellBounds(solve, equations, values, hidden, {
      asked,
      // Where one layer alone leaves room enough, the others cannot take it back: they attain at least what is true.
      enough: (cell, attained) => {
        const needs = wanted.get(cell) as ProtectedCell;
        const value = values[cell] as number;
        const [up, down] = [attained.high - value, value - attained.low];
        return isOpen(attained, layer, needs) && up >= needs.up && down >= needs.down;
      },
    }),
  );
  return cells.filter(({ cell, up, down, ...needs }) => {
    const each = bounds.map((layer) => layer.get(cell) as Interval);
    const room = (far: (layer: number) => number) => layers.reduce((sum, _, layer) => sum + far(layer), 0);
    const above = room((layer) => (each[layer] as Interval).high - valueAt(layers, layer, cell));
    const below = room((layer) => valueAt(layers, layer, cell) - (each[layer] as Interval).low);
    return above < up || below < down || each.some((interval, layer) => !isOpen(interval, layer, needs));
  });
}

function isOpen({ low, high }: Interval, layer: number, { open, some }: Pick<ProtectedCell, 'open' | 'some'>): boolean {
  return (low < high || !open.includes(layer)) && (high > 0 || !some.includes(layer));
}

function valueAt(layers: readonly Float64Array[], layer: number, cell: number): number {
  return (layers[layer] as Float64Array)[cell] as number;
}

export interface Suppression {
  /** Cells to hide besides those that were hidden to begin with. */
  readonly added: ReadonlySet<number>;
  /** Protected cells that remain given away, because no cell that may be hidden would help. */
  readonly exposed: readonly ProtectedCell[];
}

/**
 * Adds the cheapest cells until the audit finds no protected cell given away.
 *
 * For each cell in turn a linear program looks for the cheapest way to move value into it along the sums without
 * changing a published cell; the cells that it moves value through are hidden. What it finds is a heuristic, hence not
 * always the cheapest pattern; whether the pattern holds is decided by the exact audit alone. In small tables, cells
 * that turn out not to be needed are shown again, dearest first.
 *
 * Source: the linear program of Kelly, Golden and Assad (1992), Cell suppression: disclosure protection for sensitive
 * tabular data.
 *
 * @param hidden all hidden cells, the protected ones among them.
 * @param cost of hiding a cell, by cell; infinite where it must be shown.
 * @param dear from this cost on, cells are hidden only where cheaper ones do not help.
 */
export function complementarySuppression(
  solve: LinearSolver,
  table: SuppressibleTable,
  hidden: ReadonlySet<number>,
  cells: readonly ProtectedCell[],
  { cost, dear }: { readonly cost: (cell: number) => number; readonly dear: number },
): Suppression {
  const all = new Set(hidden);
  const touching = equationsOfCells(table);
  const pathsOf = (needs: readonly ProtectedCell[]) =>
    cheapestPaths(solve, table, touching, all, needs, (cell) => priceOf(cost, cell, dear)) ??
    (needs.length > 1 ? null : cheapestPaths(solve, table, touching, all, needs, cost));
  // Hiding more never gives a cell away, so those that are safe now need not be looked at again.
  const unsafe = givenAway(solve, table, all, cells);
  for (const batch of batches(unsafe)) {
    const paths = pathsOf(batch) ?? batch.flatMap((needs) => pathsOf([needs]) ?? []);
    for (const cell of paths) all.add(cell);
  }
  const added = new Set([...all].filter((cell) => !hidden.has(cell)));
  const exposed = givenAway(solve, table, all, unsafe);
  return { added: exposed.length > 0 ? added : withoutNeedless(solve, table, hidden, added, unsafe, cost), exposed };
}

/** Up to so many cells each get a path of their own. */
const FEW = 24;

/** More are taken so many at a time: a path for all of them at once hides a little more and is found much sooner. */
const BATCH = 128;

function batches(cells: readonly ProtectedCell[]): ProtectedCell[][] {
  const size = cells.length <= FEW ? 1 : BATCH;
  return Array.from({ length: Math.ceil(cells.length / size) }, (_, index) =>
    cells.slice(index * size, (index + 1) * size),
  );
}

function priceOf(cost: (cell: number) => number, cell: number, dear: number): number {
  const price = cost(cell);
  return price < dear ? price : Number.POSITIVE_INFINITY;
}

/** So many audits of a cell at most; beyond, trying without each additional cell would take longer than it is worth. */
const MOST_TRIED = 24;

function withoutNeedless(
  solve: LinearSolver,
  table: SuppressibleTable,
  hidden: ReadonlySet<number>,
  added: ReadonlySet<number>,
  cells: readonly ProtectedCell[],
  cost: (cell: number) => number,
): ReadonlySet<number> {
  if (added.size * cells.length > MOST_TRIED) return added;
  const needed = new Set(added);
  for (const cell of [...added].sort((a, b) => cost(b) - cost(a) || b - a)) {
    needed.delete(cell);
    if (givenAway(solve, table, new Set([...hidden, ...needed]), cells).length > 0) needed.add(cell);
  }
  return needed;
}

function equationsOfCells({ equations }: SuppressibleTable): Map<number, SumEquation[]> {
  const touching = new Map<number, SumEquation[]>();
  for (const equation of equations) {
    for (const cell of [...equation.wholes, ...equation.parts]) {
      const known = touching.get(cell);
      if (known === undefined) touching.set(cell, [equation]);
      else known.push(equation);
    }
  }
  return touching;
}

/** Hidden cells cost next to nothing, so that value does not go round through them for no reason. */
const FREE = 1e-4;

/** Flows below this are what the solver leaves of nothing. */
const NOTHING = 1e-7;

/** The cells through which value moves most cheaply into all of the targets at once; null where no way leads anywhere. */
function cheapestPaths(
  solve: LinearSolver,
  { layers }: SuppressibleTable,
  touching: ReadonlyMap<number, readonly SumEquation[]>,
  hidden: ReadonlySet<number>,
  targets: readonly ProtectedCell[],
  price: (cell: number) => number,
): number[] | null {
  const isMovable = (cell: number) => hidden.has(cell) || Number.isFinite(price(cell));
  const { cells, equations } = regionOf(targets, touching, isMovable);
  const place = new Map(cells.map((cell, index) => [cell, index]));
  // Two columns a cell and layer: what flows in, and what flows out, which is at most what there is.
  const columns = 2 * cells.length * layers.length;
  const inflow = (layer: number, index: number) => 2 * (layer * cells.length + index);
  const lower = new Float64Array(columns);
  const upper = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const costs = new Float64Array(columns);
  const rows: LinearRow[] = [];
  for (const [layer, values] of layers.entries()) {
    for (const [index, cell] of cells.entries()) {
      const column = inflow(layer, index);
      upper[column + 1] = values[cell] as number;
      costs.fill(hidden.has(cell) ? FREE : price(cell), column, column + 2);
    }
    for (const { wholes, parts } of equations) {
      const terms = [...wholes.map((cell) => [cell, 1] as const), ...parts.map((cell) => [cell, -1] as const)];
      const moving = terms.flatMap(([cell, sign]) => {
        const index = place.get(cell);
        return index === undefined ? [] : [[inflow(layer, index), sign] as const];
      });
      rows.push({
        from: 0,
        to: 0,
        columns: moving.flatMap(([column]) => [column, column + 1]),
        coefficients: moving.flatMap(([, sign]) => [sign, -sign]),
      });
    }
  }
  for (const { cell, up, down, open, some } of targets) {
    const own = layers.map((_, layer) => inflow(layer, place.get(cell) as number));
    const isUp = up > 0 || down === 0;
    for (const [layer, column] of own.entries()) {
      const isMoved = open.includes(layer) || (some.includes(layer) && valueAt(layers, layer, cell) === 0);
      if (isUp) [lower[column], upper[column + 1]] = [isMoved ? 1 : 0, 0];
      else upper[column] = 0;
    }
    rows.push({
      from: isUp ? Math.max(1, up) : down,
      to: Number.POSITIVE_INFINITY,
      columns: own.map((column) => (isUp ? column : column + 1)),
      coefficients: own.map(() => 1),
    });
  }
  const program: LinearProgram = { lower, upper, rows };
  const flows = solve(program, (minimise) => minimise(costs));
  if (typeof flows === 'string') return null;
  return cells.filter((_, index) =>
    layers.some((_layer, layer) => {
      const column = inflow(layer, index);
      return Math.abs((flows[column] as number) - (flows[column + 1] as number)) > NOTHING;
    }),
  );
}

/** The cells that value can reach from some cells along the sums, and the sums on the way. */
function regionOf(
  targets: readonly ProtectedCell[],
  touching: ReadonlyMap<number, readonly SumEquation[]>,
  isMovable: (cell: number) => boolean,
): { readonly cells: readonly number[]; readonly equations: readonly SumEquation[] } {
  const cells = new Set(targets.map(({ cell }) => cell));
  const equations = new Set<SumEquation>();
  // A set is walked through with what is added on the way.
  for (const cell of cells) {
    for (const equation of touching.get(cell) ?? []) {
      if (equations.has(equation)) continue;
      equations.add(equation);
      for (const other of [...equation.wholes, ...equation.parts]) if (isMovable(other)) cells.add(other);
    }
  }
  return { cells: [...cells], equations: [...equations] };
}
