/**
 * The value axis over rows: ticks thinned for the room that a row leaves its plot, and a gridline at each.
 */
import type { Unit } from '../report/types/estimate.ts';
import type { Axis } from './axis.ts';
import { type Room, roomByRank } from './room.ts';
import { textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';

export interface AxisTick {
  readonly x: number;
  readonly text: string;
  readonly room: Room;
}

export interface RowAxis {
  readonly ticks: readonly AxisTick[];
  /** Every gridline, labelled or not. */
  readonly grid: readonly { readonly x: number; readonly zero: boolean }[];
}

const TICK_SIZE = 12;
/**
 * Pixels that the columns beside the plot take at most. From 560 pixels on all stand in one line, which leaves the
 * plot 170 at first; what shows in the narrowest figure shows there too.
 */
const BESIDE = { 0: 118, 480: 310, 720: 440 };

/** A rule through all rows, with its words over the plot. */
export interface Rule {
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly label: string;
}

/** Words over a rule turn inwards near the edges. */
export function ruleAt(x: number, label: string): Rule {
  return { x, anchor: x < 30 ? 'start' : x > 70 ? 'end' : 'middle', label };
}

/**
 * @param x place of a value, in per cent.
 * @param write text of a tick, where the unit alone does not tell it.
 */
export function rowAxisOf(
  axis: Axis,
  unit: Unit,
  x: (value: number) => number,
  write = (value: number) => tickText(value, unit, axis.step),
): RowAxis {
  const labels = axis.ticks.map((value, k) => {
    const text = write(value);
    return { x: x(value), text, width: textWidth(text, TICK_SIZE), anchor: 'middle' as const, rank: k % 2 };
  });
  const rooms = roomByRank(labels, BESIDE);
  return {
    ticks: labels.flatMap(({ x, text }, k) => {
      const room = rooms[k];
      return room === null || room === undefined ? [] : [{ x, text, room }];
    }),
    grid: axis.ticks.map((value) => ({ x: x(value), zero: value === 0 })),
  };
}

/** The axis over rows that all say why they have no figure. */
export const NO_ROW_AXIS: RowAxis = { ticks: [], grid: [] };
