/**
 * The words for what has changed since an edition was published.
 */
import type { RevisionReason } from '../types/edition.ts';
import { listed } from './list.ts';
import { numberWord } from './number-words.ts';

/** What stands behind a figure of an edition. */
export function baseWords(n: string, counts: string): string {
  return `n\u00a0≈\u00a0${n} ${counts}`;
}

/** Why a figure of one and the same period reads otherwise, for a table. */
export function reasonWords(reason: RevisionReason, counts: string): string {
  switch (reason) {
    case 'more rows':
      return `late data: more ${counts} than then`;
    case 'fewer rows':
      return `fewer ${counts} than then`;
    case 'rows changed':
      return `about as many ${counts}, some of which are new or read otherwise`;
    case 'kept back':
      return 'kept back now';
    case 'no longer there':
      return 'no longer published';
  }
}

/** The same for a list of how many. */
export const REASONS: Readonly<Record<RevisionReason, string>> = {
  'more rows': 'late data: rows that came in after the edition',
  'fewer rows': 'rows that the data no longer hold',
  'rows changed': 'about as many rows, some of which are new or read otherwise',
  'kept back': 'kept back now, because it would reveal a small group',
  'no longer there': 'no longer published',
};

/** How many figures read otherwise. */
export function revisionsSummary(compared: number, revised: number, gone: number): string {
  if (compared === 0) return 'No figure of a period that was complete then can be set beside the one published.';
  const all = `Of ${compared.toLocaleString('en-GB')} figures for periods that were complete then and are made in the same way,`;
  const absent =
    gone === 0
      ? ''
      : ` ${gone.toLocaleString('en-GB')} ${gone === 1 ? 'is' : 'are'} not shown any more: which figures are kept back to protect a small group depends on all that is published.`;
  if (revised === 0) return `${all} none prints otherwise today.${absent}`;
  return `${all} ${revised === 1 ? 'one prints' : `${revised.toLocaleString('en-GB')} print`} otherwise today.${absent}`;
}

/** Of a figure whose definition is another one. */
export function notComparable(what: string): string {
  return `Not compared: ${what}`;
}

export const SAME_AS_PUBLISHED = 'As published';
export const APPEARED = 'Not in the last edition';
export const VANISHED = 'No longer published';
export const OTHER_LENGTH = 'the report now counts in periods of another length';

/** Of a figure of the same period: `Revised: it was published as 81%`. */
export function restatedAs(text: string, reason: string): string {
  return `Published as ${text}, ${reason}`;
}

/** Of the earlier figure, where it reads otherwise today. */
export function readsToday(period: string, text: string, reason: string): string {
  return `${period} reads ${text} today (${reason})`;
}

/** How definitions differ. */
export const DEFINITIONS = {
  version: (before: number, now: number) => `its definition changed from version ${before} to version ${now}`,
  basis: (before: string, now: string) => `what counts changed from “${before}” to “${now}”`,
  unit: 'its unit changed',
  margin: (before: string, now: string) =>
    `the smallest difference that matters changed from ${before === '' ? 'none' : before} to ${now === '' ? 'none' : now}; figures stay comparable, verdicts may differ`,
  words: 'its definition has new words; the figure is made as before',
  appeared: 'not in the last edition',
  available: 'the data now hold what it needs',
  unavailable: 'the data no longer hold what it needs',
  vanished: 'no longer part of the report',
  minimum: (before: number, now: number) =>
    `a published figure now rests on at least ${now} customers; it was ${before}`,
  grain: (before: string, now: string) => `comparisons are by ${now}; they were by ${before}`,
  zone: (before: string, now: string) => `days begin and end in the time zone ${now}; it was ${before}`,
} as const;

/** How many rows of a kind there are now. */
export function rowWords(kind: string, before: string, now: string): string {
  return `Rows of ${kind}: ${before} then, ${now} now.`;
}

/** Files by name as far as they are few. */
export function fileWords(which: 'new' | 'again' | 'gone', paths: readonly string[]): string {
  const named = paths.length > MOST_FILES ? `${paths.length} files` : listed(paths, 'and');
  const one = paths.length === 1;
  const what = {
    new: one ? 'is new' : 'are new',
    again: one ? 'reads otherwise than it did' : 'read otherwise than they did',
    gone: one ? 'is no longer there' : 'are no longer there',
  };
  return `${named} ${what[which]}.`;
}

const MOST_FILES = 4;

/** What is different where a claim no longer holds. */
export const WHY = {
  period: (before: string, now: string) => `New data: it was said of ${before} and now speaks of ${now}.`,
  rows: (period: string) => `Late data: the figure of ${period} itself reads otherwise than when it was published.`,
  margin: 'The smallest difference that matters is another one.',
  others: 'Other figures or other comparisons beside it: the figure itself reads as it was published.',
} as const;

export function claimNotJudged(what: string): string {
  return `It is not judged again: ${what}.`;
}

/** The page’s answer in one or two sentences. */
export function changesAnswer(facts: {
  readonly edition: string;
  readonly cutoff: string;
  readonly figures: number;
  readonly clear: number;
  readonly compared: number;
  readonly revised: number;
  readonly claims: number;
  readonly failed: number;
}): string {
  const { edition, cutoff, figures, clear, compared, revised, claims, failed } = facts;
  const moved =
    figures === 0
      ? 'no leading figure can be compared'
      : `${clear === 0 ? 'none' : numberWord(clear)} of ${figures} leading figures ${clear === 1 ? 'has' : 'have'} clearly moved`;
  const restated =
    compared === 0
      ? ''
      : `; of ${compared.toLocaleString('en-GB')} figures for periods that were complete then, ${revised === 0 ? 'none prints' : revised === 1 ? 'one prints' : `${revised.toLocaleString('en-GB')} print`} otherwise today`;
  const judged =
    claims === 0
      ? ''
      : failed === 0
        ? ` All ${claims} claims made then that can be judged again hold.`
        : ` ${failed === 1 ? 'One' : failed} of ${claims} claims made then no longer ${failed === 1 ? 'holds' : 'hold'}.`;
  return `Since edition ${edition} (data to ${cutoff}), ${moved}${restated}.${judged}`;
}
