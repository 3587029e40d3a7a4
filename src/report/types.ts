/**
 * What leaves the report: the only shapes that charts, components and pages know.
 *
 * Everything here is already suppressed, worded and rounded only where it says so.
 */
import type { Grain, Period } from '../calendar/period.ts';

export type { Grain, Period } from '../calendar/period.ts';

export const LENSES = ['satisfaction', 'service', 'experience'] as const;
/** The three panels, always in this order. */
export type Lens = (typeof LENSES)[number];

/** `share` 0 to 1; `net` -100 to 100; `score` on the question's own scale; `duration` seconds; `count`; `rate` per customer and year. */
export type Unit = 'share' | 'net' | 'score' | 'duration' | 'count' | 'rate';

export type Status = 'ok' | 'low_base' | 'suppressed' | 'no_data' | 'not_applicable' | 'provisional';

/** Restriction to one value of each named dimension; empty = everybody. */
export type Filter = Readonly<Record<string, string>>;

/** One published figure. `status` decides whether the others exist. */
export interface Estimate {
  readonly metric: string;
  readonly where: Filter;
  readonly period: Period;
  readonly status: Status;
  /** In the metric's unit, full precision. */
  readonly value?: number;
  /** 95 % interval. Absent where the metric is a full count. */
  readonly low?: number;
  readonly high?: number;
  /** Answers, tickets or customers behind the figure. */
  readonly n?: number;
  readonly weighted: boolean;
  /** `wilson`, `t`, `adjusted-wald`, `order-statistic`, `kaplan-meier`, `poisson`, `count`. */
  readonly method: string;
  /** The figure as a person would say it, with its unit: `81 %`, `+34`, `2 h 40 min`, `[low base]`-marked where due. */
  readonly text: string;
  /** The interval as text: `79 % to 83 %`; empty where there is none. */
  readonly range: string;
  /** `n = 1,204 answers`, `fewer than 10 customers`. */
  readonly base: string;
}

export type Verdict =
  | 'suppressed'
  | 'insufficient'
  | 'different'
  | 'negligible'
  | 'equivalent'
  | 'undecided'
  /** A full count, or a metric without fields: nothing to test. */
  | 'untested';

/** What may be said about two estimates. */
export interface Comparison {
  readonly a: Estimate;
  readonly b: Estimate;
  /** b minus a in the metric's unit; for durations b divided by a. */
  readonly difference?: number;
  readonly low?: number;
  readonly high?: number;
  readonly margin: number;
  /** Adjusted by Benjamini and Hochberg within the family of the metric's panel. */
  readonly p?: number;
  readonly verdict: Verdict;
  /** `better`, `worse` or `neutral`: only for a verdict of `different`. */
  readonly tone: 'better' | 'worse' | 'neutral';
  /** A short phrase: `fell by 6 points`, `no clear change`, `too few answers to say`. */
  readonly phrase: string;
  /** The whole sentence, the only wording pages may use. */
  readonly words: string;
}

/** One metric as the methods page, the glossary and links show it. */
export interface MetricCard {
  readonly id: string;
  readonly name: string;
  /** Short label for axes and tables, such as `CSAT`. */
  readonly label: string;
  readonly lens: Lens;
  readonly question: string;
  /** Which answers or which clock count, in a few words; empty where the name says it all. */
  readonly basis: string;
  readonly definition: string;
  readonly formula: string;
  readonly unit: Unit;
  /** What n counts, plural: `answers`, `solved tickets`. */
  readonly counts: string;
  /** Whether more is better. */
  readonly direction: 'higher' | 'lower' | 'neutral';
  /** Fields it needs, as `tickets.resolved_at`. */
  readonly needs: readonly string[];
  readonly minimum: string;
  readonly interval: string;
  readonly margin: string;
  readonly source: string;
  readonly available: boolean;
  /** Why it is not available and where to declare what is missing; empty when it is. */
  readonly missing: string;
  /** What was left out and counted, such as open tickets not yet due. */
  readonly notes: readonly string[];
  /** Site path of the definition, without base: `/methods/#csat`. */
  readonly href: string;
}

