/**
 * The phrase bank: what may be said about a difference, word for word. Sentences, headings and clauses are built from
 * these and from nothing else, so that a verdict reads the same wherever it stands.
 *
 * | what the data show | phrase |
 * |---|---|
 * | a difference | rose or fell by X (between a and b); between groups: is higher or lower by X |
 * | the same from few answers | … (between a and b; an early sign, based on 34 answers) |
 * | a difference below the margin | … , less than the difference that matters |
 * | sameness, by two one-sided tests | about the same |
 * | neither | no clear change; no clear difference |
 * | less than the minimum on a side | too few answers to say |
 * | an extreme among several periods | the highest since …, by more than the range |
 * | two things together | goes with; never that one brings about the other |
 * | answers on different scales, an unfinished period, a break in the series | no sentence about a change at all |
 */

/** Whether a comparison is of two periods or of two groups. */
export type Occasion = 'over time' | 'between groups';

/**
 * A difference that is shown: `fell by 6 points (between 2 and 9)`, `is lower by 6 points (between 2 and 9)`.
 *
 * @param note what else the reader has to know of it, such as `earlySign`; empty for nothing.
 */
export function moved(up: boolean, occasion: Occasion, size: string, between: string, note: string): string {
  const verb = occasion === 'over time' ? (up ? 'rose' : 'fell') : up ? 'is higher' : 'is lower';
  return `${verb} by ${size} (between ${between}${note === '' ? '' : `; ${note}`})`;
}

/** Takes the interval, and what follows it, off a phrase that `moved` began, where a heading has no room. */
export function withoutInterval(phrase: string): string {
  return phrase.replace(/ \(between .*$/, '');
}

/** How much it is by in such a phrase, with the interval: `6 points (between 2 and 9)`. */
export function sizeIn(phrase: string): string {
  return phrase.replace(/^(rose|fell|is higher|is lower) by /, '');
}

/** Both ends of an interval as they stand after “between”: `2 and 9`. */
export function betweenEnds(range: string): string {
  return range.replace(' to ', ' and ');
}

/** Of a difference that rests on hardly more than the minimum. */
export function earlySign(n: string, counts: string): string {
  return `an early sign, based on ${n} ${counts}`;
}

/** The same in brackets, for headings. */
export const EARLY_SIGN = '(early sign)';

/** After a difference that is shown to be smaller than the margin. */
export const BELOW_MARGIN = 'less than the difference that matters';

/** The same in brackets, for headings. */
export const LESS_THAN_MATTERS = '(less than matters)';

export const ABOUT_THE_SAME = 'about the same';

/** Where these data cannot tell. */
export function nothingClear(occasion: Occasion): string {
  return occasion === 'over time' ? 'no clear change' : 'no clear difference';
}

export function tooFewToSay(counts: string): string {
  return `too few ${counts} to say`;
}

export const NOT_SHOWN = 'not shown, because it would reveal a group of fewer than the minimum number of customers';

export const NO_COMPARISON = 'no comparison';

/** Why nothing is said about a change: across a break there is no sentence. */
export const UNCOMPARED = {
  scales: 'is not compared, because its answers stand on different scales',
  first: 'has no earlier period to compare with',
  across: (date: string, what: string) => `is not compared across ${date}, when its definition changed: ${what}`,
  incomplete: (period: string) => `is not compared, because ${period} is not complete`,
} as const;

/** The same in a heading, and of several metrics in a sentence. */
export const DEFINITION_CHANGED = 'its definition changed';
export const NOT_COMPARED_ACROSS = 'not compared across a change of definition';

/**
 * An extreme among several periods: `the highest since April to June 2025, by more than the range`; where none of them
 * comes near, `the highest of the last eight quarters, by more than the range`.
 */
export function recordSince(extreme: string, since: string): string {
  return `the ${extreme} ${since}, by more than the range`;
}

/** Association, which is no cause. */
export const GOES_WITH = 'goes with';
