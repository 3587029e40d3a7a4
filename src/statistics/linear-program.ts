/**
 * Linear programs, solved by HiGHS.
 */
import highs, { type Highs } from 'highs';

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

/** Minimises Σ cost × column; columns that are not named cost nothing. */
export type Minimise = (costs: ReadonlyMap<number, number>) => Optimum;

/** Opens a program, lets it be minimised as often as wanted, and closes it. */
export type LinearSolver = <Result>(program: LinearProgram, use: (minimise: Minimise) => Result) => Result;

let loading: Promise<LinearSolver> | undefined;

/** The solver; it is loaded when it is first wanted. Solving is synchronous and the same everywhere. */
export function loadLinearSolver(): Promise<LinearSolver> {
  loading ??= loadHighs().then(solverFrom);
  return loading;
}

function solverFrom(highs: Highs): LinearSolver {
  return (program, use) => {
    const columns = program.lower.length;
    const starts = [0];
    for (const row of program.rows) starts.push((starts.at(-1) as number) + row.columns.length);
    const data = {
      numCols: columns,
      numRows: program.rows.length,
      colCost: new Float64Array(columns),
      colLower: program.lower,
      colUpper: program.upper,
      rowLower: Float64Array.from(program.rows, ({ from }) => from),
      rowUpper: Float64Array.from(program.rows, ({ to }) => to),
      matrix: {
        format: 'csr',
        numRows: program.rows.length,
        numCols: columns,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(program.rows.flatMap((row) => row.columns)),
        values: Float64Array.from(program.rows.flatMap(({ coefficients }) => coefficients)),
      },
    } as const;
    return highs.withModel(data, (model) => {
      const { modelStatus } = highs.constants;
      model.options.set({ output_flag: false, solver: 'simplex' });
      return use((costs) => {
        for (const [column, cost] of costs) model.changeColCost(column, cost);
        model.run();
        const status = model.getModelStatus();
        const values = status === modelStatus.optimal ? Float64Array.from(model.getSolution().colValue) : null;
        // A change of cost makes the solution go, so it has been taken out before.
        for (const column of costs.keys()) model.changeColCost(column, 0);
        if (values !== null) return values;
        if (status === modelStatus.infeasible) return 'infeasible';
        if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return 'unbounded';
        throw new Error(`A linear program ended with status ${status}`);
      });
    });
  };
}
