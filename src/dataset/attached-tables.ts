/**
 * The tables that tell more of tickets, responses and customers: each joined to what it tells of.
 */
import { actionsOf } from './actions.ts';
import { aspectsOf } from './aspects.ts';
import { commentCodesOf } from './comment-codes.ts';
import type { Dataset, ResponseTable, TicketTable } from './dataset.ts';
import { linkIndex } from './latest-rows.ts';
import type { TableName } from './model.ts';
import { NamedRows } from './named-rows.ts';
import type { AnyTablePart, TablePart } from './part.ts';
import { countByFile, type SetAside } from './set-aside.ts';
import type { Stacked } from './stack.ts';
import { ticketEventsOf } from './ticket-events.ts';
import { touchpointsOf } from './touchpoints.ts';

export interface AttachedTo {
  readonly responses: {
    readonly stacked: Stacked<'responses'>;
    /** Stacked rows that stay. */
    readonly kept: Int32Array;
    /** Row in the table of each stacked row; -1 = it stays out. */
    readonly position: Int32Array;
    readonly table: ResponseTable | null;
  };
  readonly tickets: { readonly named: NamedRows; readonly table: TicketTable | null };
  readonly touched: {
    readonly stacked: Stacked<'touchpoints'>;
    /** Number of each row's customer. */
    readonly customer: Int32Array;
    readonly customerCount: number;
  };
}

export interface Attached {
  readonly tables: Pick<Dataset, 'comment_codes' | 'ticket_events' | 'touchpoints' | 'actions' | 'aspects'>;
  readonly setAside: readonly SetAside[];
}

export function attachedTables(parts: readonly AnyTablePart[], { responses, tickets, touched }: AttachedTo): Attached {
  const { stacked, kept, position, table } = responses;
  const ids = stacked.columns.response_id;
  const named = new NamedRows(ids === undefined ? null : linkIndex(ids, kept), position);
  const codes = commentCodesOf(partsOf('comment_codes', parts), named, table);
  const aspects = aspectsOf(partsOf('aspects', parts), { stacked, position, named, table });
  const actions = actionsOf(partsOf('actions', parts), named, table);
  const events = ticketEventsOf(partsOf('ticket_events', parts), tickets.named, tickets.table);
  const touchpoints = touchpointsOf(touched.stacked, touched.customer, touched.customerCount);
  return {
    tables: {
      comment_codes: codes.table,
      ticket_events: events.table,
      touchpoints: touchpoints.table,
      actions: actions.table,
      aspects: aspects.table,
    },
    setAside: [
      ...countByFile(codes.stacked, codes.unmatched, 'a code of a comment that is not in the data'),
      ...countByFile(codes.stacked, codes.repeated, 'a code that appears again'),
      ...countByFile(codes.stacked, codes.contradictory, 'two codes of one kind of one coder for the same comment'),
      ...countByFile(events.stacked, events.unmatched, 'an event of a ticket that is not in the data'),
      ...countByFile(events.stacked, events.repeated, 'an event that appears again'),
      ...countByFile(touchpoints.stacked, touchpoints.repeated, 'a touchpoint that appears again'),
      ...countByFile(actions.stacked, actions.unmatched, 'an action on a response that is not in the data'),
      ...countByFile(actions.stacked, actions.repeated, 'an action that appears again'),
      ...countByFile(aspects.stacked, aspects.unmatched, 'a rating in a response that is not in the data'),
      ...countByFile(aspects.stacked, aspects.repeated, 'a rating that appears again'),
      ...countByFile(aspects.stacked, aspects.contradictory, 'two ratings of one aspect in the same response'),
    ],
  };
}

export function partsOf<T extends TableName>(table: T, parts: readonly AnyTablePart[]): TablePart<T>[] {
  return parts.filter((part) => part.table === table) as unknown as TablePart<T>[];
}
