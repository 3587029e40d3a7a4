/**
 * Periods without a figure in a chart over time: a tick at the axis with the flag that says why.
 */
import type { Estimate } from '../report/types/estimate.ts';
import { flagOfAbsence } from './flags.ts';
import { type Room, roomOfEach } from './room.ts';
import type { Across } from './series-place.ts';
import type { Spoken } from './spoken.ts';
import { textWidth } from './text-width.ts';

const SIZE = 12;

/** A point that is not there, marked at the axis. */
export interface PlacedGap {
  readonly x: number;
  readonly flag: string;
  /** Narrowest figure in which the flag shows; null where only its tick does. */
  readonly room: Room | null;
  readonly spoken: Spoken;
}

/** @param beside pixels of the figure that the plot does not have. */
export function placeGaps(
  points: readonly Estimate[],
  across: Across,
  beside: number,
  spoken: (point: Estimate) => Spoken,
): PlacedGap[] {
  const gaps = points.flatMap((point) => {
    const flag = flagOfAbsence(point);
    if (flag === null) return [];
    return [{ x: across.at((point.period.start + point.period.end) / 2), flag, spoken: spoken(point) }];
  });
  const rooms = roomOfEach(
    gaps.map(({ x, flag }) => ({ x, width: textWidth(`[${flag}]`, SIZE), anchor: 'middle' })),
    beside,
  );
  return gaps.map((gap, k) => ({ ...gap, room: rooms[k] ?? null }));
}
