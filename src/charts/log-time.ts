/**
 * A logarithmic axis of durations with the ticks a person would name.
 */
import { scaleLog } from 'd3';
import { type Room, roomOfEach } from './room.ts';
import { round } from './round.ts';
import { textWidth } from './text-width.ts';

const NO_BREAK = '\u00a0';
const DAY = 86_400;

/** In order of importance: a narrow figure shows the first that fit. */
const NAMED: readonly (readonly [seconds: number, text: string])[] = [
  [3600, `1${NO_BREAK}h`],
  [DAY, `1${NO_BREAK}d`],
  [60, `1${NO_BREAK}min`],
  [30 * DAY, `1${NO_BREAK}month`],
  [7 * DAY, `1${NO_BREAK}w`],
  [600, `10${NO_BREAK}min`],
  [4 * 3600, `4${NO_BREAK}h`],
  [365 * DAY, `1${NO_BREAK}year`],
  [1, `1${NO_BREAK}s`],
  [3 * DAY, `3${NO_BREAK}d`],
  [10, `10${NO_BREAK}s`],
  [91 * DAY, `3${NO_BREAK}months`],
];

export interface LogTimeAxis {
  readonly low: number;
  readonly high: number;
  /** Place of a duration in seconds, in per cent, kept within the axis. */
  at(seconds: number): number;
  /** In order of time. */
  readonly ticks: readonly {
    readonly seconds: number;
    readonly x: number;
    readonly text: string;
    readonly room: Room | null;
  }[];
}

/**
 * The axis from the named tick at or below `shortest` to `longest`.
 *
 * @param beside pixels of the figure that the plot does not have.
 */
export function logTimeAxis(shortest: number, longest: number, beside: number): LogTimeAxis {
  const seconds = NAMED.map(([value]) => value).sort((a, b) => a - b);
  const low = seconds.findLast((value) => value <= shortest) ?? 1;
  const high = Math.max(longest, seconds.find((value) => value > low) ?? low * 10);
  const scale = scaleLog([low, high], [0, 100]).clamp(true);
  const within = NAMED.filter(([value]) => value >= low && value <= high).map(([value, text]) => ({
    seconds: value,
    x: round(scale(value)),
    text,
  }));
  const rooms = roomOfEach(
    within.map(({ x, text }) => ({ x, width: textWidth(text, 12), anchor: 'middle' })),
    beside,
  );
  return {
    low,
    high,
    at: (value) => round(scale(Math.max(value, low))),
    ticks: within.map((tick, k) => ({ ...tick, room: rooms[k] ?? null })).sort((a, b) => a.seconds - b.seconds),
  };
}
