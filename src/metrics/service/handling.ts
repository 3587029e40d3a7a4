/**
 * Who dealt with a ticket: a person, a bot, or both.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import type { TicketEventType } from '../../dataset/model.ts';
import { once } from '../once.ts';

/** Fields that tell who dealt with tickets. */
export const HANDLING_FIELDS = 'tickets.automated | ticket_events.type';

export const HANDLED_BY = { human: 0, bot: 1, mixed: 2, unknown: -1 } as const;

/**
 * Of every ticket its code of `HANDLED_BY`.
 *
 * What the export marks as automated, and what a bot wrote in, was a bot's; where a person wrote in it as well, or where
 * a bot wrote although the ticket is marked as not automated, both dealt with it. Tickets of which neither a mark nor a
 * message is known are unknown.
 */
export const handlingOf = once((dataset: Dataset): Int8Array => {
  const { tickets } = dataset;
  if (tickets === null) return new Int8Array(0);
  const { automated } = tickets.columns;
  const wrote = (type: TicketEventType) => ticketsWith(dataset, type);
  const [bots, people] = [wrote('bot_message'), wrote('agent_message')];
  return Int8Array.from({ length: tickets.rows }, (_, row) => {
    const mark = automated?.[row] ?? -1;
    const hadBot = mark === 1 || bots[row] === 1;
    const hadHuman = people[row] === 1 || mark === 0;
    if (hadBot) return hadHuman ? HANDLED_BY.mixed : HANDLED_BY.bot;
    return hadHuman ? HANDLED_BY.human : HANDLED_BY.unknown;
  });
});

/** 1 for every ticket with an event of the type. */
export function ticketsWith({ tickets, ticket_events: events }: Dataset, type: TicketEventType): Uint8Array {
  const found = new Uint8Array(tickets?.rows ?? 0);
  const column = events?.columns.type;
  const code = column?.values.indexOf(type) ?? -1;
  if (events === null || column === undefined || code < 0) return found;
  for (let row = 0; row < events.rows; row++) {
    if (column.codes[row] === code) found[events.ticket[row] as number] = 1;
  }
  return found;
}
