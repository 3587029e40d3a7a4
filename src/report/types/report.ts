/**
 * The only door between data and site.
 */
import type { Grain, Period } from '../../calendar/period.ts';
import type { ActionReport, ActionsReport } from './action.ts';
import type { PairsFigure } from './analysis-figure.ts';
import type { ClaimQuery, ClaimReport } from './claim.ts';
import type { ContrastReport, TopicReport, WayReport } from './contrast.ts';
import type { ChangesReport, EditionReport } from './edition.ts';
import type { Comparison, Estimate, Filter, Lens } from './estimate.ts';
import type { AlignedFigure, BreakdownFigure, SeriesFigure } from './figure.ts';
import type { GuideReport } from './guide.ts';
import type { IntervalCard, MetricCard } from './metric-card.ts';
import type { AnalysisSection, ChangeQuery, PageReport, SideBySide } from './page.ts';
import type { Quotes } from './quotes.ts';
import type { AnchoredLink, OwnPage, WrittenText } from './text.ts';
import type { WritingReport } from './writing.ts';

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
  /** Shares of both by what is known of everybody invited, with the response rates in the tables. */
  readonly figures: readonly PairsFigure[];
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

/** A day on which figures began to be made otherwise. */
export interface BreakReport {
  readonly date: string;
  /** `2026-04-01` in words. */
  readonly dateWords: string;
  readonly what: string;
  readonly metrics: readonly MetricCard[];
}

/** Something that happened, as texts name it. */
export interface EventReport {
  readonly label: string;
  readonly date: string;
  /** `2026-04-01` in words. */
  readonly dateWords: string;
}

/** The only door between data and site. */
export interface Report {
  readonly identity: ReportIdentity;
  readonly metrics: readonly MetricCard[];
  /** How intervals are made, each way once. */
  readonly intervals: readonly IntervalCard[];
  readonly dimensions: readonly DimensionCard[];
  readonly sources: readonly SourceAccount[];
  readonly matching: MatchAccount;
  /** Null when the data hold no unanswered invitation: who did not answer is then unknown. */
  readonly whoAnswered: WhoAnswered | null;
  /** The contrasts in the order of the site. */
  readonly contrasts: readonly ContrastReport[];
  /** What experience and service are said to share. */
  readonly similarities: TopicReport;
  /** How to excel, as far as it is tested. */
  readonly practices: TopicReport;
  /** What is commonly recommended, with what this report says of each. */
  ways(): readonly WayReport[];
  /** What was done about findings. */
  readonly actions: ActionsReport;
  /** Analyses that a page of their own shows, by that page. */
  analyses(page: 'journey' | 'voice'): readonly AnalysisSection[];
  /** Comments in the words of customers. */
  readonly quotes: Quotes;
  /** What the guide for writers shows, made when it is asked for. */
  writingGuide(): GuideReport;
  /** The text of the quote that `<Quote>` with these props names, redacted. */
  quote(props: ClaimQuery['props']): string;
  /** What `<Event>` with these props names. */
  event(props: ClaimQuery['props']): EventReport;
  /** The action that `<SoWhat>` with these props names. */
  action(props: ClaimQuery['props']): ActionReport;
  /** The panels on one time axis; null where fewer than two of them have a course. */
  readonly disagreement: AlignedFigure | null;
  /** Days on which figures began to be made otherwise, in order of time. */
  readonly breaks: readonly BreakReport[];
  /** `home` or a lens. */
  page(id: string): PageReport;
  estimate(query: { metric: string; where?: Filter; period?: string }): Estimate;
  /** Whether the data hold a figure and it may be published. */
  has(query: { metric: string; where?: Filter; period?: string }): boolean;
  /** A comparison that the report planned or its commentary makes; asking for another is a bug and throws. */
  change(query: ChangeQuery): Comparison;
  /** The head of a text by its file without `.mdx`; null where there is none, or the report has not read it. */
  text(page: string): WrittenText | null;
  /** Pages of the writers' own, in the order of lists, each followed by those below it. */
  readonly ownPages: readonly OwnPage[];
  /** Site paths of all pages that a text may link to, without base. */
  readonly paths: readonly string[];
  /** Links of the writers' that lead to a place on a page. */
  readonly anchored: readonly AnchoredLink[];
  /** What writers claim, in the order of their texts, and whether the data bear it out. */
  readonly claims: readonly ClaimReport[];
  /** What the lint finds in the texts, and what they excuse. */
  readonly writing: WritingReport;
  /** The claim with these props in the text of a page; null for one that the report has not read. */
  claim(query: ClaimQuery): ClaimReport | null;
  /** Two sides as `<Compare>` with these props sets them beside each other. */
  sideBySide(props: ClaimQuery['props']): SideBySide;
  /** The chart that `<Figure>` with these props shows, under the report's own headline. */
  figure(props: ClaimQuery['props']): SeriesFigure | BreakdownFigure;
  series(query: { metric: string; where?: Filter; grain?: Grain }): SeriesFigure;
  breakdown(query: { metric: string; dimension: string; period?: string }): BreakdownFigure;
  downloads(): readonly Download[];
  /** What is published, as the text of the file that records it as an edition of this name. */
  edition(id: string): string;
  /** Those that were recorded before, the latest first. */
  editions(): readonly EditionReport[];
  /** What has changed since the last edition that is not this one; null where there is none. */
  changes(): ChangesReport | null;
  /** Of some texts, those that identify a customer, a ticket or a response of the data: none may be published. */
  identifiersAmong(texts: Iterable<string>): string[];
}
