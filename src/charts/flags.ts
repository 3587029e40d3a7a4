/**
 * Absences and reservations, each with its own mark: no two of them look alike.
 */
import type { Estimate, Status } from '../report/types/estimate.ts';

/** Shorthand used in tables of official statistics, with what it means here. */
export const FLAGS: Readonly<Record<string, string>> = {
  b: 'break in series',
  c: 'kept back for privacy',
  e: 'estimated',
  p: 'provisional',
  r: 'revised',
  u: 'low base, read with care',
  x: 'no data',
  z: 'does not apply',
};

/** An estimate that can be drawn. */
export type Drawn = Estimate & { readonly value: number };

/** Whether there is a value to draw. */
export function isDrawn<T extends { readonly status: Status; readonly value?: number }>(
  one: T,
): one is T & { readonly value: number } {
  return one.value !== undefined && flagOfAbsence(one) === null;
}

/** Whether the data do not cover the whole period. */
export function isPartial(estimate: Estimate): boolean {
  return estimate.period.partial || estimate.status === 'provisional';
}

/** The flag of an estimate that is not there: `c`, `x` or `z`; null when it is. */
export function flagOfAbsence({ status, value }: { readonly status: Status; readonly value?: number }): string | null {
  if (status === 'suppressed') return 'c';
  if (status === 'not_applicable') return 'z';
  if (status === 'no_data' || value === undefined || !Number.isFinite(value)) return 'x';
  return null;
}

/** What stands in the place of something that is not there: `[c] too few to publish`. */
export function wordsOfAbsence(one: { readonly status: Status; readonly value?: number }): string {
  const flag = flagOfAbsence(one) ?? 'x';
  return `[${flag}] ${FLAGS[flag]}`;
}

/** The flags that stand in the texts, in alphabetical order, with their words. */
export function flagsIn(texts: readonly string[]): readonly { readonly flag: string; readonly words: string }[] {
  const found = new Set(texts.flatMap((text) => [...text.matchAll(/\[([a-z])\]/g)].map((match) => match[1] ?? '')));
  return Object.entries(FLAGS)
    .filter(([flag]) => found.has(flag))
    .map(([flag, words]) => ({ flag, words }));
}

type Published = { readonly status: Status; readonly value?: number };

/** What the flags of numbers that are not there mean, once each. */
export function notesOfAbsence(numbers: readonly Published[]): string[] {
  const flags = new Set(numbers.map(flagOfAbsence));
  return ['c', 'x', 'z'].filter((flag) => flags.has(flag)).map((flag) => `[${flag}] ${FLAGS[flag]}.`);
}

/** Notes on rows of two numbers: a row without both says so in words, a single one that is missing has its flag. */
export function notesOfPairs(pairs: readonly (readonly [Published, Published])[]): string[] {
  const lonely = pairs.filter(([first, second]) => isDrawn(first) !== isDrawn(second));
  const isLowBase = pairs.flat().some(({ status }) => status === 'low_base');
  return [
    ...notesOfAbsence(lonely.flat()),
    ...(isLowBase ? ['Some figures have a low base; the table says which.'] : []),
  ];
}

/** What stands in the place of a chart none of whose numbers can be drawn. */
export function wordsOfNothing(numbers: readonly Published[]): string {
  return numbers.some((one) => flagOfAbsence(one) === 'c')
    ? 'Too few cases to publish a figure.'
    : 'There are no data to show.';
}
