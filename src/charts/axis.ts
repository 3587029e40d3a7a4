/**
 * The extent of a value axis: wide enough for every interval, ended by ticks, honest about where it starts.
 */
import type { Unit } from '../report/types/estimate.ts';
import { tickText } from './ticks.ts';

/** A linear axis. The first tick is `low`, the last is `high`. */
export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** At most six. */
  readonly ticks: readonly number[];
}

const MOST_STEPS = 5;

/** The narrowest extent worth drawing, so that noise does not fill the plot. */
const LEAST_SPAN: Readonly<Record<Unit, number>> = {
  share: 0.2,
  net: 40,
  score: 0.5,
  duration: 1,
  count: 1,
  rate: 0.01,
  coefficient: 0.1,
  average: 0.1,
};

const BOUNDS: Partial<Record<Unit, readonly [number, number]>> = { share: [0, 1], net: [-100, 100] };

/** Steps of clock time, in seconds. */
const CLOCK_STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200, 86_400, 172_800,
  345_600, 604_800, 1_209_600, 2_592_000,
];

/**
 * The axis for a set of values in one unit.
 *
 * Zero is included when leaving it out would gain little. A score has no meaningful zero.
 *
 * @param values everything that must be visible: figures, ends of intervals, targets. May be empty.
 */
export function axisOf(values: readonly number[], unit: Unit): Axis {
  const [low, high] = extent(values.filter(Number.isFinite), unit);
  const step = stepOf(low, high, unit);
  const first = Math.floor(tidy(low / step));
  const last = Math.ceil(tidy(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => tidy((first + k) * step));
  return { low: tidy(first * step), high: tidy(last * step), step, ticks };
}

/** The sentence that a truncated axis owes its reader; empty when the axis holds zero. */
export function axisNote(axis: Axis, unit: Unit): string {
  if (unit === 'score')
    return `The axis runs from ${tickText(axis.low, unit, axis.step)} to ${tickText(axis.high, unit, axis.step)}.`;
  if (axis.low <= 0 && axis.high >= 0) return '';
  if (axis.high < 0) return `The axis ends at ${tickText(axis.high, unit, axis.step)}.`;
  return `The axis starts at ${tickText(axis.low, unit, axis.step)}.`;
}

function extent(values: readonly number[], unit: Unit): [number, number] {
  if (values.length === 0) return unit === 'net' ? [-100, 100] : [0, 1];
  let low = Math.min(...values);
  let high = Math.max(...values);
  const least = leastSpan(high, unit);
  const lack = least - (high - low);
  if (lack > 0) {
    low -= lack / 2;
    high += lack / 2;
  }
  [low, high] = inside(low, high, unit);
  if (unit === 'score') return [low, high];
  const span = high - low;
  if (low > 0 && low <= span) low = 0;
  if (high < 0 && -high <= span) high = 0;
  return [low, high];
}

/** Less for small shares, whose axis starts at zero anyway; at least a fifth of the value where no scale is given. */
function leastSpan(high: number, unit: Unit): number {
  const least = LEAST_SPAN[unit];
  if (unit === 'share') return high > 0.001 ? Math.min(least, high * 1.5) : least;
  if (unit === 'net' || unit === 'score') return least;
  return Math.max(least, high * 0.2);
}

/** Slides the extent back between the unit's bounds; counts, rates and times never fall below zero. */
function inside(low: number, high: number, unit: Unit): [number, number] {
  const [least, most] = BOUNDS[unit] ?? [unit === 'score' ? -Infinity : 0, Infinity];
  if (low < least) return [least, Math.min(high + least - low, most)];
  if (high > most) return [Math.max(low + most - high, least), most];
  return [low, high];
}

function stepOf(low: number, high: number, unit: Unit): number {
  const fits = (step: number) => Math.ceil(tidy(high / step)) - Math.floor(tidy(low / step)) <= MOST_STEPS;
  if (unit === 'duration') {
    const clock = CLOCK_STEPS.find(fits);
    if (clock !== undefined) return clock;
  }
  for (let power = Math.floor(Math.log10((high - low) / MOST_STEPS)); ; power++) {
    for (const digit of [1, 2, 5]) {
      const step = tidy(digit * 10 ** power);
      if (fits(step) && !(unit === 'count' && step < 1)) return step;
    }
  }
}

/** Takes off what binary fractions leave: 0.30000000000000004 becomes 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
