/**
 * Figures of contrasts, similarities and practices: what two views of the same customers have and have not in common.
 */
import type { Quantity } from './analysis-figure.ts';
import type { Unit } from './estimate.ts';
import type { FigureBase } from './figure-base.ts';

/**
 * Cells of two splits, such as stage by survey: each with its number in it, shaded by its value.
 *
 * A cell of `low_base` is drawn hollow; zero, no data and kept back each look different from it and from each other.
 */
export interface StripFigure extends FigureBase {
  readonly kind: 'strip';
  /** Unit of what shades; of any other than `count` each cell has its n as well. */
  readonly unit: Unit;
  /** What shades, in a word or two: `answers`, `share satisfied`. */
  readonly shade: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** One per column. */
    readonly cells: readonly Quantity[];
  }[];
}

/** How a part of a stacked bar looks; two parts of one role look alike and are told apart by their place. */
export type PartRole =
  /** What the bar is about: full. */
  | 'main'
  /** What stands against it: hatched. */
  | 'second'
  /** What cannot be told apart: pale. */
  | 'common'
  /** All else: empty. */
  | 'rest'
  /** With nobody: dotted. */
  | 'unassigned'
  /** Not in our hands, such as waiting for the customer: lines across. */
  | 'waiting';

/** Parts of a whole as stacked bars. */
export interface StackFigure extends FigureBase {
  readonly kind: 'stack';
  readonly unit: Unit;
  /** From left to right, at most six. */
  readonly parts: readonly { readonly label: string; readonly role: PartRole }[];
  readonly bars: readonly {
    readonly label: string;
    /** One per part. A part below zero, as what is common may be, lies left of zero. */
    readonly quantities: readonly Quantity[];
    /** What stands at the bar's end: its total, or what it rests on; empty for nothing. */
    readonly end: string;
  }[];
  /** Whether each bar is a whole of its own, as long as the plot, or all share one axis from zero. */
  readonly length: 'whole' | 'axis';
}

/** Several series over a few ordered levels, such as contacts per customer: points with intervals, joined by lines. */
export interface LevelsFigure extends FigureBase {
  readonly kind: 'levels';
  readonly unit: Unit;
  /** What the levels are: `Contacts per customer`. */
  readonly axis: string;
  /** Two to eight, in order. */
  readonly levels: readonly string[];
  /** At most four. */
  readonly series: readonly {
    readonly label: string;
    /** One per level. */
    readonly quantities: readonly Quantity[];
  }[];
  /** How intervals are drawn: at each point, or as a band along the line. */
  readonly intervals: 'whiskers' | 'ribbon';
  /** A curve that is no measurement, such as what independence would give; one value per level, null for none. */
  readonly reference: { readonly label: string; readonly values: readonly (number | null)[] } | null;
}

/** Shares of a few classes in two places, joined by lines. */
export interface SlopeFigure extends FigureBase {
  readonly kind: 'slope';
  readonly unit: Unit;
  readonly places: readonly [left: string, right: string];
  /** At most five. */
  readonly lines: readonly {
    readonly label: string;
    readonly tone: 'negative' | 'neutral' | 'positive';
    readonly left: Quantity;
    readonly right: Quantity;
  }[];
}

/** Who is in which combination of sets: a matrix of dots, and a bar each. */
export interface UpsetFigure extends FigureBase {
  readonly kind: 'upset';
  /** At most four. */
  readonly sets: readonly string[];
  /** In the order in which they are shown. */
  readonly combinations: readonly {
    /** One per set; a combination without any member is nobody's. */
    readonly members: readonly boolean[];
    /** Share of all, with its n. */
    readonly share: Quantity;
  }[];
}

/** Ranks of groups on several measures, with the interval of each rank. */
export interface BumpFigure extends FigureBase {
  readonly kind: 'bump';
  /** Two to five. */
  readonly measures: readonly string[];
  /** At most twelve. */
  readonly lines: readonly {
    readonly label: string;
    /** One per measure: 1 is best, ties share the mean of their ranks. */
    readonly ranks: readonly Quantity[];
    /** Drawn strongly: what the headline names. */
    readonly strong: boolean;
  }[];
}

/** Two numbers a row, one to each side of a common zero: who starts a contact, or penalty and reward. */
export interface OpposedFigure extends FigureBase {
  readonly kind: 'opposed';
  readonly unit: Unit;
  readonly sides: readonly [left: string, right: string];
  readonly rows: readonly {
    readonly label: string;
    /** A value below zero reaches over to the other side. */
    readonly left: Quantity;
    readonly right: Quantity;
    /** What the two come to, in a word or two: `mostly reactive`, `must-be`; empty for nothing. */
    readonly word: string;
  }[];
}

/** Two groups in every stratum, and their difference over all strata together. */
export interface StrataFigure extends FigureBase {
  readonly kind: 'strata';
  readonly unit: Unit;
  readonly groups: readonly [first: string, second: string];
  readonly rows: readonly {
    readonly label: string;
    /** The part of the figure that it stands in, such as an outcome; rows of a part follow each other. */
    readonly part?: string;
    readonly first: Quantity;
    readonly second: Quantity;
  }[];
  /** Second group minus first, strata held equal: one row each on an axis of its own. Texts carry their sign. */
  readonly pooled: readonly { readonly label: string; readonly quantity: Quantity }[];
  /** The smallest difference that matters, in the unit, drawn as a band around zero; null for no band. */
  readonly band: number | null;
}

/** Numbers with their intervals in rows on one scale, with a reference and a margin around it. */
export interface IntervalsFigure extends FigureBase {
  readonly kind: 'intervals';
  readonly unit: Unit;
  /** Whether the numbers are differences: ticks carry their sign, shares are said in points. */
  readonly signed: boolean;
  /** Side by side where there is room, on one scale. One panel needs no label. */
  readonly panels: readonly {
    readonly label: string;
    readonly rows: readonly {
      readonly label: string;
      /** As for strata. */
      readonly part?: string;
      readonly quantity: Quantity;
    }[];
  }[];
  /** What the numbers are read against, such as no difference or what chance alone gives. */
  readonly reference: { readonly value: number; readonly text: string } | null;
  /** The smallest difference that matters, on both sides of the reference; null for no band. */
  readonly band: number | null;
}

/** How many of the first are left at each step, or did each thing: bars from zero, shares of the first. */
export interface StepsFigure extends FigureBase {
  readonly kind: 'steps';
  readonly steps: readonly {
    readonly label: string;
    /** Cases at this step, as said: `1,204`; empty where they may not be told. */
    readonly count: string;
    /** Share of the first step's cases; the first is all of them, without an interval. */
    readonly share: Quantity;
  }[];
  /** What is counted, plural: `comments`. */
  readonly counts: string;
}

export type ContrastFigure =
  | StripFigure
  | StackFigure
  | LevelsFigure
  | SlopeFigure
  | UpsetFigure
  | BumpFigure
  | OpposedFigure
  | StrataFigure
  | IntervalsFigure
  | StepsFigure;
