import { describe, expect, test } from 'vitest';
import { meet } from './placed-text.ts';
import { plotWidth, ROOMS } from './room.ts';
import { seatLabels, seatsAround } from './seats.ts';

const hall = { size: 12, beside: 60, top: 0, bottom: 200, over: [0, 0] as const, marks: [], reach: 6 };
const label = (x: number, y: number, text = 'Telephone') => seatsAround(x, y, [text], 8, 15);

describe('labels at points', () => {
  test('take their first seat where it is free', () => {
    expect(seatLabels([label(20, 50), label(20, 120)], hall)).toMatchObject([
      { text: { anchor: 'start', y: 50 }, room: 0 },
      { text: { anchor: 'start', y: 120 }, room: 0 },
    ]);
  });

  test('move to another seat where one is taken, and never leave the plot', () => {
    expect(seatLabels([label(95, 50)], hall)).toMatchObject([{ text: { anchor: 'end' } }]);
    expect(seatLabels([label(50, 50)], { ...hall, marks: [{ x: 54, y: 50 }] })).toMatchObject([
      { text: { anchor: 'end' } },
    ]);
  });

  test('may stand beside their own mark, and cover none at any width', () => {
    const marks = [
      { x: 50, y: 50 },
      { x: 51, y: 50 },
    ];
    const seated = seatLabels([label(50, 50), label(51, 50)], { ...hall, marks });
    expect(seated.map((one) => [one?.text.anchor, one?.room])).toEqual([
      ['end', 0],
      ['start', 0],
    ]);
  });

  test('never meet each other at any width at which they show', () => {
    const crowd = Array.from({ length: 40 }, (_, k) => label((k * 37) % 100, 20 + ((k * 53) % 160)));
    const seated = seatLabels(crowd, hall).filter((one) => one !== null);
    expect(new Set(seated.map(({ room }) => room)).size).toBe(3);
    for (const room of ROOMS) {
      const shown = seated.filter((one) => one.room <= room).map(({ text }) => text);
      for (const [k, a] of shown.entries()) {
        for (const b of shown.slice(k + 1)) expect(meet(a, b, 12, plotWidth(room, 60))).toBe(false);
      }
    }
  });

  test('go without where there is no seat', () => {
    expect(seatLabels([label(50, 50, 'A word '.repeat(200))], hall)).toEqual([null]);
  });
});
