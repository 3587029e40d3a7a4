/**
 * Jira and Jira Service Management: export of issues with English headers.
 *
 * One field is spread over as many columns of the same header as an issue has values; the first counts. The display of
 * times to resolution counts working days, so the moments are read instead.
 */
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

/** Most, not all: a broken line must not hide what a file is. */
const MOST = 0.9;

/** Whether the column named, or without a name any column next to one of whole numbers, holds keys of issues. */
export function holdsIssueKeys({ header, sample }: TableHead, name: string): boolean {
  const [position] = header.positions(name);
  return position !== undefined && (sample.length === 0 || shareOf(sample, position, ISSUE_KEY) >= MOST);
}

/** Share of the filled cells of a column that have a shape; 0 where none is filled. */
export function shareOf(sample: TableHead['sample'], position: number, shape: RegExp): number {
  const filled = sample.map((cells) => (cells[position] ?? '').trim()).filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter((cell) => shape.test(cell)).length / filled.length;
}
