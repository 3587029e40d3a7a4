import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Label, plotWidth, ROOMS, roomByRank, roomOfEach, spanOf } from './room.ts';

const label = (x: number, width: number): Label => ({ x, width, anchor: 'middle' });

describe('room for labels', () => {
  test('shown labels never touch, whatever the width of the figure', () => {
    const labels = fc.array(
      fc.record({
        x: fc.double({ min: 0, max: 100, noNaN: true }),
        width: fc.integer({ min: 5, max: 120 }),
        anchor: fc.constantFrom('start' as const, 'middle' as const, 'end' as const),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(labels, fc.integer({ min: 0, max: 150 }), (some, beside) => {
        const rooms = roomOfEach(some, beside);
        for (const room of ROOMS) {
          const shown = some.filter((_, k) => (rooms[k] ?? Infinity) <= room);
          const spans = shown.map((one) => spanOf(one, plotWidth(room, beside))).sort((a, b) => a[0] - b[0]);
          for (let k = 1; k < spans.length; k++) expect(spans[k]?.[0]).toBeGreaterThan(spans[k - 1]?.[1] ?? Infinity);
        }
      }),
    );
  });

  test('the more important of two labels in one place wins', () => {
    expect(roomOfEach([label(50, 40), label(51, 40)], 0)).toEqual([0, null]);
  });

  test('labels of one rank appear together or not at all', () => {
    const labels = Array.from({ length: 24 }, (_, k) => ({
      ...label((k + 0.5) * (100 / 24), 24),
      rank: k % 12 === 0 ? 0 : 1,
    }));
    const rooms = roomByRank(labels, 60);
    expect(new Set(rooms.filter((_, k) => k % 12 === 0))).toEqual(new Set([0]));
    expect(new Set(rooms.filter((_, k) => k % 12 !== 0)).size).toBe(1);
  });

  test('a rank does not overtake a lower one that has no room', () => {
    const labels = [0, 1, 2].map((k) => ({ ...label(50 + k * 0.1, 60), rank: 0 }));
    expect(roomByRank([...labels, { ...label(5, 10), rank: 1 }], 0)).toEqual([null, null, null, null]);
  });
});
