/**
 * What the site knows of a writer's text besides its words.
 */
import type { Lens } from './estimate.ts';

export interface WrittenText {
  /** Its file in the content folder without `.mdx`: `home`, `pages/why/billing`. */
  readonly text: string;
  /** Empty for a comment without a title of its own. */
  readonly title: string;
  /** Who wrote it and when: `Ines Hallam and Tom Averley, 14 July 2026`; empty when nothing is said. */
  readonly by: string;
  /** Period of the components that name none, as it was written, and in words; null for the last complete one. */
  readonly period: { readonly written: string; readonly label: string } | null;
  /** Whether it has figures of the report in it. */
  readonly hasFigures: boolean;
  /** Shown in dev only. */
  readonly draft: boolean;
}

/** A link to a place on a page, and where it stands. */
export interface AnchoredLink {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Site path of the page, without base. */
  readonly path: string;
  readonly anchor: string;
  readonly written: string;
}

/** A page of a writer's own. */
export interface OwnPage extends WrittenText {
  /** Site path without base: `/why/billing/`. */
  readonly path: string;
  /** The title again, by which lists of pages name it. */
  readonly name: string;
  /** What it says in a sentence; empty when the writer says none. */
  readonly summary: string;
  readonly panel: Lens | null;
}
