/**
 * What became of a writer's claim.
 */
import type { Filter, Verdict } from './estimate.ts';

export interface ClaimReport {
  /** Unique in the report and fit for an address: `home-1`. */
  readonly id: string;
  /** The text that makes it, by its page: `home`, `contrasts/scope`. */
  readonly page: string;
  /** Where it stands in the writer's file. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The sentence as readers see it, without markup. */
  readonly text: string;
  /** What it claims, in a few words: `rose`, `highest since`. */
  readonly kind: string;
  readonly metric: string;
  readonly where: Filter;
  readonly status: 'supported' | 'unsupported';
  /** The rung of the ladder that decided; of several comparisons that of the first which does not bear the claim out. */
  readonly verdict: Verdict;
  /** What the data say, as one or two sentences. */
  readonly says: string;
  /** A sentence that the data support, to stand in place of one that they do not. */
  readonly suggestion: string;
  /** The kind that they support instead, if there is one: `fell`. */
  readonly instead: string | null;
}

/** How a page asks what became of a claim: by the text it stands in and its props as written. */
export interface ClaimQuery {
  readonly page: string;
  readonly props: Readonly<Record<string, string | true>>;
  /** Ids of claims that stand further up: of two that are alike the next one is meant. */
  readonly drawn?: ReadonlySet<string>;
}
