/**
 * What the guide for writers shows of each component.
 */

import type { ClaimReport } from './claim.ts';

/** A piece of an example: words, or a component with what it stands around. */
export type GuidePart = string | GuideTag;

export interface GuideTag {
  readonly component: string;
  /** Props as a writer types them; a word without a value is `true`. */
  readonly props: Readonly<Record<string, string | true>>;
  readonly parts: readonly GuidePart[];
  /** Whether it stands on lines of its own. */
  readonly isBlock: boolean;
}

export interface GuideExample {
  /** What it shows, in a few words: `Of one group`. */
  readonly title: string;
  /** As a writer types it. */
  readonly source: string;
  /** The same for the components that draw it. */
  readonly parts: readonly GuidePart[];
  /** What it claims; null where it claims nothing. */
  readonly claim: ClaimReport | null;
  /** What the build says where the data do not support it; null where they do, or where nothing is claimed. */
  readonly refusal: string | null;
  /** Why nothing of it is published; null where something is. */
  readonly absence: string | null;
}

export interface GuideProp {
  readonly name: string;
  readonly words: string;
  readonly required: boolean;
  /** A word without a value. */
  readonly isFlag: boolean;
  /** The only values it may have; empty where it may have others. */
  readonly oneOf: readonly string[];
}

export interface GuideEntry {
  /** As writers type it: `Value`. */
  readonly name: string;
  readonly words: string;
  /** Its own, those of a claim left out. */
  readonly props: readonly GuideProp[];
  /** Whether it takes the words of a claim besides. */
  readonly claims: boolean;
  /** Whether values of dimensions restrict it. */
  readonly filters: boolean;
  /** Of what this report has, in the order of the guide. */
  readonly examples: readonly GuideExample[];
  /** Said where there is none. */
  readonly nothing: string;
}

export interface GuideReport {
  readonly entries: readonly GuideEntry[];
  /** Ids of metrics that texts may name, by panel in the order of the report: those with data. */
  readonly metrics: readonly string[];
  /** Names of periods told from the end of the data, with the period that each stands for here. */
  readonly periods: readonly { readonly name: string; readonly label: string }[];
}
