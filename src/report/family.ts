/**
 * Comparisons that are judged together, so that a panel with many of them does not find news in noise.
 */
import type { Period } from '../calendar/period.ts';
import type { Cell, Difference } from '../metrics/definition.ts';
import { benjaminiHochberg } from '../statistics/multiplicity.ts';
import { acrossWords, breakBetween } from './breaks.ts';
import { cardOf, formatFor, metricOf, type ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import type { Comparison, Filter, Unit, Verdict } from './types/estimate.ts';
import { earlyBase, isEnough, judge, judgeDifference } from './verdict.ts';
import { phraseOf, sentenceOf, toneOf } from './wording/comparison.ts';
import { count } from './wording/format.ts';
import type { Occasion } from './wording/phrases.ts';

/** One side of a comparison. */
export interface Side {
  readonly where: Filter;
  readonly period: Period;
  /** How prose names it. */
  readonly name: string;
}

export interface Pair {
  readonly metric: string;
  readonly occasion: Occasion;
  readonly a: Side;
  readonly b: Side;
}

/** A difference that an analysis found, beside those between two figures of a metric. */
export interface Finding {
  /** Unique on its page: `fcr_mix rate`. */
  readonly id: string;
  readonly difference: Difference;
  readonly margin: number;
  readonly unit: Unit;
}

/** What was made of a finding. */
export interface JudgedFinding {
  readonly verdict: Verdict;
  /** Adjusted over the family. */
  readonly p: number;
}

/** Looks a comparison up where it was judged. */
export interface Judge {
  comparison(pair: Pair): Comparison;
}

export class Family implements Judge {
  readonly #name: string;
  readonly #comparisons: ReadonlyMap<string, Comparison>;
  readonly #judged: ReadonlyMap<string, JudgedFinding>;

  /** Judges all pairs and findings at once; the adjustment runs over every one that can be tested. */
  constructor(
    name: string,
    pairs: Iterable<Pair>,
    store: EstimateStore,
    context: ReportContext,
    findings: readonly Finding[] = [],
  ) {
    this.#name = name;
    const unique = new Map([...pairs].map((pair) => [keyOf(pair), pair]));
    const tested = [...unique.values()].map((pair) => ({ pair, ...differenceOf(pair, store, context) }));
    const testable = tested.filter(({ difference }) => difference !== null);
    const adjusted = benjaminiHochberg([
      ...testable.map(({ difference }) => (difference as Difference).p),
      ...findings.map(({ difference }) => difference.p),
    ]);
    const pOf = new Map(testable.map(({ pair }, index) => [pair, adjusted[index] as number]));
    this.#comparisons = new Map(
      tested.map((test) => [keyOf(test.pair), comparisonOf(test, pOf.get(test.pair), context)]),
    );
    this.#judged = new Map(
      findings.map(({ id, difference, margin, unit }, index) => {
        const p = adjusted[testable.length + index] as number;
        return [id, { verdict: judgeDifference(difference, p, margin, unit), p }];
      }),
    );
  }

  /** The verdict on what an analysis found, and its adjusted p. */
  finding(id: string): JudgedFinding {
    const judged = this.#judged.get(id);
    if (judged === undefined) throw new Error(`A finding outside the family of ${this.#name}: ${id}`);
    return judged;
  }

  /** The comparison if it was planned here; null otherwise. */
  find(pair: Pair): Comparison | null {
    return this.#comparisons.get(keyOf(pair)) ?? null;
  }

  /** The judged comparison; one that was not planned cannot be adjusted and is a bug. */
  comparison(pair: Pair): Comparison {
    const found = this.#comparisons.get(keyOf(pair));
    if (found === undefined) throw new Error(`A comparison outside the family of ${this.#name}: ${keyOf(pair)}`);
    return found;
  }
}

function keyOf(pair: Pair): string {
  const side = ({ where, period }: Side) => [Object.entries(where).sort(), period.code];
  return JSON.stringify([pair.metric, side(pair.a), side(pair.b)]);
}

interface Tested {
  readonly pair: Pair;
  readonly a: Comparison['a'];
  readonly b: Comparison['b'];
  readonly cells: readonly (Cell | null)[];
  readonly difference: Difference | null;
}

/** Both figures of a pair and their difference, which is null where they cannot be set against each other. */
export function differenceOf(pair: Pair, store: EstimateStore, context: ReportContext): Omit<Tested, 'pair'> {
  const metric = metricOf(context, pair.metric);
  const a = store.compute(pair.metric, pair.a.where, pair.a.period);
  const b = store.compute(pair.metric, pair.b.where, pair.b.period);
  const cells = [a.cell, b.cell];
  const { compare } = metric;
  const [first, second] = [a.cell, b.cell];
  const groups = { context: context.metricContext, a: pair.a, b: pair.b };
  const isBroken = breakBetween(context, pair.metric, pair.a.period, pair.b.period) !== null;
  const difference =
    !isBroken && compare !== null && first !== null && second !== null && cells.every((cell) => isEnough(cell, metric))
      ? context.differences.once(keyOf(pair), () => compare(first, second, groups))
      : null;
  return { a: a.estimate, b: b.estimate, cells, difference: isUsable(difference) ? difference : null };
}

function isUsable(difference: Difference | null): difference is Difference {
  return difference !== null && [difference.difference, difference.low, difference.high].every(Number.isFinite);
}

function comparisonOf(test: Tested, adjustedP: number | undefined, context: ReportContext): Comparison {
  const { pair, a, b, cells, difference } = test;
  const metric = metricOf(context, pair.metric);
  const card = cardOf(context, pair.metric);
  const margin = marginOf(context, pair.metric);
  const parting = breakBetween(context, pair.metric, pair.a.period, pair.b.period);
  const unit = metric.unit;
  const verdict = judge({ a, b, difference, margin, p: adjustedP ?? 1, unit, isBroken: parting !== null });
  const early = earlyBase(verdict, cells, metric);
  const wording = {
    metric: card,
    format: formatFor(context, pair.metric),
    occasion: pair.occasion,
    verdict,
    a,
    b,
    names: [pair.a.name, pair.b.name] as const,
    difference,
    margin,
    across: parting === null ? '' : acrossWords(parting),
    earlyBase: early === null ? null : count(early, context.config.locale),
  };
  return {
    a,
    b,
    ...(difference === null
      ? {}
      : { difference: difference.difference, low: difference.low, high: difference.high, p: adjustedP ?? 1 }),
    margin: margin ?? 0,
    verdict,
    ...(early === null ? {} : { early: true as const }),
    tone: toneOf(card, verdict, difference),
    phrase: phraseOf(wording),
    words: sentenceOf(wording),
  };
}

/** The smallest difference that matters: the configuration's, else the metric's own; null for full counts. */
export function marginOf(context: ReportContext, metricId: string): number | null {
  return context.config.margins[metricId] ?? metricOf(context, metricId).margin;
}
