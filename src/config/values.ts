/**
 * Kinds of values that the configuration files share, and the words in which a failure says what was expected.
 */
import { z } from 'zod';
import { nearest } from './nearest.ts';

/** What a kind of value is called when something else stands in its place; said in every message about it. */
export const wording = z.registry<{ expected: string }>();

/** Settings that a group does not have yet: name → why not. Saying so is kinder than calling them unknown. */
export const later = z.registry<Readonly<Record<string, string>>>();

/** Settings that a group of the same kind has elsewhere: name → why not here. */
export const misplaced = z.registry<Readonly<Record<string, string>>>();

const DATE_WORDS = 'a date such as 2026-03-12';
const TIME_WORDS = 'a time such as 09:00, or 24:00 for the end of the day';
const ZONE_WORDS = 'a time zone by its IANA name, such as Europe/London';
const LOCALE_WORDS = 'a language tag such as en-GB';
const LINK_WORDS = 'a web address such as https://example.org/page';
const PATTERN_WORDS = 'a regular expression with one group in round brackets, such as wave-(\\d+)';
const PATH_WORDS = 'a path inside the data folder, with forward slashes';
const ENCODING_WORDS = 'a text encoding such as utf-8 or windows-1252';

/** Text that is not empty. */
export const text = z.string().min(1);

/** A local date; YAML 1.2 keeps it as text. */
export const day = z.iso.date().register(wording, { expected: DATE_WORDS });

export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .register(wording, { expected: TIME_WORDS });

export const webAddress = z.url({ protocol: /^https?$/ }).register(wording, { expected: LINK_WORDS });

export const timeZone = text
  .superRefine((name, context) => {
    if (isTimeZone(name)) return;
    const meant = nearestTimeZone(name);
    context.addIssue({ code: 'custom', message: ZONE_WORDS, params: meant === undefined ? {} : { meant } });
  })
  .register(wording, { expected: ZONE_WORDS });

export const locale = text
  .superRefine((tag, context) => {
    if (isLocale(tag)) return;
    const meant = tag.replaceAll('_', '-');
    context.addIssue({ code: 'custom', message: LOCALE_WORDS, params: isLocale(meant) ? { meant } : {} });
  })
  .register(wording, { expected: LOCALE_WORDS });

export const encoding = text.refine(isEncoding, ENCODING_WORDS).register(wording, { expected: ENCODING_WORDS });

/** A regular expression with exactly one group. */
export const fileNamePattern = text
  .refine((pattern) => groupsOf(pattern) === 1, PATTERN_WORDS)
  .register(wording, { expected: PATTERN_WORDS });

/** A path or glob that stays inside the data folder. */
export const dataPath = text
  .refine((path) => !/^([/~]|[a-z]:)|\\|(^|\/)\.\.(\/|$)/i.test(path), PATH_WORDS)
  .register(wording, { expected: PATH_WORDS });

/**
 * Adds an issue for every entry that occurred before; `sameness` maps what counts as the same to the same text.
 *
 * Use as `z.array(…).superRefine(withoutRepeats((entry) => …))`.
 */
export function withoutRepeats<Entry>(sameness: (entry: Entry) => string) {
  return (entries: readonly Entry[], context: z.RefinementCtx): void => {
    const first = new Map<string, number>();
    entries.forEach((entry, index) => {
      const key = sameness(entry);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, index);
      else {
        const message = 'each entry once';
        const params = { what: `repeats entry ${earlier + 1}`, remedy: 'Remove one of the two' };
        context.addIssue({ code: 'custom', path: [index], message, params });
      }
    });
  };
}

/**
 * Adds an issue for every name of a group that another one differs from in case or blanks only: nobody could say which
 * of the two is meant.
 *
 * @param noun what the names are of: `department`.
 */
export function namesOnce(noun: string) {
  return (group: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void => {
    const known = new Map<string, string>();
    for (const name of Object.keys(group)) {
      const earlier = known.get(sameName(name));
      if (earlier === undefined) known.set(sameName(name), name);
      else {
        const params = { what: `is the same ${noun} as “${earlier}”`, remedy: 'Remove one of the two' };
        context.addIssue({ code: 'custom', path: [name], message: `each ${noun} once`, params });
      }
    }
  };
}

/** Two names that differ in case or blanks only are the same to a reader. */
export function sameName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** People write the city (`London`) or misspell the whole. */
function nearestTimeZone(written: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  const city = written.trim().toLowerCase().replace(/\s+/g, '_');
  return zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ?? nearest(written, zones);
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0;
  } catch {
    return false;
  }
}

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** Number of groups of a regular expression, −1 when it is none: an empty alternative always matches and shows them. */
function groupsOf(pattern: string): number {
  try {
    return (new RegExp(`${pattern}|`).exec('')?.length ?? 0) - 1;
  } catch {
    return -1;
  }
}
