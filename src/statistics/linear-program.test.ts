import { expect, test } from 'vitest';
import { type LinearProgram, loadLinearSolver } from './linear-program.ts';

const solve = await loadLinearSolver();

/** x + y = 4 with 0 ≤ x ≤ 3 and y ≥ 0; z is free of any row. */
const program: LinearProgram = {
  lower: Float64Array.of(0, 0, 0),
  upper: Float64Array.of(3, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
  rows: [{ from: 4, to: 4, columns: [0, 1], coefficients: [1, 1] }],
};

test('each objective has its own optimum, whatever was asked before', () => {
  solve(program, (minimise) => {
    expect(minimise(Float64Array.of(-1, 0, 0))).toEqual(Float64Array.of(3, 1, 0));
    expect(minimise(Float64Array.of(0, -1, 0))).toEqual(Float64Array.of(0, 4, 0));
    expect(minimise(Float64Array.of(-1, 0, 0))).toEqual(Float64Array.of(3, 1, 0));
  });
});

test('what can grow without end is unbounded', () => {
  expect(solve(program, (minimise) => minimise(Float64Array.of(0, 0, -1)))).toBe('unbounded');
});

test('rows that contradict the bounds have no solution', () => {
  const upper = Float64Array.of(1, 1, 1);
  expect(solve({ ...program, upper }, (minimise) => minimise(Float64Array.of(1, 0, 0)))).toBe('infeasible');
});
