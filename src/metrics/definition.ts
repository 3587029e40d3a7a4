/**
 * What a metric is: its words, its needs, its minimum and how it is estimated.
 */
import type { WorkingClock } from '../calendar/business-hours.ts';
import type { Period } from '../calendar/period.ts';
import type { Dataset, Dimension } from '../dataset/dataset.ts';
import type { Clock } from '../dataset/part.ts';
import type { BasisChange } from './basis.ts';
import type { IntervalId, MathSymbol } from './intervals.ts';
import type { Asked } from './scales-in-use.ts';

/** Which figures are wanted: every period by every value of a dimension, or overall when `dimension` is null. */
export interface Slice {
  /** In order of time; they do not overlap. */
  readonly periods: readonly Period[];
  /**
   * Lists of periods that will be asked for with the same dimension and restriction, `periods` among them: an estimator
   * may compute them all in one pass and keep the others.
   */
  readonly together?: readonly (readonly Period[])[];
  readonly dimension: Dimension | null;
  /** Restriction to rows with these values, applied before anything is counted. */
  readonly where: Readonly<Partial<Record<Dimension, string>>>;
}

/** One figure before disclosure rules. Undefined `value` = no rows. */
export interface Cell {
  /** Rows that count. */
  readonly n: number;
  /** Distinct customers among them. */
  readonly customers: number;
  /** Events where the metric counts them: solved tickets in a survival estimate, tickets in a rate. */
  readonly events?: number;
  /** What the events of a rate are divided by: customer-years. */
  readonly exposure?: number;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly method: string;
  /** The clock that a duration was measured on. Durations on different clocks are never compared. */
  readonly clock?: Clock;
  /** What a comparison needs besides: standard error on the scale of the comparison, effective n, degrees of freedom. */
  readonly standardError?: number;
  readonly effectiveN?: number;
  readonly degreesOfFreedom?: number;
  /** Trinomial shares behind a net score, or the share behind a share. */
  readonly positive?: number;
  readonly negative?: number;
}

/** Cells of a slice: `cell(period, value)`, both indices; `values` is [''] when there is no dimension. */
export interface Cells {
  readonly values: readonly string[];
  readonly cells: readonly Cell[];
}

/** The difference of two cells before adjustment and verdict. */
export interface Difference {
  /** b minus a in the metric's unit; for durations the ratio b / a. */
  readonly difference: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** 90 % interval, for equivalence by two one-sided tests. */
  readonly low90: number;
  readonly high90: number;
  readonly p: number;
}

/** The rows behind one cell: those of a period with the values of `where`. */
export interface Group {
  readonly period: Period;
  readonly where: Slice['where'];
}

/** Where the two cells of a comparison come from, for estimators that go back to the rows. */
export interface Groups {
  readonly context: Context;
  readonly a: Group;
  readonly b: Group;
}

/** Compares two cells; `groups` leads to their rows, of which some may be of the same customers. */
export type Compare = (a: Cell, b: Cell, groups: Groups) => Difference;

/** The business clock: which opening hours count for which ticket. */
export interface WorkingTime {
  /** For tickets without a department, and of departments without hours of their own. */
  readonly usual: WorkingClock;
  /** For tickets of departments with hours of their own, by the department's name in the data. */
  readonly ofDepartment: ReadonlyMap<string, WorkingClock>;
  /** `business hours (Mon–Fri 09:00–17:00)`. */
  readonly words: string;
}

/** What a company declares of itself, as far as tests of its data need it. */
export interface Company {
  /** Stages of the journey in their order; empty where none are declared. */
  readonly stages: readonly string[];
  /** Departments that answer customers’ enquiries; empty where none are declared. */
  readonly supportDepartments: readonly string[];
  /** Stage of the journey that service is; null where it is not declared and follows from what rated tickets name. */
  readonly supportStage: string | null;
  readonly aspects: AspectRoles;
  /** Categories of tickets that are complaints, in small letters; empty where none are declared. */
  readonly complaintCategories: readonly string[];
  /** What is expected to move ahead of what. */
  readonly operationsFirst: readonly ExpectedLead[];
  /** Words that name the company and its products, as comments are read: in small letters, one word each. */
  readonly brandWords: readonly string[];
  /** What is looked for in comments, in the order in which it is declared. */
  readonly themes: readonly Theme[];
  /** A customer is active who was one at some time in so many days before the data end. */
  readonly activeDays: number;
}

/** A measure of operations that is expected to move ahead of one of opinion; higher of the first is worse. */
export interface ExpectedLead {
  readonly ahead: 'first_response_median' | 'backlog' | 'reopen';
  readonly behind: 'csat' | 'nps';
}

/** Something that customers write about, by the words that tell of it. */
export interface Theme {
  readonly name: string;
  /** Words in small letters; `charge*` is any word that begins so. */
  readonly patterns: readonly string[];
}

/** Which rated aspects play which part; an aspect that nobody rated plays none. */
export interface AspectRoles {
  /** What can be reasoned about: speed, ease, quality, price. */
  readonly rational: readonly string[];
  /** What is felt. */
  readonly emotional: readonly string[];
  /** The dealings with people. */
  readonly interaction: string;
  /** “I was treated as a person.” */
  readonly personal: string;
  /** “I did not have to repeat myself.” */
  readonly noRepeat: string;
}

