/**
 * Linear programs, solved by HiGHS.
 */
import highs, { type Highs, type ModelData } from 'highs';

// The types of the package describe its CommonJS form, in which the loader is a property of what is imported.
const loadHighs = highs as unknown as typeof highs.default;

/** Bounds of the columns, and rows whose sums are given. */
export interface LinearProgram {
  /** Least and greatest value of each column; may be infinite. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly LinearRow[];
}

/** from ≤ Σ coefficient × column ≤ to. */
export interface LinearRow {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
}

/** Values of all columns at an optimum; `unbounded` and `infeasible` where there is none. */
export type Optimum = Float64Array | 'unbounded' | 'infeasible';

/** Minimises Σ cost × column. */
export type Minimise = (costs: Float64Array) => Optimum;

/** Opens a program, lets it be minimised as often as wanted, and closes it; only one is open at a time. */
export type LinearSolver = <Result>(program: LinearProgram, use: (minimise: Minimise) => Result) => Result;

let loading: Promise<LinearSolver> | undefined;

/** The solver; it is loaded when it is first wanted. Solving is synchronous and the same everywhere. */
export function loadLinearSolver(): Promise<LinearSolver> {
  loading ??= loadHighs().then(solverFrom);
  return loading;
}

function solverFrom(highs: Highs): LinearSolver {
  const { modelStatus } = highs.constants;
  // One model serves all programs: making and setting up a new one takes longer than solving a small program.
  const model = highs.createModel();
  model.options.set({ output_flag: false, solver: 'simplex', presolve: 'off' });
  let isOpen = false;
  return (program, use) => {
    if (isOpen) throw new Error('A linear program is open already');
    isOpen = true;
    const columns = program.lower.length;
    model.passModel(modelDataOf(program));
    try {
      return use((costs) => {
        model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, costs);
        model.run();
        const status = model.getModelStatus();
        if (status === modelStatus.optimal) return Float64Array.from(model.getSolution().colValue);
        if (status === modelStatus.infeasible) return 'infeasible';
        if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return 'unbounded';
        throw new Error(`A linear program ended with status ${status}`);
      });
    } finally {
      model.clearModel();
      isOpen = false;
    }
  };
}

function modelDataOf({ lower, upper, rows }: LinearProgram): ModelData {
  const starts = new Int32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) starts[index + 1] = (starts[index] as number) + row.columns.length;
  const indices = new Int32Array(starts.at(-1) as number);
  const values = new Float64Array(indices.length);
  for (const [index, { columns, coefficients }] of rows.entries()) {
    indices.set(columns, starts[index]);
    values.set(coefficients, starts[index]);
  }
  return {
    numCols: lower.length,
    numRows: rows.length,
    colCost: new Float64Array(lower.length),
    colLower: lower,
    colUpper: upper,
    rowLower: Float64Array.from(rows, ({ from }) => from),
    rowUpper: Float64Array.from(rows, ({ to }) => to),
    matrix: { format: 'csr', numRows: rows.length, numCols: lower.length, starts, indices, values },
  };
}
