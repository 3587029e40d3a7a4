/**
 * Figures of analyses: control charts, funnels, curves and the like.
 */
import type { Period } from '../../calendar/period.ts';
import type { Estimate, Unit } from './estimate.ts';
import type { ChartEvent, FigureBase } from './figure-base.ts';

/** One number of a figure that is no estimate of a metric: a share of R², a step of a waterfall. */
export type Quantity = Pick<Estimate, 'status' | 'value' | 'low' | 'high' | 'n' | 'text' | 'range' | 'base'>;

/** A metric over time between the limits of what chance alone does. */
export interface ControlFigure extends FigureBase {
  readonly kind: 'control';
  readonly unit: Unit;
  readonly points: readonly {
    readonly period: Period;
    readonly estimate: Estimate;
    /** Limits of the period, wider where fewer answers stand behind it; absent in a period without a figure. */
    readonly limits?: { readonly low: number; readonly high: number };
    /** Outside the limits, or part of a run on one side of the centre; null = neither. */
    readonly signal: 'outside' | 'run' | null;
  }[];
  /** Centre and limits come from the first so many points. */
  readonly baseline: number;
  readonly centre: number;
  /** The centre as a person would say it, with its unit: `84%`. */
  readonly centreText: string;
  /** Whether there are points enough to call the limits firm. */
  readonly firm: boolean;
  /** When the series changed, where a signal says that it did. */
  readonly change: { readonly from: Period; readonly to: Period; readonly text: string } | null;
  readonly events: readonly ChartEvent[];
}

/** Groups by size against the limits within which chance alone would scatter them. */
export interface FunnelFigure extends FigureBase {
  readonly kind: 'funnel';
  readonly unit: Unit;
  readonly dimension: string;
  readonly points: readonly {
    readonly label: string;
    readonly estimate: Estimate;
    /** Beyond the limits of 95 % or of 99.8 %; null = within both. */
    readonly beyond: '95' | '99.8' | null;
  }[];
  readonly centre: number;
  /** The centre as a person would say it, with its unit: `84%`. */
  readonly centreText: string;
  /** The limits over the range of sizes, n rising. */
  readonly limits: readonly {
    readonly n: number;
    readonly low95: number;
    readonly high95: number;
    readonly low998: number;
    readonly high998: number;
  }[];
}

/** The share still open over time, with the numbers at risk beneath. */
export interface SurvivalFigure extends FigureBase {
  readonly kind: 'survival';
  /** What has not happened yet to the share that the curve shows, in a word or two: `still open`. */
  readonly state: string;
  /** At most four. */
  readonly groups: readonly {
    readonly label: string;
    /** Steps: the share after each time, time in seconds rising from 0; the share stays until the next time. */
    readonly curve: readonly {
      readonly seconds: number;
      readonly share: number;
      readonly low: number;
      readonly high: number;
    }[];
    readonly median: Quantity;
  }[];
  /** Numbers still followed at some times; a number that may not be published is absent. */
  readonly atRisk: readonly {
    readonly seconds: number;
    readonly text: string;
    /** One per group. */
    readonly counts: readonly (number | undefined)[];
  }[];
}

/** How a difference comes about: levels stand on the ground, changes hang between them. */
export interface WaterfallFigure extends FigureBase {
  readonly kind: 'waterfall';
  readonly unit: Unit;
  readonly steps: readonly {
    readonly label: string;
    readonly role: 'level' | 'change';
    /** The text of a change carries its sign: `−3 points`. */
    readonly quantity: Quantity;
  }[];
}

/** Two splits at once: columns as wide as their share, parts as high as theirs. */
export interface MosaicFigure extends FigureBase {
  readonly kind: 'mosaic';
  readonly columns: readonly {
    readonly label: string;
    /** Share of all, 0 to 1. */
    readonly share: number;
    readonly text: string;
    readonly base: string;
    /** From the bottom up; shares of the column, which add to 1. */
    readonly parts: readonly {
      readonly label: string;
      readonly tone: 'negative' | 'neutral' | 'positive';
      readonly quantity: Quantity;
    }[];
  }[];
}

