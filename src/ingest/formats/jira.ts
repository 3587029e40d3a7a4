/**
 * Jira and Jira Service Management: export of issues with English headers.
 *
 * One field is spread over as many columns of the same header as an issue has values; the first counts. The display of
 * times to resolution counts working days, so the moments are read instead.
 */
import { isMostly } from './column-shape.ts';
import type { ReadFormat, TableHead } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const jira: ReadFormat = {
  id: 'jira',
  name: 'Jira export of issues',
  attested: 'a real file',
  signature: {
    all: ['issue key'],
    any: [
      'issue id',
      'issue type',
      'summary',
      'project key',
      'satisfaction rating',
      'status category',
      /^custom field \(/,
      'time to resolution',
    ],
    atLeast: 2,
  },
  fits: (head) => holdsIssueKeys(head, 'issue key'),
  mapping: ({ header }) =>
    ticketsOf(header, {
      ticket_id: 'Issue key',
      customer_id: ['Reporter Id', 'Reporter'],
      created_at: 'Created',
      updated_at: 'Updated',
      first_response_at: 'Custom field ([CHART] Date of First Response)',
      resolved_at: 'Resolved',
      due_at: 'Due date',
      status: ['Status Category', 'Status'],
      channel: ['Custom field (Request channel)', 'Custom field (Source)', 'Request channel'],
      department: ['Project name', 'Project key'],
      priority: 'Priority',
      category: ['Custom field (Request Type)', 'Issue Type'],
      segment: ['Custom field (Organizations)', 'Organizations'],
      csat: 'Satisfaction rating',
      csat_at: ['Custom field (Satisfaction date)', 'Satisfaction date'],
    }),
};

/** Keys of issues: a project in capitals, a number. */
export const ISSUE_KEY = /^[A-Z][A-Z0-9_]+-\d+$/;

/** Whether a column that the file has holds keys of issues; of a file without rows nothing else is known. */
function holdsIssueKeys({ header, sample }: TableHead, name: string): boolean {
  const [position] = header.positions(name);
  return position !== undefined && (sample.length === 0 || isMostly(sample, position, ISSUE_KEY));
}
