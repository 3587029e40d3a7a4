/**
 * Raking: weights that make those who answered look like those who were asked, in what is known of both.
 *
 * Answers that agree in everything that is weighted on form a cell and have one weight, so that all of this costs no more
 * for many answers than for few.
 */
import { kishDesignEffect } from './weights.ts';

/** One thing that is known of the population, such as how many customers each segment has. */
export interface Margin {
  /** Of each cell the category it belongs to, a whole number from 0. */
  readonly categoryOfCell: ArrayLike<number>;
  /** How many of the population are in each category. */
  readonly population: ArrayLike<number>;
}

/** How weights are fitted. */
export interface RakingLimits {
  /** Largest relative difference from any margin that is let pass; 1e-6 unless said otherwise. */
  readonly tolerance?: number;
  /** The largest weight, in medians of the answers' weights; 5 unless said otherwise, `Infinity` for none. */
  readonly cap?: number;
}

/** Weights of cells, and what weighting costs. */
export interface Weighting {
  /** Of each cell: how many of the population one of its answers stands for. 0 for cells without answers. */
  readonly weights: Float64Array;
  /** Answers whose weight was cut to the cap before the margins were met again. */
  readonly capped: number;
  readonly designEffect: number;
  /** As many equally weighted answers would tell as much. */
  readonly effectiveN: number;
}

/** More rounds than this are never needed where the margins can be met at all. */
const MOST_ROUNDS = 1000;

const TOLERANCE = 1e-6;

/**
 * Weights under which the answers have the margins of the population, by iterative proportional fitting: one margin is
 * met after the other, until all are. Margins of other totals are brought to that of the first.
 *
 * Weights above the cap are cut to it, and the margins are met once more, from there; a few may then pass the cap again.
 *
 * Source: Deming & Stephan (1940).
 *
 * @param answers number of answers in each cell.
 * @returns null when the margins cannot be met: without answers or margins, with a category that nobody answered for, or when cells that are empty make margins contradict each other.
 */
export function rake(
  answers: ArrayLike<number>,
  margins: readonly Margin[],
  limits: RakingLimits = {},
): Weighting | null {
  return weighted(answers, wantedFrom(margins), null, limits);
}

/**
 * The same for the answers of many samples that have the same cells and are to meet the same margins. Each has the weights
 * that it would have by itself, as far as the tolerance goes: weights that meet margins are a product of one factor for
 * each category, and wherever fitting begins among such products, it ends at the same one.
 */
export class Raking {
  readonly #wanted: readonly Wanted[];
  readonly #start: Float64Array | null;
  readonly #limits: RakingLimits;

