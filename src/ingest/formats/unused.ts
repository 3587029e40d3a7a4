/**
 * Canonical tables that no test uses yet: recognised, so that every row is counted and set aside by name.
 *
 * The day a test needs one, its line goes from here and its fields go into the model.
 */
import type { HeaderRow } from '../headers.ts';
import type { Reason } from '../reasons.ts';
import { type Signature, strength, witnesses } from './signature.ts';

export interface UnusedTable {
  /** As accounts name it. */
  readonly kind: 'ticket_events' | 'touchpoints' | 'actions';
  readonly signature: Signature;
  readonly reason: Reason;
}

/** A table of tickets or of answers may have any of these headers beside its own. */
const NONE = ['created_at', 'submitted_at'];

const UNUSED_TABLES: readonly UnusedTable[] = [
  {
    kind: 'ticket_events',
    signature: { all: ['ticket_id', 'at', 'type'], any: ['from', 'to'], atLeast: 0, none: NONE },
    reason: 'unused_ticket_events',
  },
  {
    kind: 'touchpoints',
    signature: { all: ['customer_id', 'at', 'stage'], any: ['department', 'initiated_by'], atLeast: 0, none: NONE },
    reason: 'unused_touchpoints',
  },
  {
    kind: 'actions',
    signature: { all: ['response_id', 'action_at', 'action'], any: ['owner'], atLeast: 0, none: NONE },
    reason: 'unused_actions',
  },
];

/** The table whose headers these are, of several the one with most of its own headers; null = none. */
export function unusedTable(header: HeaderRow): UnusedTable | null {
  const [best] = UNUSED_TABLES.map((table) => ({ table, found: strength(table.signature, header) }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found);
  return best?.table ?? null;
}

/** By what a table was recognised, in words. */
export function unusedHow({ signature }: UnusedTable, header: HeaderRow): string {
  return `has the headers ${witnesses(signature, header).join(', ')}; no test uses such a table yet`;
}
