import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWithReference, type ReferenceCase, referenceCases } from '../../tests/reference-case.ts';
import { complementarySuppression, givenAway, type ProtectedCell } from './cell-suppression.ts';
import { hiddenCellBounds, type SumEquation } from './hidden-cell-bounds.ts';
import { loadLinearSolver } from './linear-program.ts';

const solve = await loadLinearSolver();
const K = 10;

/** Rows by columns with all row totals, column totals and the grand total. */
function tableOf(inner: readonly (readonly number[])[]) {
  const [height, width] = [inner.length, inner[0]?.length ?? 0];
  const at = (row: number, column: number) => row * (width + 1) + column;
  const values = new Float64Array((height + 1) * (width + 1));
  const equations: SumEquation[] = [];
  const span = (length: number) => Array.from({ length }, (_, index) => index);
  for (const [row, cells] of inner.entries()) {
    for (const [column, value] of cells.entries()) {
      for (const place of [at(row, column), at(row, width), at(height, column), at(height, width)]) {
        values[place] = (values[place] as number) + value;
      }
    }
  }
  for (const row of span(height + 1)) {
    equations.push({ wholes: [at(row, width)], parts: span(width).map((column) => at(row, column)) });
  }
  for (const column of span(width + 1)) {
    equations.push({ wholes: [at(height, column)], parts: span(height).map((row) => at(row, column)) });
  }
  const isTotal = (cell: number) => cell >= at(height, 0) || cell % (width + 1) === width;
  const inside = span(height * width).map((index) => at(Math.floor(index / width), index % width));
  return { values, equations, isTotal, inside, at };
}

/** A cell whose count may not be known, nor be known to be below K. */
function small(values: Float64Array, cell: number, open = [0]): ProtectedCell {
  return { cell, up: Math.max(1, K - (values[cell] as number)), down: 0, open, some: [] };
}

describe.each(referenceCases('suppression'))('$name', (reference) => {
  const { names, table } = readTable(reference);
  const { values, equations, at } = table;
  const width = names.columns.length;
  const cellOf = ([row, column]: readonly string[]) =>
    at(names.rows.indexOf(row as string), names.columns.indexOf(column as string));
  const nameOf = (cell: number) => [
    names.rows[Math.floor(cell / (width + 1))] as string,
    names.columns[cell % (width + 1)] as string,
  ];
  const audit = (pattern: readonly number[]) => {
    const bounds = hiddenCellBounds(solve, equations, values, new Set(pattern));
    return pattern.map((cell) => {
      const { low, high } = bounds.get(cell) as { low: number; high: number };
      const [row, col] = nameOf(cell);
      return { row, col, true: values[cell], lo: low, hi: high };
    });
  };
  const primary = table.inside.filter((cell) => (values[cell] as number) < K);
  const exact = (cells: ReturnType<typeof audit>) =>
    cells.filter(({ lo, hi, row, col }) => lo === hi && primary.includes(cellOf([row as string, col as string])));

  test('the audit of every listed pattern agrees, bound by bound', () => {
    const expected = reference.expected as Record<string, { pattern: string[][]; example: string[][] }>;
    const listed = (key: string) => expected[key] as { pattern: string[][]; example: string[][] };
    const rowWise = audit(listed('row_wise_only').pattern.map(cellOf));
    const ofExample = (key: string) => {
      const example = listed(key).example.map(cellOf);
      return { example: example.map(nameOf), example_audit: audit(example) };
    };
    const { differences, compared } = compareWithReference(
      reference,
      {
        primary: primary.map(nameOf),
        primary_only_audit: audit(primary),
        row_wise_only: {
          pattern: rowWise.map(({ row, col }) => [row, col]),
          audit: rowWise,
          primary_cells_still_exactly_derivable: exact(rowWise).map(({ row, col }) => [row, col]),
        },
        not_exactly_derivable: ofExample('not_exactly_derivable'),
        protected_to_k: ofExample('protected_to_k'),
      },
      [
        '/protected_to_k/rule',
        '/*/min_extra_cells',
        // How many cheapest patterns there are takes a search over all; one is wanted.
        '/*/n_optimal_patterns',
      ],
    );
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(40);
  });

  test('the pattern found passes its own audit, with as few cells as can be', () => {
    const cost = (cell: number) => (table.isTotal(cell) ? Number.POSITIVE_INFINITY : 1);
    const cells = primary.map((cell) => small(values, cell));
    const options = { cost, dear: Number.POSITIVE_INFINITY };
    const found = complementarySuppression(solve, { equations, layers: [values] }, new Set(primary), cells, options);
    expect(found.exposed).toEqual([]);
    const audited = audit([...primary, ...found.added]);
    expect(exact(audited)).toEqual([]);
    for (const { hi } of audited.slice(0, primary.length)) expect(hi).toBeGreaterThanOrEqual(K);
    const { min_extra_cells } = (reference.expected as { protected_to_k: { min_extra_cells: number } }).protected_to_k;
    expect(found.added.size).toBe(min_extra_cells);
  });
});

