/**
 * An axis of sizes, such as numbers of answers: logarithmic where they differ widely.
 */
import { scaleLinear, scaleLog } from 'd3';
import { type Room, roomByRank } from './room.ts';
import { round } from './round.ts';
import { textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';

/** Largest to smallest size beyond which small ones would crowd on an even axis. */
const WIDE = 8;
const TICK_SIZE = 12;

export interface SizeAxis {
  readonly log: boolean;
  /** Place of a size, in per cent. */
  at(size: number): number;
  readonly ticks: readonly { readonly size: number; readonly x: number; readonly text: string; readonly room: Room }[];
}

/**
 * The axis with a margin on both sides.
 *
 * @param sizes positive; may be empty.
 * @param beside pixels of the figure that the plot does not have.
 */
export function sizeAxis(sizes: readonly number[], beside: number): SizeAxis {
  const low = Math.min(...sizes, Infinity);
  const high = Math.max(...sizes, 1);
  const least = Number.isFinite(low) ? Math.max(low, 1) : 1;
  const log = high / least > WIDE;
  const margin = log ? (high / least) ** 0.06 : (high - least) * 0.06 || high * 0.5;
  const domain = log ? [least / margin, high * margin] : [Math.max(0, least - margin), high + margin];
  const scale = log ? scaleLog(domain, [0, 100]) : scaleLinear(domain, [0, 100]);
  const [from = 0, to = 1] = domain;
  const wished = log
    ? powers(from, to)
    : scaleLinear(domain, [0, 100])
        .ticks(5)
        .filter(Number.isInteger)
        .map((size, k) => ({ size, rank: k % 2 }));
  const labels = wished.map(({ size, rank }) => {
    const text = tickText(size, 'count', 1);
    return { size, x: round(scale(size)), text, rank, width: textWidth(text, TICK_SIZE), anchor: 'middle' as const };
  });
  const rooms = roomByRank(labels, beside);
  return {
    log,
    at: (size) => round(scale(size)),
    ticks: labels.flatMap(({ size, x, text }, k) => {
      const room = rooms[k];
      return room === null || room === undefined ? [] : [{ size, x, text, room }];
    }),
  };
}

/** 1, 2 and 5 of each power of ten; where there are many powers the tens stand alone in a narrow figure. */
function powers(from: number, to: number): { readonly size: number; readonly rank: number }[] {
  const first = Math.floor(Math.log10(from));
  const last = Math.ceil(Math.log10(to));
  return Array.from({ length: last - first + 1 }, (_, k) => 10 ** (first + k))
    .flatMap((power) => [
      { size: power, rank: 0 },
      { size: 2 * power, rank: 2 },
      { size: 5 * power, rank: 1 },
    ])
    .filter(({ size }) => size >= from && size <= to && size >= 1);
}