  /** @param resembling answers of a sample that resembles them all: fitting begins at its weights, which are near theirs. */
  constructor(margins: readonly Margin[], resembling: ArrayLike<number>, limits: RakingLimits = {}) {
    this.#wanted = wantedFrom(margins);
    this.#limits = limits;
    // Cells without answers have their product too, as another sample may have answers there; cut weights would have none.
    const start = new Float64Array(resembling.length).fill(1);
    const isMet = meetMargins(start, new Float64Array(resembling), this.#wanted, limits.tolerance ?? TOLERANCE);
    this.#start = isMet ? start : null;
  }

  /** As `rake` gives them. */
  weighted(answers: ArrayLike<number>): Weighting | null {
    return weighted(answers, this.#wanted, this.#start, this.#limits);
  }
}

/** @param start weights to begin from; null = all the same. */
function weighted(
  given: ArrayLike<number>,
  wanted: readonly Wanted[],
  start: Float64Array | null,
  { tolerance = TOLERANCE, cap = 5 }: RakingLimits,
): Weighting | null {
  // Filled by hand, as this is done for every resample.
  const answers = new Float64Array(given);
  const weights = new Float64Array(answers.length);
  for (let cell = 0; cell < weights.length; cell += 1) {
    if ((answers[cell] as number) > 0) weights[cell] = start === null ? 1 : (start[cell] as number);
  }
  if (!meetMargins(weights, answers, wanted, tolerance)) return null;

  const most = highestWeight(weights, answers, cap);
  let capped = 0;
  for (let cell = 0; cell < weights.length; cell += 1) {
    if (!((weights[cell] as number) > most)) continue;
    weights[cell] = most;
    capped += answers[cell] as number;
  }
  if (capped > 0 && !meetMargins(weights, answers, wanted, tolerance)) return null;
  const designEffect = kishDesignEffect(weights, answers);
  return designEffect === null ? null : { weights, capped, designEffect, effectiveN: sum(answers) / designEffect };
}

/** Margins of other totals are brought to that of the first. */
function wantedFrom(margins: readonly Margin[]): Wanted[] {
  const size = sum(margins[0]?.population ?? []);
  if (!(size > 0)) return [];
  return margins.map(({ categoryOfCell, population }): Wanted => {
    const scale = size / sum(population);
    const target = Float64Array.from(population, (count) => count * scale);
    const room = () => new Float64Array(target.length);
    return { categoryOfCell: Int32Array.from(categoryOfCell), target, held: room(), factor: room() };
  });
}

/** A margin to be met, in the units of the first. */
interface Wanted {
  readonly categoryOfCell: Int32Array;
  readonly target: Float64Array;
  /** Room for what each category has, and for how much it must grow. */
  readonly held: Float64Array;
  readonly factor: Float64Array;
}

/** Adjusts the weights in place; false when the margins are not met. */
function meetMargins(
  weights: Float64Array,
  answers: Float64Array,
  margins: readonly Wanted[],
  tolerance: number,
): boolean {
  const [first] = margins;
  if (first === undefined) return false;
  adjust(weights, answers, first, null);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let worst = 0;
    for (let m = 0; m < margins.length; m += 1) {
      const margin = margins[m] as Wanted;
      const miss = factorsOf(margin);
      if (miss === null) return false;
      if (miss > worst) worst = miss;
      adjust(weights, answers, margins[m + 1] ?? first, margin);
    }
    // What the first margin had drifted by is seen at the beginning of the next round.
    if (worst <= tolerance || margins.length === 1) return true;
  }
  return false;
}

/** Finds by how much each category must grow; returns the largest relative miss, null where one cannot grow. */
function factorsOf({ target, held, factor }: Wanted): number | null {
  let worst = 0;
  for (let category = 0; category < target.length; category += 1) {
    const wanted = target[category] as number;
    const has = held[category] as number;
    if (wanted > 0 && !(has > 0)) return null;
    const miss = wanted > 0 ? Math.abs(has / wanted - 1) : 0;
    if (miss > worst) worst = miss;
    factor[category] = has > 0 ? wanted / has : 0;
  }
  return worst;
}

/** Adjusts the weights to one margin and adds up what the categories of the next then have, in one pass. */
function adjust(weights: Float64Array, answers: Float64Array, next: Wanted, margin: Wanted | null): void {
  const held = next.held.fill(0);
  for (let cell = 0; cell < weights.length; cell += 1) {
    const category = next.categoryOfCell[cell] as number;
    const by = margin === null ? 1 : (margin.factor[margin.categoryOfCell[cell] as number] as number);
    const weight = (weights[cell] as number) * by;
    weights[cell] = weight;
    held[category] = (held[category] as number) + weight * (answers[cell] as number);
  }
}

/** The highest weight below the cap of so many times the median; infinite where no weight can reach it. */
function highestWeight(weights: Float64Array, answers: ArrayLike<number>, cap: number): number {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let cell = 0; cell < weights.length; cell += 1) {
    if (!((answers[cell] as number) > 0)) continue;
    least = Math.min(least, weights[cell] as number);
    most = Math.max(most, weights[cell] as number);
  }
  // The median is no smaller than the least: the usual case needs no sorting.
  return most <= cap * least ? Number.POSITIVE_INFINITY : cap * medianWeight(weights, answers);
}

/** The median of the answers' weights, the lower one of two. */
function medianWeight(weights: Float64Array, answers: ArrayLike<number>): number {
  const cells = Array.from(weights, (weight, cell) => ({ weight, count: answers[cell] as number }));
  cells.sort((a, b) => a.weight - b.weight);
  const half = sum(answers) / 2;
  let seen = 0;
  for (const { weight, count } of cells) {
    seen += count;
    if (seen >= half && count > 0) return weight;
  }
  return 0;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let at = 0; at < values.length; at += 1) total += values[at] as number;
  return total;
}
