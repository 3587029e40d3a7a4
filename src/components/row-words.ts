/**
 * What became of the rows, in sentences that hold for none, one and many.
 */
import type { Report } from '../report/types/report.ts';
import { count, counted, percentage } from './amount.ts';

/** How many rows were kept, to stand after `2 files with 5,640 rows,`. */
export function keptWords(read: number, kept: number, locale: string): string {
  const aside = read - kept;
  if (aside === 0) return read === 1 ? 'which was kept' : 'all of them kept';
  const was = (rows: number) => `${count(rows, locale)} ${rows === 1 ? 'was' : 'were'}`;
  return `of which ${was(kept)} kept and ${count(aside, locale)} set aside for a named reason`;
}

/** How many responses name a ticket, and how many of these one that is in the data. */
export function ticketSentence(matching: Report['matching'], locale: string): string {
  const { responses, responsesNamingTicket: naming, responsesMatched: matched } = matching;
  if (naming === 0) return 'No survey response names a ticket.';
  const all = counted(responses, 'survey response', 'survey responses', locale);
  return (
    `Of ${all}, ${count(naming, locale)} ${naming === 1 ? 'names' : 'name'} a ticket, and ${count(matched, locale)} of ` +
    `these (${percentage(matched, naming)}) ${matched === 1 ? 'names' : 'name'} one that is in the data. ` +
    (matching.joinWithheld
      ? 'That is less than 60%, so nothing is said of responses by what their tickets hold: those that match may be unlike the others. Check whether both files write ticket numbers alike.'
      : 'Responses that match no ticket are kept: they count wherever no ticket is needed.')
  );
}

/** How many responses name their customer. */
export function customerSentence(matching: Report['matching'], locale: string): string {
  const { responses, responsesNamingCustomer: naming } = matching;
  if (naming === 0) return 'No response names its customer, so each counts as a customer of its own.';
  if (naming === responses) return 'Every response names its customer.';
  return (
    `${counted(naming, 'response names its customer', 'responses name their customer', locale)} ` +
    `(${percentage(naming, responses)}). One that does not counts as a customer of its own.`
  );
}
