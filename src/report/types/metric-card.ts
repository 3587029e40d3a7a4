/**
 * A metric as pages show it.
 */
import type { Lens, Unit } from './estimate.ts';

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
