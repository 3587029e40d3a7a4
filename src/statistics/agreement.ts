/**
 * Agreement of two coders who put the same things into categories.
 */
import { normalCritical } from './distribution.ts';
import type { Interval } from './interval.ts';

export interface Agreement extends Interval {
  readonly n: number;
  /** Share of things that both put into the same category. */
  readonly observed: number;
  /** Cohen's κ: agreement beyond what chance yields, 0 for none beyond, 1 for full. */
  readonly kappa: number;
  /** Large-sample variance of κ. */
  readonly variance: number;
}

/** How much two categories agree, 1 for fully and 0 for not at all. */
export type CategoryWeight = (first: number, second: number, categories: number) => number;

/** Only the same category agrees. */
export const sameCategory: CategoryWeight = (first, second) => (first === second ? 1 : 0);

/** Categories are in order and neighbours agree in part: 1 − distance / largest distance. */
export const linearWeight: CategoryWeight = (first, second, categories) =>
  categories === 1 ? 1 : 1 - Math.abs(first - second) / (categories - 1);

/**
 * Cohen's κ with its normal interval, within −1 to 1. Sources: Cohen (1960, 1968); variance by Fleiss, Cohen & Everitt
 * (1969).
 *
 * @param first category of each thing, a whole number from 0, by one coder.
 * @param second the same by the other.
 * @param categories how many there are.
 * @returns null when nothing was coded, or both put everything into one category: chance alone then agrees fully.
 * @throws RangeError unless both arrays are equally long and hold whole numbers from 0 to categories − 1.
 */
export function cohenKappa(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  categories: number,
  weight: CategoryWeight = sameCategory,
  confidence = 0.95,
): Agreement | null {
  const n = first.length;
  const table = countTable(first, second, categories);
  const rows = new Float64Array(categories);
  const columns = new Float64Array(categories);
  forEachCell(categories, (i, j, cell) => {
    rows[i] = (rows[i] as number) + (table[cell] as number) / n;
    columns[j] = (columns[j] as number) + (table[cell] as number) / n;
  });

  let same = 0;
  let observed = 0;
  let chance = 0;
  const rowWeight = new Float64Array(categories);
  const columnWeight = new Float64Array(categories);
  forEachCell(categories, (i, j, cell) => {
    const share = (table[cell] as number) / n;
    const worth = weight(i, j, categories);
    if (i === j) same += share;
    observed += worth * share;
    chance += worth * (rows[i] as number) * (columns[j] as number);
    rowWeight[i] = (rowWeight[i] as number) + worth * (columns[j] as number);
    columnWeight[j] = (columnWeight[j] as number) + worth * (rows[i] as number);
  });
  if (n === 0 || 1 - chance < ROUNDING) return null;

  const kappa = (observed - chance) / (1 - chance);
  let squares = 0;
  forEachCell(categories, (i, j, cell) => {
    const expected = ((rowWeight[i] as number) + (columnWeight[j] as number)) * (1 - kappa);
    squares += ((table[cell] as number) / n) * (weight(i, j, categories) - expected) ** 2;
  });
  const variance = Math.max(0, squares - (kappa - chance * (1 - kappa)) ** 2) / (n * (1 - chance) ** 2);
  const half = normalCritical(confidence) * Math.sqrt(variance);
  return { n, observed: same, kappa, variance, low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) };
}

/** Shares that add up to 1 may miss it in the last digits. */
const ROUNDING = 1e-12;

function countTable(first: ArrayLike<number>, second: ArrayLike<number>, categories: number): Float64Array {
  if (first.length !== second.length) {
    throw new RangeError(`both coders must code the same things: ${first.length}, ${second.length}`);
  }
  const table = new Float64Array(categories * categories);
  for (let thing = 0; thing < first.length; thing++) {
    const i = first[thing] as number;
    const j = second[thing] as number;
    for (const category of [i, j]) {
      if (!(Number.isInteger(category) && category >= 0 && category < categories)) {
        throw new RangeError(`a category must be a whole number from 0 to ${categories - 1}: ${category}`);
      }
    }
    const cell = i * categories + j;
    table[cell] = (table[cell] as number) + 1;
  }
  return table;
}

function forEachCell(categories: number, visit: (i: number, j: number, cell: number) => void): void {
  for (let i = 0; i < categories; i++) for (let j = 0; j < categories; j++) visit(i, j, i * categories + j);
}
