/**
 * The rows of the demo as its tests ask for them: answers by what they say, tickets by what came after.
 */
import type { Response } from './answers.ts';
import { DAY } from './clock.ts';
import { createDemo, DEFAULT_SEED } from './generate.ts';
import { EXPORT_END, type Ticket } from './tickets.ts';

export const demo = createDemo(DEFAULT_SEED);
const { tickets, responses } = demo;

export type Answer = Response & { readonly submittedAt: number };
export const answers = responses.filter((response): response is Answer => response.submittedAt !== null);
export const ratings = answers.filter((answer) => answer.csat !== null);
export const relationships = answers.filter((answer) => answer.nps !== null);

export const satisfied = (answer: Response) => Number((answer.csat as number) >= 4);
export const recommends = (answer: Response) =>
  (answer.nps as number) >= 9 ? 100 : (answer.nps as number) <= 6 ? -100 : 0;

/** Solved tickets of customers whose seven days after the solution are over. */
export const mature = tickets.filter(
  (ticket): ticket is Ticket & { readonly resolvedAt: number } =>
    ticket.resolvedAt !== null && !ticket.proactive && ticket.resolvedAt + 7 * DAY <= EXPORT_END,
);
export const contactsOf = Map.groupBy(
  tickets.filter((ticket) => ticket.named && !ticket.proactive),
  (ticket) => ticket.customer,
);
export type Mature = (typeof mature)[number];

/** Whether the same customer was in touch again within seven days of the solution. */
export function comesBack(ticket: Mature): boolean {
  const contacts = ticket.named ? (contactsOf.get(ticket.customer) ?? []) : [];
  return contacts.some(({ createdAt }) => createdAt > ticket.resolvedAt && createdAt <= ticket.resolvedAt + 7 * DAY);
}

export const atFirstContact = (ticket: Mature) => Number(ticket.reopens === 0 && !comesBack(ticket));
