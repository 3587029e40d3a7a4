/**
 * Figures as a person would write them. Rounding happens here and nowhere else.
 */
import type { Unit } from '../types/estimate.ts';

const MINUS = '\u2212';
const NO_BREAK = '\u00a0';

/** How one metric's figures are written. */
export interface Format {
  /** A figure with its unit: `81%`, `+34`, `2 h 40 min`. */
  value(value: number): string;
  /** Both ends of an interval: `79% to 83%`. */
  range(low: number, high: number): string;
  /** The size of a difference, without sign: `6 points`; for durations the ratio as a change in per cent: `38%`. */
  difference(difference: number): string;
  /** Both ends of the interval of a difference, without its unit, signs kept where they differ: `2 to 9`, `−4 to +2`. */
  differenceRange(low: number, high: number): string;
}

/**
 * @param margin the smallest difference that matters, in the unit: figures get one decimal more than usual where
 *   the usual ones would hide it.
 */
export function formatOf(unit: Unit, locale: string, margin: number | null = null): Format {
  switch (unit) {
    case 'share': {
      const decimals = margin !== null && margin < 0.05 ? 1 : 0;
      return {
        value: (value) => percent(value, decimals),
        range: (low, high) => `${percent(low, decimals)} to ${percent(high, decimals)}`,
        ...pointDifferences((difference) => difference * 100, decimals),
      };
    }
    case 'net':
      return {
        value: (value) => signed(value, 0),
        range: (low, high) => `${signed(low, 0)} to ${signed(high, 0)}`,
        ...pointDifferences((difference) => difference, 0),
      };
    case 'score': {
      const decimals = margin !== null && margin < 0.2 ? 2 : 1;
      return {
        value: (value) => fixed(value, decimals),
        range: (low, high) => `${fixed(low, decimals)} to ${fixed(high, decimals)}`,
        ...pointDifferences((difference) => difference, decimals),
      };
    }
    case 'coefficient':
    case 'average':
      return {
        value: (value) => fixed(value, 2),
        range: (low, high) => `${fixed(low, 2)} to ${fixed(high, 2)}`,
        difference: (difference) => fixed(Math.abs(difference), 2),
        differenceRange: (low, high) => rangeOfDifference(low, high, (value) => fixed(Math.abs(value), 2)),
      };
    case 'rate':
      return {
        value: (value) => `${fixed(value, 2)} a year`,
        range: (low, high) => `${fixed(low, 2)} to ${fixed(high, 2)}`,
        difference: (difference) => `${fixed(Math.abs(difference), 2)} a year`,
        differenceRange: (low, high) => rangeOfDifference(low, high, (value) => fixed(Math.abs(value), 2)),
      };
    case 'duration':
      return {
        value: duration,
        range: (low, high) => `${duration(low)} to ${duration(high)}`,
        difference: (ratio) => percentChange(ratio),
        differenceRange: (low, high) =>
          rangeOfDifference(low - 1, high - 1, (value) => `${Math.round(Math.abs(value) * 100)}%`),
      };
    case 'count':
      return {
        value: (value) => count(value, locale),
        range: (low, high) => `${count(low, locale)} to ${count(high, locale)}`,
        difference: (difference) => count(Math.abs(difference), locale),
        differenceRange: (low, high) => rangeOfDifference(low, high, (value) => count(Math.abs(value), locale)),
      };
  }
}

/** A whole number with thousands set apart by the locale's rule. */
export function count(value: number, locale: string): string {
  let format = wholeNumbers.get(locale);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    wholeNumbers.set(locale, format);
  }
  return format.format(value);
}

/** Making a format takes longer than using it a hundred times. */
const wholeNumbers = new Map<string, Intl.NumberFormat>();

/** Per cent, whole unless said otherwise; a share that is neither nothing nor everything never reads as 0% or 100%. */
export function percent(share: number, decimals = 0): string {
  const step = 10 ** -decimals;
  const text = (share * 100).toFixed(decimals);
  if (Number(text) <= 0 && share > 0) return `<${step.toFixed(decimals)}%`;
  if (Number(text) >= 100 && share < 1) return `>${(100 - step).toFixed(decimals)}%`;
  return `${text}%`;
}

/** Plus or a real minus sign before the number; nothing before zero. */
export function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${value < 0 ? MINUS : '+'}${text}`;
}

function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
}

/** Seconds in the two largest units that a person would use: `45 s`, `12 min`, `2 h 40 min`, `3 d 4 h`, `23 d`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${NO_BREAK}s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${NO_BREAK}min`;
  if (minutes < 24 * 60) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(seconds / 3600);
  if (hours < 10 * 24) return pair(Math.floor(hours / 24), 'd', hours % 24, 'h');
  return `${Math.round(seconds / 86_400)}${NO_BREAK}d`;
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const first = `${large}${NO_BREAK}${largeUnit}`;
  return small === 0 ? first : `${first}${NO_BREAK}${small}${NO_BREAK}${smallUnit}`;
}

function pointDifferences(scale: (difference: number) => number, decimals: number) {
  const size = (difference: number) => Math.abs(scale(difference)).toFixed(decimals);
  return {
    difference: (difference: number) => {
      const text = size(difference);
      if (Number(text) === 0)
        return `less than ${decimals === 0 ? '1' : (10 ** -decimals).toFixed(decimals)}${NO_BREAK}point`;
      return `${text}${NO_BREAK}${text === '1' ? 'point' : 'points'}`;
    },
    differenceRange: (low: number, high: number) => rangeOfDifference(low, high, size),
  };
}

function percentChange(ratio: number): string {
  const per = Math.round(Math.abs(ratio - 1) * 100);
  return per === 0 ? 'less than 1%' : `${per}%`;
}

function rangeOfDifference(low: number, high: number, size: (value: number) => string): string {
  if (low >= 0 || high <= 0) {
    const [near, far] = low >= 0 ? [low, high] : [high, low];
    return `${size(near)} to ${size(far)}`;
  }
  return `${MINUS}${size(low)} to +${size(high)}`;
}
