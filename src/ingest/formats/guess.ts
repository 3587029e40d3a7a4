/**
 * Files of no known tool that look like tickets or like answers: read as a guess, and called a guess wherever they show.
 */
import type { HeaderRow } from '../headers.ts';
import { trimmed } from '../values/text.ts';
import type { Recognised, TableHead, TableMapping } from './format.ts';
import { firstOf, responsesOf, ticketsOf } from './mapping.ts';
import { scoreColumns } from './questions.ts';

const TICKET_IDS = [
  'ticket id',
  'ticket number',
  'case number',
  'case id',
  'issue key',
  'request id',
  'ticket',
  'id',
  'number',
];
const CREATED = [
  'created at',
  'created',
  'created date',
  'created time',
  'creation date',
  'date created',
  'create date',
  'opened',
  'opened at',
];
const STATES = ['status', 'state', 'ticket status', 'case status'];
const PRIORITIES = ['priority', 'ticket priority'];
const ASSIGNEES = ['assignee', 'assigned to', 'agent', 'owner', 'assignee name', 'agent name'];
const CUSTOMERS = [
  'customer id',
  'requester id',
  'contact id',
  'user id',
  'account id',
  'customer',
  'requester',
  'email',
];
const DEPARTMENTS = ['department', 'group', 'team', 'queue'];
const CHANNELS = ['channel', 'source', 'via', 'origin'];
const ANSWERED = [
  'submitted at',
  'submitted',
  'completed at',
  'response date',
  'answered at',
  'end date',
  'timestamp',
  'date',
  'recorded date',
];

/** Null when too little points either way. */
export function guess(head: TableHead): Recognised | null {
  const mapping = asTickets(head) ?? asAnswers(head);
  if (mapping === null) return null;
  const what =
    mapping.kind === 'tickets'
      ? 'a number, a date and a state, priority or assignee'
      : 'a date and answers on a usual scale';
  return {
    format: 'guessed',
    mapping,
    how: `guessed: it has ${what}; describe it in sources.yaml to be sure`,
    notes: ['the format is guessed: check which columns were used, or describe the file in sources.yaml'],
  };
}

function asTickets({ header, sample }: TableHead): TableMapping | null {
  const has = (columns: readonly string[]) => firstOf(header, columns) !== undefined;
  if (!has(TICKET_IDS) || !holdsMoments(header, sample, CREATED) || !(has(STATES) || has(PRIORITIES) || has(ASSIGNEES)))
    return null;
  return ticketsOf(header, {
    ticket_id: TICKET_IDS,
    created_at: CREATED,
    customer_id: CUSTOMERS,
    first_response_at: ['first response at', 'first reply at', 'first responded at'],
    resolved_at: ['resolved at', 'resolved', 'solved at', 'resolved date', 'resolved time', 'completed at'],
    closed_at: ['closed at', 'closed', 'closed date', 'closed time', 'date closed'],
    updated_at: ['updated at', 'updated', 'last updated', 'last update time'],
    status: STATES,
    priority: PRIORITIES,
    department: DEPARTMENTS,
    channel: CHANNELS,
  });
}

function asAnswers(head: TableHead): TableMapping | null {
  const { header, sample } = head;
  const scores = scoreColumns(head);
  if (!holdsMoments(header, sample, ANSWERED) || Object.keys(scores).length === 0) return null;
  return responsesOf(header, {
    submitted_at: ANSWERED,
    response_id: ['response id', 'respondent id', 'submission id'],
    customer_id: CUSTOMERS,
    ticket_id: ['ticket id', 'ticket', 'case number', 'ticket number'],
    channel: CHANNELS,
    department: DEPARTMENTS,
    ...scores,
  });
}

/** Whether the file has one of the columns, and its cells look like moments. */
function holdsMoments(header: HeaderRow, sample: TableHead['sample'], columns: readonly string[]): boolean {
  const column = firstOf(header, columns);
  if (column === undefined) return false;
  const [position] = header.positions(column);
  const cells = sample.map((record) => trimmed(record[position as number] ?? '')).filter((text) => text !== '');
  return cells.length > 0 && cells.every((text) => MOMENT.test(text));
}

/** A year and something beside it, or two small numbers and something between them. */
const MOMENT = /\d{4}\D|\D\d{4}|\d{1,2}[/.-]\d{1,2}/;
