import { describe, expect, test } from 'vitest';
import { customerSentence, keptWords, ticketSentence } from './row-words.ts';

const matching = (responses: number, responsesNamingTicket: number, responsesMatched: number, customers: number) => ({
  responses,
  responsesNamingTicket,
  responsesMatched,
  responsesNamingCustomer: customers,
  joinWithheld: responsesMatched < 0.6 * responsesNamingTicket,
});

describe('what became of the rows', () => {
  test.each([
    [1, 1, 'which was kept'],
    [300, 300, 'all of them kept'],
    [300, 299, 'of which 299 were kept and 1 set aside for a named reason'],
    [2, 1, 'of which 1 was kept and 1 set aside for a named reason'],
  ])('of %d rows %d', (read, kept, words) => expect(keptWords(read, kept, 'en-GB')).toBe(words));
});

describe('how answers meet', () => {
  test('tickets', () => {
    expect(ticketSentence(matching(1, 0, 0, 0), 'en-GB')).toBe('No survey response names a ticket.');
    expect(ticketSentence(matching(9, 4, 1, 0), 'en-GB')).toMatch(
      /^Of 9 survey responses, 4 name a ticket, and 1 of these \(25%\) names one that is in the data\./,
    );
  });

  test('customers', () => {
    expect(customerSentence(matching(9, 0, 0, 0), 'en-GB')).toMatch(/^No response names its customer/);
    expect(customerSentence(matching(9, 0, 0, 9), 'en-GB')).toBe('Every response names its customer.');
    expect(customerSentence(matching(9, 0, 0, 3), 'en-GB')).toMatch(/^3 responses name their customer \(33%\)\./);
  });
});
