/**
 * The audit of a table with hidden cells: between which bounds can each of them lie, given every sum that is published?
 */
import type { Interval } from './interval.ts';
import type { LinearProgram, LinearSolver } from './linear-program.ts';

/** A sum that everybody can check: the wholes add up to as much as the parts. Cells are numbers from 0. */
export interface SumEquation {
  readonly wholes: readonly number[];
  readonly parts: readonly number[];
}

/** What is asked of an audit; all of it has a default. */
export interface AuditOptions {
  /** Cells whose bounds are wanted; all hidden ones when left out. */
  readonly asked?: ReadonlySet<number>;
  /**
   * Whether bounds as wide as these settle the cell, so that it need not be known how much wider they are. The bounds
   * returned for it are then attained, but perhaps not the widest.
   */
  readonly enough?: (cell: number, attained: Interval) => boolean;
}

/**
 * The least and the greatest value that each hidden cell can have when all other cells are known, every equation holds
 * and no cell is negative. Exact: an attacker can do no better, and no worse, with these sums alone.
 *
 * Cells that share no equation with a hidden one drop out, blocks of hidden cells that share none are taken apart, and
 * what bounds and known solutions do not settle is settled by linear programs.
 *
 * @param values true values of all cells, whole numbers; with them every equation holds.
 * @returns bounds by cell; `high` is infinite where no sum holds the cell.
 * @throws RangeError when an equation does not hold.
 */
export function hiddenCellBounds(
  solve: LinearSolver,
  equations: readonly SumEquation[],
  values: Float64Array,
  hidden: ReadonlySet<number>,
  { asked = hidden, enough = () => false }: AuditOptions = {},
): Map<number, Interval> {
  const bounds = new Map<number, Interval>();
  for (const block of blocksOf(equations, values, hidden)) {
    const wanted = block.cells.flatMap((cell, index) => (asked.has(cell) ? [index] : []));
    const { low, high } = wanted.length === 0 ? block : boundsInBlock(solve, block, wanted, enough);
    for (const index of wanted) {
      bounds.set(block.cells[index] as number, { low: low[index] as number, high: high[index] as number });
    }
  }
  return bounds;
}