function readTable({ rows }: ReferenceCase) {
  const names = { rows: [...new Set(rows.map(({ row }) => row))], columns: [...new Set(rows.map(({ col }) => col))] };
  const count = (row: string, col: string) =>
    Number(rows.find((entry) => entry.row === row && entry.col === col)?.count);
  return {
    names: names as { rows: string[]; columns: string[] },
    table: tableOf(names.rows.map((row) => names.columns.map((col) => count(row as string, col as string)))),
  };
}

describe('the audit', () => {
  test('agrees with trying every table that has the same sums', () => {
    const table = fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 });
    const pattern = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, pattern, (inner, chosen) => {
        const { values, equations, inside } = tableOf(inner);
        const hidden = chosen.map((index) => inside[index] as number).sort((a, b) => a - b);
        const bounds = hiddenCellBounds(solve, equations, values, new Set(hidden));
        const tried = bruteForce(values, equations, hidden);
        expect(hidden.map((cell) => bounds.get(cell))).toEqual(tried);
      }),
      { numRuns: 60 },
    );
  });

  test('a cell that no sum holds can be anything', () => {
    const bounds = hiddenCellBounds(solve, [], Float64Array.of(4), new Set([0]));
    expect(bounds.get(0)).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
  });

  test('refuses sums that do not hold', () => {
    const equations = [{ wholes: [0], parts: [1] }];
    expect(() => hiddenCellBounds(solve, equations, Float64Array.of(4, 3), new Set([0]))).toThrow('does not hold');
  });
});

/** Bounds of the hidden cells over all tables of whole numbers with the same sums. */
function bruteForce(values: Float64Array, equations: readonly SumEquation[], hidden: readonly number[]) {
  const most = Math.max(...values);
  const trial = values.slice();
  const bounds = hidden.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }));
  const sum = (cells: readonly number[]) => cells.reduce((total, cell) => total + (trial[cell] as number), 0);
  const visit = (index: number): void => {
    if (index < hidden.length) {
      for (let value = 0; value <= Math.min(most, 9); value++) {
        trial[hidden[index] as number] = value;
        visit(index + 1);
      }
    } else if (equations.every(({ wholes, parts }) => sum(wholes) === sum(parts))) {
      for (const [place, cell] of hidden.entries()) {
        const bound = bounds[place] as { low: number; high: number };
        bound.low = Math.min(bound.low, trial[cell] as number);
        bound.high = Math.max(bound.high, trial[cell] as number);
      }
    }
  };
  visit(0);
  return bounds;
}

