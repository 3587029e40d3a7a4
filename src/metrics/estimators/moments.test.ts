import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedRows, momentsByGroup } from './moments.ts';
import { ABSENT, type Sample } from './sample.ts';

/** Moments of rows whose groups are given: one value of the dimension, one period a group. */
function momentsOf(values: Sample['values'], customer: Int32Array, group: Int32Array, count: number) {
  const sample = { table: 'tickets', at: new Float64Array(values.length), values } as const;
  const rows = { customer, value: new Int32Array(values.length), width: 1 };
  return momentsByGroup(countedRows(sample), rows, { period: group, count });
}

describe('moments by group and customer', () => {
  test('a customer with several rows in a group is one cluster there', () => {
    const [moments] = momentsOf(Int8Array.of(1, 0, 1), Int32Array.of(0, 0, 1), Int32Array.of(0, 0, 0), 1);
    expect(moments).toEqual({
      clusters: 2,
      n: 3,
      sum: 2,
      sumOfSquares: 2,
      squaredSums: 1 + 1,
      sumTimesSize: 1 * 2 + 1 * 1,
      squaredSizes: 4 + 1,
    });
  });

  test('rows without a customer are customers of their own', () => {
    const [moments] = momentsOf(Int8Array.of(1, 1, 1), Int32Array.of(-1, -1, -1), Int32Array.of(0, 0, 0), 1);
    expect(moments).toMatchObject({ clusters: 3, n: 3, squaredSizes: 3 });
  });

  test('absent values and rows in no group do not count, and a group may stay empty', () => {
    const groups = Int32Array.of(0, 0, -1, 0);
    const customers = Int32Array.of(0, 0, 1, 2);
    const [first, second] = momentsOf(Float64Array.of(4, Number.NaN, 5, 2), customers, groups, 2);
    expect(first).toMatchObject({ clusters: 2, n: 2, sum: 6 });
    expect(second).toMatchObject({ clusters: 0, n: 0, sum: 0 });
    expect(momentsOf(Int8Array.of(ABSENT, 1, 1, 0), customers, groups, 2)[0]?.n).toBe(2);
  });

  test('one pass gives the sums that grouping by group and customer gives', () => {
    const row = fc.record({
      who: fc.integer({ min: -1, max: 6 }),
      group: fc.integer({ min: -1, max: 3 }),
      x: fc.integer({ min: -1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(row), (given) => {
        const rows = given.toSorted((a, b) => (a.who < 0 ? 9 : a.who) - (b.who < 0 ? 9 : b.who));
        const result = momentsOf(
          Float64Array.from(rows, ({ x }) => x),
          Int32Array.from(rows, ({ who }) => who),
          Int32Array.from(rows, ({ group }) => group),
          4,
        );
        for (const [group, moments] of result.entries()) {
          const members = rows.map((row, index) => ({ ...row, index })).filter((row) => row.group === group);
          const clusters = Object.values(Object.groupBy(members, ({ who, index }) => (who < 0 ? `row ${index}` : who)));
          const totals = clusters.map((cluster) => ({
            size: cluster?.length ?? 0,
            sum: cluster?.reduce((sum, { x }) => sum + x, 0) ?? 0,
          }));
          const over = (of: (total: { size: number; sum: number }) => number) =>
            totals.reduce((sum, total) => sum + of(total), 0);
          expect(moments).toEqual({
            clusters: totals.length,
            n: members.length,
            sum: over(({ sum }) => sum),
            sumOfSquares: members.reduce((sum, { x }) => sum + x * x, 0),
            squaredSums: over(({ sum }) => sum * sum),
            sumTimesSize: over(({ sum, size }) => sum * size),
            squaredSizes: over(({ size }) => size * size),
          });
        }
      }),
    );
  });
});
