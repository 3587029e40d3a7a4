/**
 * Outcomes of solved tickets whose fate is known for long enough after the solution.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { ABSENT, moments, type Sample } from '../estimators/sample.ts';
import { leftOut } from '../left-out.ts';
import { solutionMoments } from './solution-moment.ts';
import { ticketStates } from './ticket-state.ts';

export interface SolvedOutcomes {
  readonly sample: Sample;
  /** What was left out, in words with counts. */
  readonly notes: readonly string[];
}

export interface SolvedRule {
  /** Days after the solution that the data must cover, so that every ticket had the same chance. */
  readonly windowDays: number;
  /** Whether tickets that the company opened itself are left out. */
  readonly customerCreated: boolean;
  /** Whether the outcome needs to know who the customer is, and the ticket's category. */
  readonly needsCustomer: boolean;
  readonly needsCategory: boolean;
  /** Outcome of a row; null when a field that it needs is blank. */
  readonly outcome: (row: number) => 0 | 1 | null;
}

/** The outcome of every solved ticket that meets the rule, and how many do not. */
export function solvedOutcomes(dataset: Dataset, rule: SolvedRule): SolvedOutcomes {
  const at = moments(dataset, 'tickets.created_at');
  const values = new Int8Array(at.length).fill(ABSENT);
  const solvedAt = solutionMoments(dataset);
  const { solved } = ticketStates(dataset);
  const { proactive, category } = dataset.tickets?.columns ?? {};
  const customer = dataset.tickets?.customer ?? new Int32Array(0);
  const latest = dataset.extractEnd - rule.windowDays * DAY_MS;
  const out = { proactive: 0, noTime: 0, young: 0, noCustomer: 0, noCategory: 0, blank: 0 };

  for (let row = 0; row < values.length; row++) {
    if (solved[row] !== 1) continue;
    if (rule.customerCreated && proactive?.[row] === 1) out.proactive++;
    else if (Number.isNaN(solvedAt[row])) out.noTime++;
    else if ((solvedAt[row] as number) > latest) out.young++;
    else if (rule.needsCustomer && (customer[row] as number) < 0) out.noCustomer++;
    else if (rule.needsCategory && (category?.codes[row] ?? -1) < 0) out.noCategory++;
    else {
      const outcome = rule.outcome(row);
      if (outcome === null) out.blank++;
      else values[row] = outcome;
    }
  }

  const notes = [
    ...leftOut(
      out.proactive,
      'solved ticket that the company opened itself is not counted',
      'solved tickets that the company opened itself are not counted',
    ),
    ...leftOut(
      out.noTime,
      'solved ticket without a solution time is not counted',
      'solved tickets without a solution time are not counted',
    ),
    ...leftOut(
      out.young,
      `ticket solved less than ${rule.windowDays} days before the data end is not counted yet`,
      `tickets solved less than ${rule.windowDays} days before the data end are not counted yet`,
    ),
    ...leftOut(
      out.noCustomer,
      'solved ticket without a known customer is not counted',
      'solved tickets without a known customer are not counted',
    ),
    ...leftOut(
      out.noCategory,
      'solved ticket without a category is not counted',
      'solved tickets without a category are not counted',
    ),
    ...leftOut(
      out.blank,
      'solved ticket whose count of reopenings is blank is not counted',
      'solved tickets whose count of reopenings is blank are not counted',
    ),
  ];
  return { sample: { table: 'tickets', at, values }, notes };
}

/** Whether the ticket was reopened; null when the export has the field but leaves it blank. */
export function wasReopened(dataset: Dataset, row: number): boolean | null {
  const reopens = dataset.tickets?.columns.reopens?.[row];
  if (reopens === undefined) return false;
  return Number.isNaN(reopens) ? null : reopens > 0;
}