describe('complementary suppression', () => {
  const price = (table: ReturnType<typeof tableOf>, total: number) => (cell: number) =>
    table.isTotal(cell) ? total : 1 + Math.sqrt(table.values[cell] as number);

  test('whatever the table, no small cell is given away', () => {
    const inner = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })).chain(([height, width]) =>
      fc.array(fc.array(fc.oneof(fc.nat(12), fc.nat(60)), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );
    fc.assert(
      fc.property(inner, (counts) => {
        const table = tableOf(counts);
        const { values, equations } = table;
        const primary = [...values.keys()].filter(
          (cell) => (values[cell] as number) > 0 && (values[cell] as number) < K,
        );
        const cells = primary.map((cell) => small(values, cell));
        const options = { cost: price(table, 1000), dear: 500 };
        const found = complementarySuppression(
          solve,
          { equations, layers: [values] },
          new Set(primary),
          cells,
          options,
        );
        expect(found.exposed).toEqual([]);
        const bounds = hiddenCellBounds(solve, equations, values, new Set([...primary, ...found.added]));
        for (const cell of primary) {
          const { low, high } = bounds.get(cell) as { low: number; high: number };
          expect(high).toBeGreaterThanOrEqual(K);
          expect(low).toBeLessThan(high);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a total goes only where no cell beside it helps', () => {
    const lone = tableOf([[4, 40]]);
    const cells = [small(lone.values, 0)];
    const table = { equations: lone.equations, layers: [lone.values] };
    const hidden = new Set([0, 3]);
    const options = { cost: price(lone, 1000), dear: 500 };
    const found = complementarySuppression(solve, table, hidden, cells, options);
    expect(found.exposed).toEqual([]);
    expect([...found.added].some((cell) => lone.isTotal(cell))).toBe(true);
    const never = { cost: price(lone, Number.POSITIVE_INFINITY), dear: 500 };
    expect(complementarySuppression(solve, table, hidden, cells, never).exposed).toEqual(cells);
  });

  test('where nobody in the hidden cells was satisfied, hiding their numbers is not enough', () => {
    const all = tableOf([
      [4, 30, 50],
      [36, 40, 60],
    ]);
    const satisfied = tableOf([
      [0, 0, 20],
      [0, 10, 30],
    ]);
    const failed = all.values.map((value, cell) => value - (satisfied.values[cell] as number));
    const { at, equations } = all;
    const square = new Set([at(0, 0), at(0, 1), at(1, 0), at(1, 1)]);
    const cells = [small(all.values, at(0, 0), [0, 1])];
    expect(givenAway(solve, { equations, layers: [all.values] }, square, [small(all.values, at(0, 0))])).toEqual([]);
    const layers = [satisfied.values, failed];
    expect(givenAway(solve, { equations, layers }, square, cells)).toEqual(cells);
    const options = { cost: price(all, 1000), dear: 500 };
    const found = complementarySuppression(solve, { equations, layers }, square, cells, options);
    expect(found.exposed).toEqual([]);
    expect(found.added.size).toBeGreaterThan(0);
  });

  test('a cell hidden for the sake of another table can be kept from being known to be large', () => {
    const { values, equations, at } = tableOf([
      [40, 30],
      [35, 45],
    ]);
    const cells = [{ cell: at(0, 0), up: 0, down: 10, open: [], some: [] }];
    const options = { cost: () => 1, dear: 500 };
    const found = complementarySuppression(solve, { equations, layers: [values] }, new Set([at(0, 0)]), cells, options);
    expect(found.exposed).toEqual([]);
    const bounds = hiddenCellBounds(solve, equations, values, new Set([at(0, 0), ...found.added]));
    expect(bounds.get(at(0, 0))?.low).toBeLessThanOrEqual(30);
  });

  test('a long table with many small cells is settled in good time', () => {
    const counts = Array.from({ length: 400 }, (_, row) =>
      Array.from({ length: 24 }, (__, column) => ((row * 37 + column * 61) % 97) + 3),
    );
    const table = tableOf(counts);
    const primary = table.inside.filter((cell) => (table.values[cell] as number) < K);
    expect(primary.length).toBeGreaterThan(500);
    const cells = primary.map((cell) => small(table.values, cell));
    const layered = { equations: table.equations, layers: [table.values] };
    const began = performance.now();
    const options = { cost: price(table, 1000), dear: 500 };
    const found = complementarySuppression(solve, layered, new Set(primary), cells, options);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(found.exposed).toEqual([]);
  });
});
