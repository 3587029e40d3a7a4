/**
 * Durations as exports write them, in the unit that the header or the tool gives.
 */
import type { DurationUnit } from '../../config/source-fields.schema.ts';
import { parseNumber } from './number.ts';

/** Minutes in a unit that a plain number counts. */
const MINUTES: Readonly<Record<Exclude<DurationUnit, 'clock' | 'words'>, number>> = {
  seconds: 1 / 60,
  minutes: 1,
  hours: 60,
  days: 1440,
};

/** Hours may exceed 24 and may have one digit; two parts are hours and minutes, never minutes and seconds. */
const CLOCK = /^([-−])?(\d+):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?$/;

const WORD = /(\d+(?:[.,]\d+)?)\s*([\p{L}]+)\.?,?\s*(?:and\s+)?/uy;

const WORDS: ReadonlyMap<string, number> = new Map(
  [
    [1 / 60, 's sec secs second seconds'],
    [1, 'm min mins minute minutes'],
    [60, 'h hr hrs hour hours'],
    [1440, 'd day days'],
    [10_080, 'w wk wks week weeks'],
  ].flatMap(([minutes, words]) => (words as string).split(' ').map((word) => [word, minutes as number] as const)),
);

/** Minutes of a trimmed cell, negative ones included; NaN when it is no duration in the unit. */
export function parseDuration(text: string, unit: DurationUnit): number {
  if (unit === 'clock') return clockMinutes(text);
  if (unit === 'words') return wordMinutes(text);
  return parseNumber(text) * MINUTES[unit];
}

/** What `parseDuration` takes, in words. */
export const DURATION_FORMS: Readonly<Record<DurationUnit, string>> = {
  seconds: 'a number of seconds',
  minutes: 'a number of minutes',
  hours: 'a number of hours',
  days: 'a number of days',
  clock: 'hours and minutes such as 26:05 or 1:30:00',
  words: 'a duration such as 1h 5m or 2 days 4 hours',
};

function clockMinutes(text: string): number {
  const match = CLOCK.exec(text);
  if (match === null) return Number.NaN;
  const [, sign, hours, minutes, seconds = '0'] = match;
  const size = Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
  return sign === undefined ? size : -size;
}

function wordMinutes(text: string): number {
  const negative = /^[-−]\s*/.exec(text);
  const from = negative?.[0].length ?? 0;
  let total = 0;
  WORD.lastIndex = from;
  for (let at = from; at < text.length; at = WORD.lastIndex) {
    const match = WORD.exec(text);
    const minutes = WORDS.get(match?.[2]?.toLowerCase() ?? '');
    if (match === null || minutes === undefined) return Number.NaN;
    total += Number((match[1] as string).replace(',', '.')) * minutes;
  }
  if (from === text.length) return Number.NaN;
  return negative === null ? total : -total;
}
