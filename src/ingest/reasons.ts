/**
 * Why a row is set aside. Each row has at most one reason: the first in this order that holds.
 */
export const REASONS = {
  blank: 'blank line',
  repeated_header: 'the header again',
  too_few_cells: 'fewer cells than the header',
  too_many_cells: 'more cells than the header',

  no_ticket_id: 'no ticket number',
  no_created_at: 'no time of creation',
  spam: 'spam',
  merged: 'merged into another ticket',
  deleted: 'deleted',
  resolved_before_created: 'resolved before it was created',
  replied_before_created: 'replied to before it was created',

  neither_invited_nor_answered: 'neither invited nor answered',
  answer_without_time: 'an answer without the time it was given',
  partial: 'partial answer',
  answered_before_invited: 'answered before it was invited',
  no_score: 'no score',

  no_customer_id: 'no customer number',
  left_before_joining: 'left before joining',
} as const;

export type Reason = keyof typeof REASONS;

const ORDER = Object.keys(REASONS) as Reason[];

/** Counts rows by reason. */
export class ReasonCounts {
  readonly #counts = new Map<Reason, number>();

  add(reason: Reason, rows = 1): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + rows);
  }

  /** Reasons that occurred, in the order of the table, in words. */
  list(): { reason: string; count: number }[] {
    return ORDER.filter((reason) => this.#counts.has(reason)).map((reason) => ({
      reason: REASONS[reason],
      count: this.#counts.get(reason) as number,
    }));
  }
}

/** One byte per row: 0 = kept, otherwise 1 + the number of the reason. */
export type Judgement = Uint8Array;

/** The byte that stands for a reason in a judgement. */
export function reasonCode(reason: Reason): number {
  return ORDER.indexOf(reason) + 1;
}

/** The rows that stay; null when all do. What goes is added to `counts`. */
export function keptRows(judgement: Judgement, counts: ReasonCounts): Int32Array | null {
  const tally = new Uint32Array(ORDER.length + 1);
  for (const code of judgement) tally[code] = (tally[code] as number) + 1;
  const kept = tally[0] as number;
  for (const [index, reason] of ORDER.entries()) {
    const count = tally[index + 1] as number;
    if (count > 0) counts.add(reason, count);
  }
  if (kept === judgement.length) return null;
  const rows = new Int32Array(kept);
  let next = 0;
  for (let row = 0; row < judgement.length; row++) if (judgement[row] === 0) rows[next++] = row;
  return rows;
}