/** Hidden cells that hang together, with the sums of hidden cells that follow from everything known. */
interface Block {
  readonly cells: readonly number[];
  /** Σ coefficient × cell = sum; places in `cells`. */
  readonly rows: readonly { readonly at: readonly number[]; readonly by: readonly number[]; readonly sum: number }[];
  /** True values, which are attained. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

function blocksOf(equations: readonly SumEquation[], values: Float64Array, hidden: ReadonlySet<number>): Block[] {
  const cells = [...hidden].sort((a, b) => a - b);
  const placeOf = new Map(cells.map((cell, place) => [cell, place]));
  const root = Int32Array.from(cells, (_, place) => place);
  const rootOf = (place: number): number => {
    let at = place;
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number;
      at = root[at] as number;
    }
    return at;
  };
  const rows = equations.map((equation) => hiddenRow(equation, values, placeOf)).filter(({ at }) => at.length > 0);
  for (const { at } of rows) {
    for (const place of at) root[rootOf(place)] = rootOf(at[0] as number);
  }
  const members = Map.groupBy(placeOf.values(), rootOf);
  const rowsOf = Map.groupBy(rows, ({ at }) => rootOf(at[0] as number));
  return Array.from(members, ([key, places]) => {
    const local = new Map(places.map((place, index) => [place, index]));
    const own = places.map((place) => cells[place] as number);
    const truth = Float64Array.from(own, (cell) => values[cell] as number);
    return {
      cells: own,
      rows: (rowsOf.get(key) ?? []).map(({ at, ...row }) => ({ ...row, at: at.map((p) => local.get(p) as number) })),
      low: truth,
      high: truth.slice(),
    };
  });
}

/** An equation without its known cells. */
function hiddenRow({ wholes, parts }: SumEquation, values: Float64Array, placeOf: ReadonlyMap<number, number>) {
  const at: number[] = [];
  const by: number[] = [];
  let [sum, balance] = [0, 0];
  for (const [cells, sign] of [
    [wholes, 1],
    [parts, -1],
  ] as const) {
    for (const cell of cells) {
      const value = values[cell] as number;
      balance += sign * value;
      const place = placeOf.get(cell);
      if (place === undefined) continue;
      sum += sign * value;
      at.push(place);
      by.push(sign);
    }
  }
  if (balance !== 0) throw new RangeError(`a sum does not hold: its sides differ by ${balance}`);
  return { at, by, sum };
}

function boundsInBlock(
  solve: LinearSolver,
  block: Block,
  wanted: readonly number[],
  enough: (cell: number, attained: Interval) => boolean,
): { readonly low: Float64Array; readonly high: Float64Array } {
  const limits = propagated(block);
  const attained = { low: block.low.slice(), high: block.high.slice() };
  const isEnough = (index: number) =>
    enough(block.cells[index] as number, { low: attained.low[index] as number, high: attained.high[index] as number });
  const isSettled = (index: number) =>
    (attained.low[index] === limits.low[index] && attained.high[index] === limits.high[index]) || isEnough(index);
  let unsettled = wanted.filter((index) => !isSettled(index));
  if (unsettled.length === 0) return attained;
  const program: LinearProgram = {
    lower: limits.low,
    upper: limits.high,
    rows: block.rows.map(({ at, by, sum }) => ({ from: sum, to: sum, columns: at, coefficients: by })),
  };
  solve(program, (minimise) => {
    for (let round = 0; round < MOST_MIXED && unsettled.length > FEW; round++) {
      const optimum = minimise(mixedCosts(block.cells.length, unsettled, round));
      if (typeof optimum === 'string') break;
      widen(attained, optimum);
      unsettled = unsettled.filter((index) => !isSettled(index));
    }
    for (const index of unsettled) {
      for (const [side, cost] of [
        ['high', -1],
        ['low', 1],
      ] as const) {
        if (isEnough(index) || attained[side][index] === limits[side][index]) continue;
        const costs = new Float64Array(block.cells.length);
        costs[index] = cost;
        const optimum = minimise(costs);
        if (optimum === 'infeasible') throw new Error('The true values of a table do not meet its sums');
        if (optimum === 'unbounded') attained[side][index] = Number.POSITIVE_INFINITY;
        else widen(attained, optimum);
        limits[side][index] = attained[side][index] as number;
      }
    }
  });
  return attained;
}

/** Up to so many cells are asked for one by one at once. */
const FEW = 6;

/** So many solutions that push all unsettled cells this way and that are tried before cells are asked for one by one. */
const MOST_MIXED = 12;

/** Costs between -1 and 1 that spread evenly over the cells and differ from round to round. */
function mixedCosts(length: number, cells: readonly number[], round: number): Float64Array {
  const costs = new Float64Array(length);
  for (const cell of cells) costs[cell] = 2 * ((cell * Math.SQRT2 + (round + 1) * Math.SQRT1_2) % 1) - 1;
  return costs;
}

/** Every solution of the sums attains something for every cell of its block. */
function widen(attained: { readonly low: Float64Array; readonly high: Float64Array }, solution: Float64Array): void {
  for (const [index, found] of solution.entries()) {
    const value = nearWhole(found);
    if (value < (attained.low[index] as number)) attained.low[index] = value;
    if (value > (attained.high[index] as number)) attained.high[index] = value;
  }
}

/** The solver is exact to about seven digits; sums of whole numbers mostly have whole optima. */
function nearWhole(value: number): number {
  // Adding nothing turns -0 into 0.
  const whole = Math.round(value) + 0;
  return Math.abs(value - whole) < 1e-6 * Math.max(1, Math.abs(whole)) ? whole : value;
}

/** Rounds over the sums after which what is not settled is left to linear programs. */
const MOST_ROUNDS = 20;

/** Bounds that follow from one sum at a time: what the other cells of the sum leave to a cell at most and at least. */
function propagated({ cells, rows }: Block): { readonly low: Float64Array; readonly high: Float64Array } {
  const low = new Float64Array(cells.length);
  const high = new Float64Array(cells.length).fill(Number.POSITIVE_INFINITY);
  for (let round = 0, changed = true; changed && round < MOST_ROUNDS; round++) {
    changed = false;
    for (const { at, by, sum } of rows) {
      const ends = at.map((index, term) =>
        by[term] === 1
          ? ([low[index] as number, high[index] as number] as const)
          : ([-(high[index] as number), -(low[index] as number)] as const),
      );
      const least = sumWithInfinities(ends.map(([end]) => end));
      const most = sumWithInfinities(ends.map(([, end]) => end));
      for (const [term, index] of at.entries()) {
        const [from, to] = ends[term] as readonly [number, number];
        const greatest = sum - least.without(from);
        const smallest = sum - most.without(to);
        const [down, up] = by[term] === 1 ? [smallest, greatest] : [-greatest, -smallest];
        if (down > (low[index] as number)) [low[index], changed] = [down, true];
        if (up < (high[index] as number)) [high[index], changed] = [up, true];
      }
    }
  }
  return { low, high };
}

/** A sum from which one term can be taken out again, also where terms are infinite. */
function sumWithInfinities(terms: readonly number[]) {
  let [finite, infinite, end] = [0, 0, 0];
  for (const term of terms) {
    if (Number.isFinite(term)) finite += term;
    else [infinite, end] = [infinite + 1, term];
  }
  return {
    without: (term: number): number => {
      const others = infinite - (Number.isFinite(term) ? 0 : 1);
      if (others > 0) return end;
      return Number.isFinite(term) ? finite - term : finite;
    },
  };
}
