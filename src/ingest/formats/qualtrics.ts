/**
 * Qualtrics: exports of responses, with three header rows, two, or one.
 *
 * Which question is which is not in the file: a score has to be named in `sources.yaml`, unless Qualtrics marks it as
 * NPS or the header says what it asks.
 */
import type { ReadFormat, TableHead, TableMapping } from './format.ts';
import { responsesOf } from './mapping.ts';
import { scoreColumns } from './questions.ts';

export const qualtrics: ReadFormat = {
  id: 'qualtrics',
  name: 'Qualtrics export of responses',
  attested: 'a real file',
  signature: {
    all: ['responseid', 'finished'],
    any: [
      'recordeddate',
      'distributionchannel',
      'duration (in seconds)',
      'progress',
      'enddate',
      'userlanguage',
      'status',
      'responseset',
      'externaldatareference',
      'externalreference',
    ],
    atLeast: 2,
  },
  mapping: (head) => qualtricsResponses(head),
  notes: () => ['answers of -99 are questions that were seen and not answered'],
};

function qualtricsResponses(head: TableHead): TableMapping {
  return responsesOf(
    head.header,
    {
      response_id: 'ResponseId',
      submitted_at: ['RecordedDate', 'EndDate'],
      customer_id: ['ExternalReference', 'ExternalDataReference', 'RecipientEmail', 'EmailAddress'],
      ticket_id: ['ticketId', 'ticket_id', 'Ticket ID'],
      channel: 'DistributionChannel',
      segment: 'segment',
      completed: 'Finished',
      ...scoreColumns(head, { '-99': 'seen, not answered' }),
    },
    {
      set_aside: [
        { column: 'Status', is: ['1', 'Survey Preview'], reason: 'preview' },
        { column: 'Status', is: ['2', 'Survey Test'], reason: 'test' },
        { column: 'Status', is: ['8', '9', '12', 'Spam', 'Survey Preview Spam', 'Imported Spam'], reason: 'spam' },
        { column: 'DistributionChannel', is: ['preview'], reason: 'preview' },
        { column: 'Q_BallotBoxStuffing', is: ['true', '1'], reason: 'duplicate' },
      ],
    },
  );
}
