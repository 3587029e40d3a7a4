/**
 * Which tickets are solved and which are open, read once per dataset.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { openTickets, solvedTickets } from '../../dataset/promise.ts';
import { once } from '../once.ts';

export interface TicketStates {
  /** 1 = solved or closed. */
  readonly solved: Uint8Array;
  /** 1 = open: neither solved nor cancelled. */
  readonly open: Uint8Array;
}

/** The state of every ticket; a ticket that is neither solved nor open was cancelled. */
export const ticketStates = once(({ tickets }: Dataset): TicketStates => {
  if (tickets === null) return { solved: new Uint8Array(0), open: new Uint8Array(0) };
  return { solved: solvedTickets(tickets), open: openTickets(tickets) };
});
