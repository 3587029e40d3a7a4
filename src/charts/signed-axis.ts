/**
 * Axes of numbers that may lie on both sides of zero: differences and correlations.
 */
import type { Unit } from '../report/types/estimate.ts';
import { type Axis, axisOf } from './axis.ts';
import { tickText } from './ticks.ts';

/**
 * The axis for values of any sign; zero is always on it.
 *
 * @param values everything that must be visible; may be empty.
 */
export function signedAxis(values: readonly number[], unit: Unit): Axis {
  const known = values.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  // Bounds of the unit hold for its figures, not for their differences: only the step is taken.
  const scale = unit === 'share' ? 100 : 1;
  const step = axisOf([0, (high - low) * scale], unit === 'share' ? 'average' : unit).step / scale;
  const first = Math.floor(low / step + SLACK);
  const last = Math.max(Math.ceil(high / step - SLACK), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => Number(((first + k) * step).toPrecision(12)));
  return { low: ticks[0] as number, high: ticks.at(-1) as number, step, ticks };
}

/** Binary fractions put a tick a little beside its place. */
const SLACK = 1e-9;

/** A difference at a tick, with its sign; of shares in points: `+5`. */
export function signedTick(value: number, unit: Unit, step: number): string {
  const text = unit === 'share' ? tickText(value * 100, 'net', step * 100) : tickText(value, unit, step);
  return value > 0 && !text.startsWith('+') ? `+${text}` : text;
}