export interface Context {
  readonly dataset: Dataset;
  readonly timeZone: string;
  readonly company: Company;
  /** Null when no business hours are configured. */
  readonly workingTime: WorkingTime | null;
}

/** What of a metric adds up from parts to the whole. */
export interface Additivity {
  /**
   * How n of a longer period follows from those of the shorter ones within it: as their `sum`, where each row belongs to
   * one period; as the `last` one, where the end of the period decides; or from none of them.
   */
  readonly overPeriods: 'sum' | 'last' | 'none';
  /** Whether n times the figure adds up along with n, as it does for plain shares and net scores, and for no median. */
  readonly outcomes: boolean;
}

/** What a tool or an author means by the name of a metric. */
export interface Elsewhere {
  /** `Zendesk`, `Intercom, Gorgias, Chatwoot`. */
  readonly who: string;
  /** What they compute, and how it differs from this report's figure, in a sentence or two. */
  readonly what: string;
}

/** What every measure says of itself, whether it gives a figure a period or one answer for everything. */
export interface Described {
  /** Part of the contract: `csat`, `first_response_median`. */
  readonly id: string;
  /**
   * Raised by one whenever the figure is made otherwise than before: who counts, what counts, which date decides. New
   * words for the same leave it. 1 when left out.
   */
  readonly version?: number;
  readonly name: string;
  readonly label: string;
  readonly lens: 'satisfaction' | 'service' | 'experience';
  /** The reader's question that it answers. */
  readonly question: string;
  /** Plain English, complete: who counts, what counts, which date decides the period. */
  readonly definition: string;
  /** Whose rows count, to stand after “counted are”: `solved tickets that a customer opened`. */
  readonly who: string;
  /** What decides the period, in the words of the definition: `the day of the answer`. */
  readonly date: string;
  /** The formula as plain text. */
  readonly formula: string;
  /** The formula in TeX: single letters that `symbols` explains, so that it fits a phone. */
  readonly tex: string;
  /** The letters of the formula in the order in which they are read. */
  readonly symbols: readonly MathSymbol[];
  /** Fields without which it cannot be computed, as `tickets.resolved_at`; `a | b` means either. */
  readonly needs: readonly string[];
  readonly unit: 'share' | 'net' | 'score' | 'duration' | 'count' | 'rate' | 'coefficient' | 'average';
  readonly direction: 'higher' | 'lower' | 'neutral';
  /** What n counts, plural: `answers`, `solved tickets`. */
  readonly counts: string;
  /** Smallest difference that matters, in the unit; a ratio for durations; null for full counts. */
  readonly margin: number | null;
  /** How the interval is made, in words. */
  readonly interval: string;
  readonly source: string;
  /** What others mean by the same name, and how it differs; empty where nothing is known. */
  readonly elsewhere: readonly Elsewhere[];
}

export interface Metric extends Described {
  /** The metric in whose section it is shown, when it is a variant of another. */
  readonly variantOf?: string;
  /** True for a share that is no count of rows: it is not computed in one pass with the other shares of its table. */
  readonly ownPass?: true;
  /**
   * Only where it differs from what the unit implies: rows that each count in one period, and outcomes of shares and
   * nets that add up. The audit of disclosure subtracts along everything that adds up.
   */
  readonly adds?: Partial<Additivity>;
  /** Rows (or events) needed to show the figure without a low-base mark, and to compare it. */
  readonly minimum: { readonly show: number; readonly compare: number };
  /** The methods behind it, of `INTERVALS`; none for full counts. */
  readonly intervals: readonly IntervalId[];
  /**
   * What the worked example names above the line, plural: `satisfied answers`; of a net score both sides. Absent where
   * the figure is no quotient of counts.
   */
  readonly above?: readonly string[];
  /** Of a quantile of waits, which share of them it bounds. */
  readonly quantile?: 0.5 | 0.9;
  /** What it names below the line where that is not what n counts: `years as a customer`. */
  readonly below?: string;
  /** Dimensions by which it may be broken down. */
  readonly dimensions: readonly Dimension[];
  /** Null when it can be computed, else the reason in words, naming the field that is missing. */
  unavailable(context: Context): string | null;
  /** One cell per period and value, period-major. Never suppresses: that is the report's duty. */
  estimate(context: Context, slice: Slice): Cells;
  /** Null when nothing can be tested: full counts. */
  compare: Compare | null;
  /**
   * Which answers or which clock count here, in a few words: `4 and 5 on a scale from 1 to 5`. More than one entry means
   * that figures stand on different scales.
   */
  basis?(context: Context, asked: Asked): readonly string[];
  /** When one entry of `basis` followed another; null where several are in use side by side. */
  basisChanges?(context: Context): readonly BasisChange[] | null;
  /** `basis` of the answers with each value of a dimension. */
  basisByValue?(context: Context, dimension: Dimension): ReadonlyMap<string, readonly string[]>;
  /** Facts about what was left out, in words with counts: `312 open tickets that are not yet due are not counted`. */
  notes?(context: Context): readonly string[];
}