export interface ChartEvent {
  /** Epoch milliseconds of the start of the day. */
  readonly at: number;
  readonly date: string;
  readonly label: string;
  readonly link?: string;
}

/** A table as it stands under a chart and in its CSV. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
  /** Cells as shown, one row each; the first cell is the row's header. */
  readonly rows: readonly (readonly string[])[];
}

interface FigureBase {
  /** Unique on the site and usable as an anchor and a file name: `satisfaction-csat-by-month`. */
  readonly id: string;
  readonly lens: Lens;
  readonly metric: MetricCard;
  /** The finding, at most 15 words. */
  readonly headline: string;
  /** Measure, who, period, n, what the band or bar is. */
  readonly subtitle: string;
  /** One or two sentences: trend, extremes, exception. */
  readonly summary: string;
  /** Source and cut-off in one line. */
  readonly source: string;
  readonly table: FigureTable;
  /** Download with full precision: site path without base (`/data/figures/….csv`), text, size in bytes. */
  readonly csv: { readonly path: string; readonly text: string; readonly bytes: number };
}

/** A metric over time, one point a period, with interval band. */
export interface SeriesFigure extends FigureBase {
  readonly kind: 'series';
  readonly points: readonly Estimate[];
  readonly events: readonly ChartEvent[];
  readonly target?: number;
}

export interface BreakdownRow {
  readonly label: string;
  readonly estimate: Estimate;
  /** The part of the figure that it stands in, such as `Support departments`; rows of a part follow each other. */
  readonly part?: string;
}

/** A metric by the values of a dimension: dots with intervals, n shown. */
export interface BreakdownFigure extends FigureBase {
  readonly kind: 'breakdown';
  readonly dimension: string;
  /** In the order in which they are shown. */
  readonly rows: readonly BreakdownRow[];
  /** Null where it counts other answers than the rows. */
  readonly overall: Estimate | null;
}

/** How answers spread over a scale: one stacked bar a group. Shares of a group sum to 1 unless suppressed. */
export interface DistributionFigure extends FigureBase {
  readonly kind: 'distribution';
  /** Answers from worst to best. */
  readonly answers: readonly { readonly label: string; readonly tone: 'negative' | 'neutral' | 'positive' }[];
  readonly groups: readonly {
    readonly label: string;
    readonly status: Status;
    readonly n?: number;
    readonly base: string;
    /** One share per answer; absent when suppressed. */
    readonly shares?: readonly number[];
  }[];
}

/** How long something takes: share done within t, on a log axis, with median and 90th percentile. */
export interface DurationFigure extends FigureBase {
  readonly kind: 'durations';
  /** Seconds and the share done by then, rising. */
  readonly curve: readonly { readonly seconds: number; readonly share: number }[];
  readonly median: Estimate;
  readonly p90: Estimate;
}

export type Figure = SeriesFigure | BreakdownFigure | DistributionFigure | DurationFigure;

/** A metric on a lens page: the finding, the numbers, the figures. */
export interface MetricSection {
  readonly metric: MetricCard;
  /** The finding as a heading. */
  readonly headline: string;
  /** Last complete period. */
  readonly latest: Estimate;
  /** Against the period before; null when there is none. */
  readonly previous: Comparison | null;
  /** Against the same period a year earlier; null when there is none. */
  readonly yearEarlier: Comparison | null;
  /** Two to four sentences. */
  readonly sentences: readonly string[];
  readonly figures: readonly Figure[];
  /** Variants of the metric, such as the mean beside the share, for the last complete period. */
  readonly related: readonly { readonly metric: MetricCard; readonly latest: Estimate }[];
}

export interface Finding {
  readonly lens: Lens;
  readonly sentence: string;
  /** Site path of the evidence, without base. */
  readonly href: string;
  readonly tone: 'better' | 'worse' | 'neutral';
}

/** A change over time as a writer asks for it; without a period it is the last complete one. */
export interface ChangeQuery {
  readonly metric: string;
  readonly where?: Filter;
  readonly period?: string;
  readonly against?: 'previous' | 'year-earlier';
}

