/**
 * Numbers at axes, written short: `80%`, `+20`, `30 min`. Figures in the charts come already worded.
 *
 * Thousands are set apart by a narrow space, which means the same in every language.
 */
import type { Unit } from '../report/types/estimate.ts';

const MINUS = '\u2212';
const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/**
 * The text of one tick.
 *
 * @param value in the metric's unit: shares 0 to 1, durations in seconds.
 * @param step distance between two ticks, which decides decimals and the unit of a duration.
 */
export function tickText(value: number, unit: Unit, step: number): string {
  switch (unit) {
    case 'share':
      return `${fixed(value * 100, decimalsOf(step * 100))}%`;
    case 'net':
      return signed(value, decimalsOf(step));
    case 'duration':
      return durationTick(value, step);
    case 'score':
    case 'count':
    case 'rate':
    case 'coefficient':
    case 'average':
      return fixed(value, decimalsOf(step));
  }
}

/** A value of its own, such as a target, to the precision of prose: `85%`, `+40`, `4.5`, `2 h 40 min`. */
export function valueText(value: number, unit: Unit): string {
  if (unit === 'duration') return spokenDuration(value);
  const digits = unit === 'share' ? 4 : 3;
  const trimmed = Number(value.toPrecision(digits));
  return tickText(trimmed, unit, lastPlace(trimmed));
}

/** One unit along the whole axis, so that ticks compare at a glance: 0, 30 min, 60 min, 90 min. */
function durationTick(seconds: number, step: number): string {
  if (seconds === 0) return '0';
  const [size, name] =
    step >= DAY ? [DAY, 'd'] : step >= HOUR ? [HOUR, 'h'] : step >= MINUTE ? [MINUTE, 'min'] : [1, 's'];
  return `${fixed(seconds / size, decimalsOf(step / size))}${NO_BREAK}${name}`;
}

/** The two largest units: `45 s`, `12 min`, `2 h 40 min`, `3 d 4 h`. */
function spokenDuration(seconds: number): string {
  const units = [
    [DAY, 'd'],
    [HOUR, 'h'],
    [MINUTE, 'min'],
    [1, 's'],
  ] as const;
  const start = units.findIndex(([size]) => seconds >= size);
  if (start < 0) return `0${NO_BREAK}s`;
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const [size, name] of units.slice(start, start + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count}${NO_BREAK}${name}`);
  }
  return parts.join(NO_BREAK);
}

function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return Number(text) > 0 ? `+${text}` : text;
}

function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, NARROW_NO_BREAK) : whole;
  const sign = value < 0 && Number(text) !== 0 ? MINUS : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Decimals that a step needs: 0.05 needs two, 20 none. */
function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 6; decimals++) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return 6;
}

/** The value of the last written digit, 0.01 for 4.25 and 1 for 40. */
function lastPlace(value: number): number {
  const fraction = String(Math.abs(value)).split('.')[1] ?? '';
  return 10 ** -fraction.length;
}
