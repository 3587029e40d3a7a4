/**
 * A metric as pages show it.
 */
import type { Estimate, Lens, Unit } from './estimate.ts';

/** A letter of a formula, in TeX, and what it stands for. */
export type MathSymbol = readonly [tex: string, meaning: string];

/** A formula with the report's own numbers put in. */
export interface WorkedExample {
  /** The numbers up to the last sign of equality: `952 satisfied answers ÷ 1,171 answers`. */
  readonly words: string;
  /** What they come to, as it is printed everywhere, with its period. */
  readonly estimate: Estimate;
}

/** A way in which intervals are made. */
export interface IntervalCard {
  readonly id: string;
  readonly name: string;
  /** Such figures as have it, to stand after “used for”. */
  readonly usedFor: string;
  readonly words: string;
  /** In TeX and as plain text, in the order in which they are read. */
  readonly formulas: readonly { readonly tex: string; readonly text: string }[];
  readonly symbols: readonly MathSymbol[];
  /** How two such figures are compared. */
  readonly compared: string;
  readonly source: string;
  /** Site path of its place, without base: `/methods/#interval-wilson`. */
  readonly href: string;
}

/** One metric, or one analysis, as the methods page, the glossary and links show it. */
export interface MetricCard {
  readonly id: string;
  /** Of the definition: raised whenever the figure is made otherwise than before. */
  readonly version: number;
  /** What makes the figure here, version, scales and clocks, as a short code: figures with different ones are never compared. */
  readonly print: string;
  readonly name: string;
  /** Short label for axes and tables, such as `CSAT`. */
  readonly label: string;
  readonly lens: Lens;
  readonly question: string;
  /** Which answers or which clock count, in a few words; empty where the name says it all. */
  readonly basis: string;
  readonly definition: string;
  /** Whose rows count, to stand after “counted are”; empty where the definition alone says it. */
  readonly who: string;
  /** What decides the period: `the day of the answer`; empty where nothing is dated. */
  readonly date: string;
  /** The formula as plain text; empty where there is no single one. */
  readonly formula: string;
  /** The formula in TeX and its letters; absent where there is no single one. */
  readonly tex?: string;
  readonly symbols?: readonly MathSymbol[];
  /** Absent where the figure may not be shown, and where its numbers would tell more than it does. */
  readonly example?: WorkedExample;
  readonly unit: Unit;
  /** What n counts, plural: `answers`, `solved tickets`. */
  readonly counts: string;
  /** Whether more is better. */
  readonly direction: 'higher' | 'lower' | 'neutral';
  /** Fields it needs, as `tickets.resolved_at`. */
  readonly needs: readonly string[];
  readonly minimum: string;
  /** The same for a table: `10 customers` and `30 answers`; empty where nothing is compared. */
  readonly minimumShown: string;
  readonly minimumCompared: string;
  readonly interval: string;
  /** Ids of the methods behind its intervals. */
  readonly intervals: readonly string[];
  readonly margin: string;
  /** The margin in a few words, for small print: `5 points`; empty where nothing is compared. */
  readonly matters: string;
  /** How it is drawn, for a table: `line, dots, bars`. */
  readonly charts: string;
  readonly source: string;
  /** What others mean by the same name, and how it differs. */
  readonly elsewhere: readonly { readonly who: string; readonly what: string }[];
  /** The metric beside which it is shown, when it is a variant of another; empty when it stands for itself. */
  readonly variantOf: string;
  readonly available: boolean;
  /** Why it is not available and where to declare what is missing; empty when it is. */
  readonly missing: string;
  /** What was left out and counted, such as open tickets not yet due. */
  readonly notes: readonly string[];
  /** Site path of the definition, without base: `/methods/#csat`. */
  readonly href: string;
}
