/**
 * Why rows are set aside.
 */
import type { SetAsideCount } from './account.ts';

/** Each row has at most one reason: the first in this order that holds. */
export const REASONS = {
  blank: 'blank line',
  repeated_header: 'the header again',
  footer: 'a line of the report around the table',
  too_few_cells: 'fewer cells than the header',
  too_many_cells: 'more cells than the header',

  test: 'test',
  preview: 'preview of a survey',
  duplicate: 'marked as a duplicate',
  no_request: 'no request of a customer',

  no_ticket_id: 'no ticket number',
  no_created_at: 'no time of creation',
  spam: 'spam',
  merged: 'merged into another ticket',
  deleted: 'deleted',
  earlier_update: 'an earlier update of the same ticket',
  resolved_before_created: 'resolved before it was created',
  replied_before_created: 'replied to before it was created',

  neither_invited_nor_answered: 'neither invited nor answered',
  answer_without_time: 'an answer without the time it was given',
  partial: 'partial answer without a score',
  answered_before_invited: 'answered before it was invited',
  no_score: 'no score',

  no_customer_id: 'no customer number',
  left_before_joining: 'left before joining',

  no_response_id: 'no response number',
  no_coder: 'no coder',
  no_code: 'no code',
  no_action: 'no action',
  no_aspect: 'no aspect',

  no_event_type: 'no type of event',
  no_moment: 'no time',

  incomplete_margin: 'a margin without dimension, value or count',
} as const;

export type Reason = keyof typeof REASONS;

const ORDER = Object.keys(REASONS) as Reason[];

/** Counts rows by reason. */
export class ReasonCounts {
  readonly #counts = new Map<Reason, number>();
  readonly #first = new Map<Reason, number>();

  /** @param record number of the first of the rows, where it is known. */
  add(reason: Reason, rows = 1, record?: number): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + rows);
    if (record !== undefined) this.#first.set(reason, Math.min(record, this.#first.get(reason) ?? record));
  }

  /** Rows counted by any of the reasons so far. */
  countOf(...reasons: Reason[]): number {
    return reasons.reduce((sum, reason) => sum + (this.#counts.get(reason) ?? 0), 0);
  }

  /** Reasons that occurred, in the order of the table, in words. */
  list(): SetAsideCount[] {
    return ORDER.filter((reason) => this.#counts.has(reason)).map((reason) => {
      const record = this.#first.get(reason);
      return {
        reason: REASONS[reason],
        count: this.#counts.get(reason) as number,
        ...(record === undefined ? {} : { record }),
      };
    });
  }
}

/** One byte per row: 0 = kept, otherwise 1 + the number of the reason. */
export type Judgement = Uint8Array;

/** The byte that stands for a reason in a judgement. */
export function reasonCode(reason: Reason): number {
  return ORDER.indexOf(reason) + 1;
}

/**
 * The rows that stay; null when all do. What goes is added to `counts`.
 *
 * @param records record number of each row.
 */
export function keptRows(judgement: Judgement, records: Uint32Array, counts: ReasonCounts): Int32Array | null {
  const tally = new Uint32Array(ORDER.length + 1);
  const first = new Uint32Array(ORDER.length + 1);
  for (let row = judgement.length - 1; row >= 0; row--) {
    const code = judgement[row] as number;
    tally[code] = (tally[code] as number) + 1;
    first[code] = records[row] as number;
  }
  const kept = tally[0] as number;
  for (const [index, reason] of ORDER.entries()) {
    const count = tally[index + 1] as number;
    if (count > 0) counts.add(reason, count, first[index + 1]);
  }
  if (kept === judgement.length) return null;
  const rows = new Int32Array(kept);
  let next = 0;
  for (let row = 0; row < judgement.length; row++) if (judgement[row] === 0) rows[next++] = row;
  return rows;
}
