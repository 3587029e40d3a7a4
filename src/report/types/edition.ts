/**
 * Editions that were published before, and what has changed since the last of them.
 */
import type { Edition, EditionClaim } from '../editions/edition.schema.ts';
import type { Lens } from './estimate.ts';

export type { Edition, EditionClaim };

export interface EditionReport {
  /** What was recorded, unchanged. */
  readonly recorded: Edition;
  /** Site path without base: `/editions/2026-q2/`. */
  readonly path: string;
  /** Whether what is built now is this edition: the same figures to the same cut-off. */
  readonly isThis: boolean;
  /** How it is cited: in a line and as BibTeX, without its address, which the site alone knows. */
  readonly citation: { readonly line: string; readonly bibtex: string };
  /** Its figures as a table. */
  readonly csv: { readonly path: string; readonly text: string; readonly bytes: number };
}

/** A figure as it stood, or stands. */
export interface SaidFigure {
  readonly period: string;
  readonly text: string;
  readonly range: string;
  readonly base: string;
}

/** A figure that a panel leads with, then and now. */
export interface Move {
  readonly metric: { readonly id: string; readonly label: string; readonly lens: Lens; readonly href: string };
  readonly before: SaidFigure | null;
  readonly now: SaidFigure | null;
  /** Whether the two are of different periods, of the same one, or may not be set against each other. */
  readonly kind: 'new period' | 'same period' | 'not comparable' | 'appeared' | 'vanished';
  /** What may be said of the two: a clause after the metric’s name, with a capital. */
  readonly says: string;
  /** What has become of the earlier figure itself, where it reads otherwise today; else empty. */
  readonly restated: string;
  readonly tone: 'better' | 'worse' | 'neutral';
  /** Whether the ladder calls the two different. */
  readonly isClear: boolean;
}

/** Why a figure of one and the same period reads otherwise than it did. */
export type RevisionReason = 'more rows' | 'fewer rows' | 'rows changed' | 'kept back' | 'no longer there';

export interface Revision {
  readonly metric: string;
  /** `channel email`; empty for everybody. */
  readonly who: string;
  readonly period: string;
  readonly before: string;
  readonly beforeN: string;
  readonly now: string;
  readonly nowN: string;
  readonly reason: RevisionReason;
  readonly reasonWords: string;
}

export interface Revisions {
  /** Figures of complete periods that both publish, made in the same way. */
  readonly compared: number;
  /** How many of them read otherwise, by reason; the most frequent first. */
  readonly reasons: readonly { readonly words: string; readonly count: number }[];
  readonly total: number;
  /** In words, with what the files tell of it. */
  readonly summary: string;
  /** The largest, by their size beside the smallest difference that matters. */
  readonly shown: readonly Revision[];
  /** All of them; null where there is none. */
  readonly csv: { readonly path: string; readonly text: string; readonly bytes: number } | null;
}

/** Something about how figures are made, or about what is there at all. */
export interface DefinitionChange {
  readonly subject: string;
  /** Site path of the definition; empty where there is none any more. */
  readonly href: string;
  readonly words: string;
  /** Whether figures before and after are not compared. */
  readonly breaks: boolean;
}

export interface TopicChange {
  readonly name: string;
  readonly path: string;
  readonly before: { readonly outcome: string; readonly answer: string };
  readonly now: { readonly outcome: string; readonly answer: string };
}

/** A claim of the last edition, judged by today’s data. */
export interface ClaimAgain {
  readonly claim: EditionClaim;
  readonly status: 'holds' | 'fails' | 'not judged';
  /** What the data say to it now, or why it is not judged. */
  readonly says: string;
  /** Where it fails: what is different now. */
  readonly why: string;
  /** Whether a text still makes it. */
  readonly stillMade: boolean;
}

export interface ChangesReport {
  readonly since: { readonly id: string; readonly path: string; readonly cutoff: string };
  readonly answer: string;
  readonly moves: readonly Move[];
  readonly revisions: Revisions;
  readonly definitions: readonly DefinitionChange[];
  /** Main points of the overview: about what both speak, what only one of them does. */
  readonly findings: {
    readonly renewed: readonly { readonly before: string; readonly now: string }[];
    readonly added: readonly string[];
    readonly gone: readonly string[];
  };
  readonly topics: readonly TopicChange[];
  /** How many pages of tests give the same answer. */
  readonly sameTopics: number;
  readonly claims: readonly ClaimAgain[];
  /** What the data hold now: rows by kind, and files that are new or were exported again. */
  readonly data: readonly string[];
}