/** What goes with an outcome: shares of the explained variance with their intervals, largest first. */
export interface DriversFigure extends FigureBase {
  readonly kind: 'drivers';
  readonly unit: Unit;
  readonly bars: readonly {
    readonly label: string;
    readonly quantity: Quantity;
    /** How sure it is that this one is the largest, 0 to 1. */
    readonly first?: number;
    /** Whether its interval keeps clear of nothing at all. */
    readonly clear: boolean;
  }[];
  /** What the bars add up to, such as `R² 0.31`. */
  readonly totalText: string;
}

/** Two numbers a point, each with its interval: how large against how well. */
export interface ScatterFigure extends FigureBase {
  readonly kind: 'scatter';
  /** Units of the number across and of the one upwards. */
  readonly units: readonly [across: Unit, up: Unit];
  /** What they are, for the axes. */
  readonly names: readonly [across: string, up: string];
  /** At most ten. */
  readonly points: readonly {
    readonly label: string;
    readonly across: Quantity;
    readonly up: Quantity;
    /** Drawn strongly: what the headline names. */
    readonly strong: boolean;
  }[];
}

/** How well scores tell those with an outcome from those without, and whether what they tell is true. */
export interface RocFigure extends FigureBase {
  readonly kind: 'roc';
  /** At most four scores. */
  readonly curves: readonly {
    readonly label: string;
    /** From (0, 0) to (1, 1). */
    readonly points: readonly { readonly falsePositive: number; readonly truePositive: number }[];
    readonly auc: Quantity;
  }[];
  /** Observed share of the outcome in each fifth of the first score, from the lowest scores to the highest, or in `parts`. */
  readonly calibration: readonly { readonly label: string; readonly observed: Quantity; readonly expected?: number }[];
  /** Which other groups than fifths the shares are of, in words: `Kind of sign`. */
  readonly parts?: string;
  /** The outcome in words: `left within 90 days`. */
  readonly outcome: string;
}

/** How closely one series follows another at each lag. */
export interface LagFigure extends FigureBase {
  readonly kind: 'lag';
  /** Correlations of changes, lags rising; at a positive lag the first series moves first. */
  readonly lags: readonly { readonly lag: number; readonly correlation: number }[];
  /** The largest |r| that chance alone passes in 5 of 100 pairs of series. */
  readonly bound: number;
  readonly names: readonly [first: string, second: string];
  /** What one lag is; periods in general when left out. */
  readonly step?: 'month' | 'quarter';
}

/** Two numbers a row: bars back to back in meaning, side by side in place; or a step from one dot to the other. */
export interface PairsFigure extends FigureBase {
  readonly kind: 'pairs';
  readonly unit: Unit;
  readonly mark: 'bars' | 'dots';
  /** Names of the two numbers. */
  readonly names: readonly [string, string];
  readonly rows: readonly {
    readonly label: string;
    readonly first: Quantity;
    readonly second: Quantity;
    /** Whether the two differ clearly; null where nothing is judged. */
    readonly differs: boolean | null;
  }[];
}

/** Words of two groups: how distinctive against how often used. */
export interface WordsFigure extends FigureBase {
  readonly kind: 'words';
  /** Names of the groups; z is positive for words of the second. */
  readonly groups: readonly [string, string];
  readonly words: readonly {
    readonly word: string;
    /** Customers on both sides who use it. */
    readonly customers: number;
    readonly z: number;
    /** Whether z is a bound that the exact one lies beyond. */
    readonly isBound: boolean;
    /** Whether it is distinctive once all words are taken into account. */
    readonly distinctive: boolean;
  }[];
}

export type AnalysisFigure =
  | ControlFigure
  | FunnelFigure
  | SurvivalFigure
  | WaterfallFigure
  | MosaicFigure
  | DriversFigure
  | ScatterFigure
  | RocFigure
  | LagFigure
  | PairsFigure
  | WordsFigure;
