import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jointMoments } from './joint-moments.ts';
import { countedRows, momentsByGroup } from './moments.ts';
import { outcomePatterns } from './outcome-patterns.ts';
import { ABSENT } from './sample.ts';

const GROUPS = 3;

interface Row {
  readonly who: number;
  readonly group: number;
  readonly column: number;
  readonly outcomes: readonly number[];
}

/** Moments per sample, from one pass for all samples and from one pass for each. */
function bothWays(rows: readonly Row[], samples: number) {
  const sorted = rows.toSorted((a, b) => (a.who < 0 ? 1 : b.who < 0 ? -1 : a.who - b.who));
  const all = Array.from({ length: samples }, (_, sample) =>
    Int8Array.from(sorted, ({ outcomes }) => outcomes[sample] ?? ABSENT),
  );
  const grouped = {
    customer: Int32Array.from(sorted, ({ who }) => who),
    value: Int32Array.from(sorted, ({ column }) => column),
    width: 2,
  };
  const groups = { period: Int32Array.from(sorted, ({ group }) => group), count: GROUPS * 2 };
  const bundles = outcomePatterns(all);
  return {
    bundles,
    jointly: bundles.flatMap((patterns) => jointMoments(patterns, grouped, groups)),
    singly: all.map((values) => {
      const sample = { table: 'tickets', at: new Float64Array(values.length), values } as const;
      return momentsByGroup(countedRows(sample), grouped, groups);
    }),
  };
}

describe('moments of several samples', () => {
  const outcome = fc.oneof(fc.constantFrom(ABSENT, 0, 1), fc.constantFrom(ABSENT, -1, 5, 127, -127));
  const row = fc.record({
    who: fc.integer({ min: -1, max: 3 }),
    group: fc.integer({ min: -1, max: GROUPS - 1 }),
    column: fc.integer({ min: -1, max: 1 }),
    outcomes: fc.array(outcome, { minLength: 3, maxLength: 3 }),
  });

  test('one pass over the rows gives what a pass for each sample gives', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const { jointly, singly } = bothWays(rows, 3);
        expect(jointly).toEqual(singly);
      }),
    );
  });

  test('samples that differ too much to share patterns are counted apart, in their order', () => {
    const rows = Array.from({ length: 600 }, (_, index) => ({
      who: index % 7,
      group: index % GROUPS,
      column: index % 2,
      outcomes: [index % 101, (index * 31) % 97, index % 2],
    }));
    const { bundles, jointly, singly } = bothWays(rows, 3);
    expect(bundles.length).toBeGreaterThan(1);
    expect(jointly).toEqual(singly);
  });

  test('rows that count in no sample are left out', () => {
    const [patterns] = outcomePatterns([Int8Array.of(ABSENT, 1, ABSENT), Int8Array.of(ABSENT, ABSENT, 0)]);
    expect([...(patterns?.rows ?? [])]).toEqual([1, 2]);
  });
});
