/**
 * Numbers that claims hold figures against: `80%`, `half`, `+30`, `4 h`.
 */
import type { Cell, Difference } from '../../metrics/definition.ts';
import { normalCritical, normalTwoSidedP } from '../../statistics/distribution.ts';
import type { Unit } from '../types/estimate.ts';

const NAMED_SHARES: Readonly<Record<string, number>> = {
  half: 1 / 2,
  'a half': 1 / 2,
  'a third': 1 / 3,
  'one third': 1 / 3,
  'two thirds': 2 / 3,
  'a quarter': 1 / 4,
  'one quarter': 1 / 4,
  'three quarters': 3 / 4,
  'a fifth': 1 / 5,
  'four fifths': 4 / 5,
  'a tenth': 1 / 10,
};

const SMALL_NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** What a level may look like, for messages. */
export function levelExamples(unit: Unit): string {
  switch (unit) {
    case 'share':
      return '80%, half, two thirds or 8 in 10';
    case 'net':
      return '+30 or -5';
    case 'duration':
      return '45 min, 4 h or 2 d 6 h';
    default:
      return '4.2';
  }
}

/** The number in a metric's unit that a writer wrote; null when it is none. */
export function parseLevel(written: string, unit: Unit): number | null {
  const text = written.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[−–]/g, '-');
  switch (unit) {
    case 'share':
      return parseShare(text);
    case 'duration':
      return parseDuration(text);
    case 'net': {
      const net = parseNumber(text.replace(/ points?$/, ''));
      return net !== null && Math.abs(net) <= 100 ? net : null;
    }
    default:
      return parseNumber(text);
  }
}

function parseShare(text: string): number | null {
  const named = NAMED_SHARES[text];
  if (named !== undefined) return named;
  const [, part, whole] = /^(\w+) (?:in|of|out of) (\w+)$/.exec(text) ?? [];
  const share =
    part !== undefined && whole !== undefined
      ? smallNumber(part) / smallNumber(whole)
      : Number(/^(\d+(?:\.\d+)?) ?(?:%|per ?cent)$/.exec(text)?.[1] ?? Number.NaN) / 100;
  return share >= 0 && share <= 1 ? share : null;
}

function smallNumber(word: string): number {
  const named = SMALL_NUMBERS.indexOf(word);
  return named < 0 ? Number(word) : named + 1;
}

function parseDuration(text: string): number | null {
  const plain = text.replace(/ and |,/g, ' ');
  const parts = plain.match(/\d+(?:\.\d+)? ?[a-z]+/g) ?? [];
  if (parts.join('').replace(/ /g, '') !== plain.replace(/ /g, '')) return null;
  const seconds = parts.map((part) => {
    const [, size, unit] =
      /^([\d.]+) ?(?:(s|m|h|d)|(?:(s)econds?|(m)in(?:utes?)?|(h)ours?|(d)ays?))$/.exec(part)?.filter(Boolean) ?? [];
    return Number(size ?? Number.NaN) * (SECONDS[unit ?? ''] ?? Number.NaN);
  });
  const sum = seconds.reduce((total, each) => total + each, 0);
  return Number.isFinite(sum) && sum > 0 ? sum : null;
}

function parseNumber(text: string): number | null {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/**
 * A figure's distance from a level, with intervals and p that agree with the figure's own interval: the level lies
 * outside the 95 % interval exactly when p < 0.05. On each side of the figure its interval is taken for that of a
 * normal distribution; durations are taken on the log scale and give a ratio, as differences of durations do.
 *
 * @returns null where the figure has no interval.
 */
export function distanceFrom(level: number, cell: Cell, unit: Unit): Difference | null {
  const { value, low, high } = cell;
  if (value === undefined || low === undefined || high === undefined) return null;
  const isRatio = unit === 'duration';
  const [to, from] = isRatio ? [Math.log, Math.exp] : [(x: number) => x, (x: number) => x];
  const [point, below, above, bar] = [value, low, high, level].map(to) as [number, number, number, number];
  if (![point, bar].every(Number.isFinite) || Number.isNaN(below) || Number.isNaN(above)) return null;
  const [critical, critical90] = [normalCritical(0.95), normalCritical(0.9)];
  // A point may stand at an end of its interval: then the other side alone tells how wide it is.
  const widths = [point - below, above - point].map((width) => Math.max(width, 0));
  const width = (point > bar ? widths[0] : widths[1]) || Math.max(...widths);
  const distance = point - bar;
  const p = distance === 0 ? 1 : width === 0 ? 0 : normalTwoSidedP((distance / width) * critical);
  const narrower = critical90 / critical;
  return {
    difference: from(distance),
    low: from(below - bar),
    high: from(above - bar),
    low90: from(distance - (widths[0] as number) * narrower),
    high90: from(distance + (widths[1] as number) * narrower),
    p,
  };
}