/** Everything one page may say. */
export interface PageReport {
  readonly id: string;
  /** The page's question answered in one sentence. */
  readonly answer: string;
  readonly findings: readonly Finding[];
  readonly sections: readonly MetricSection[];
  /** Metrics of this page that the data cannot give, with what they need. */
  readonly unavailable: readonly MetricCard[];
  /** A comparison that the report planned or its commentary makes; asking for another is a bug and throws. */
  change(query: ChangeQuery): Comparison;
}

/** Row accounting of one file. Always: read = kept + sum of setAside. */
export interface SourceAccount {
  /** Relative to the data folder. */
  readonly path: string;
  readonly kind: string;
  /** `canonical` or the format's name. */
  readonly format: string;
  /** How it was recognised, in words. */
  readonly recognised: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly timeZone: string;
  /** Where the zone came from, in words. */
  readonly timeZoneFrom: string;
  readonly read: number;
  readonly kept: number;
  readonly setAside: readonly { readonly reason: string; readonly count: number }[];
  /** Cells that were declared to mean missing, by column and code. */
  readonly missing: readonly { readonly column: string; readonly code: string; readonly count: number }[];
  readonly used: readonly string[];
  readonly ignored: readonly string[];
  /** Decisions taken while reading, in words: which dates, which clock, what a spreadsheet damaged. */
  readonly notes: readonly string[];
  /** SHA-256 of the bytes. */
  readonly digest: string;
}

export interface DimensionCard {
  readonly id: string;
  readonly name: string;
  readonly values: readonly string[];
}

/** How survey answers and tickets find each other. */
export interface MatchAccount {
  readonly responsesNamingTicket: number;
  readonly responsesMatched: number;
  readonly responsesNamingCustomer: number;
  /** Whether so few tickets were found that answers are not joined with tickets at all. */
  readonly joinWithheld: boolean;
  readonly responses: number;
}

/** Answered against unanswered invitations. */
export interface WhoAnswered {
  /** Response rates by what is known of everybody invited. */
  readonly figures: readonly BreakdownFigure[];
  /** What has to stand beside survey figures, when those who answered are clearly unlike those who did not. */
  readonly caution: string | null;
}

export interface Download {
  /** Below the site's root: `data/estimates.csv`. */
  readonly path: string;
  readonly text: string;
}

export interface ReportIdentity {
  readonly title: string;
  readonly organisation: string;
  readonly contact?: string;
  /** Printed on every page, such as that the company is fictional. */
  readonly notice?: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Data cut-off as a local date in words, `12 July 2026`. */
  readonly cutoff: string;
  /** First and last day covered, in words. */
  readonly coverage: string;
  readonly grain: Grain;
  /** The last complete period at the report's grain; null when there is none. */
  readonly latest: Period | null;
  readonly minimumBase: number;
  readonly assumptions: readonly string[];
  /** Colours that the company sets itself, `#rrggbb`; the site's own where absent. */
  readonly colours: { readonly [L in Lens]?: { readonly light?: string; readonly dark?: string } };
}

/** The only door between data and site. */
export interface Report {
  readonly identity: ReportIdentity;
  readonly metrics: readonly MetricCard[];
  readonly dimensions: readonly DimensionCard[];
  readonly sources: readonly SourceAccount[];
  readonly matching: MatchAccount;
  /** Null when the data hold no unanswered invitation: who did not answer is then unknown. */
  readonly whoAnswered: WhoAnswered | null;
  /** `home` or a lens. */
  page(id: string): PageReport;
  estimate(query: { metric: string; where?: Filter; period?: string }): Estimate;
  series(query: { metric: string; where?: Filter; grain?: Grain }): SeriesFigure;
  breakdown(query: { metric: string; dimension: string; period?: string }): BreakdownFigure;
  downloads(): readonly Download[];
  /** Of some texts, those that identify a customer, a ticket or a response of the data: none may be published. */
  identifiersAmong(texts: Iterable<string>): string[];
}
