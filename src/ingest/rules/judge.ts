/**
 * Which rows of a table are set aside, and why.
 */
import type { TableName } from '../../dataset/model.ts';
import type { Judgement } from '../reasons.ts';
import { judgeActions } from './actions.ts';
import { judgeAspects } from './aspects.ts';
import { judgeCommentCodes } from './comment-codes.ts';
import { judgeCustomers } from './customers.ts';
import type { Draft } from './draft.ts';
import { judgeMargins } from './margins.ts';
import { judgeResponses } from './responses.ts';
import { judgeTicketEvents } from './ticket-events.ts';
import { judgeTickets } from './tickets.ts';
import { judgeTouchpoints } from './touchpoints.ts';

const JUDGES: Readonly<Record<TableName, (draft: Draft) => Judgement>> = {
  tickets: judgeTickets,
  responses: judgeResponses,
  customers: judgeCustomers,
  comment_codes: judgeCommentCodes,
  ticket_events: judgeTicketEvents,
  touchpoints: judgeTouchpoints,
  actions: judgeActions,
  aspects: judgeAspects,
  margins: judgeMargins,
};

/** One byte per row: 0 = kept, otherwise the code of the first reason that holds. */
export function judgeRows(table: TableName, draft: Draft): Judgement {
  return JUDGES[table](draft);
}
