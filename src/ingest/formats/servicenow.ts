/**
 * ServiceNow: export of incidents, or of the log of their updates.
 *
 * Several rows may tell of one incident; the last by time of update counts. A CSV with field names holds moments as the
 * database stores them, in UTC; only exports in that form are taken to be so.
 */

import { shareOf } from './column-shape.ts';
import type { ReadFormat, TableHead } from './format.ts';
import { firstOf, ticketsOf } from './mapping.ts';

/** How the log of updates writes a blank. */
const UNKNOWN = ['?'];

const STATES = {
  '1': 'New',
  '2': 'In Progress',
  '3': 'On Hold',
  '6': 'Resolved',
  '7': 'Closed',
  '8': 'Canceled',
  '-100': 'On Hold',
};

export const servicenow: ReadFormat = {
  id: 'servicenow',
  name: 'ServiceNow export of incidents',
  attested: 'a real file',
  signature: {
    all: ['number', 'opened_at'],
    any: [
      'incident_state',
      'state',
      'reassignment_count',
      'reopen_count',
      'made_sla',
      'assignment_group',
      'sys_updated_at',
      'sys_updated_on',
      'caller_id',
    ],
    atLeast: 2,
  },
  mapping: (head) => incidents(head),
  notes: ({ header }) =>
    firstOf(header, ['sys_updated_at', 'sys_updated_on']) === undefined
      ? []
      : ['several rows of one incident are its updates: the last one counts'],
};

export const servicenowLabels: ReadFormat = {
  id: 'servicenow-labels',
  name: 'ServiceNow export of incidents, by their labels',
  attested: 'the tool’s documentation',
  signature: {
    all: ['number', 'opened', 'short description'],
    any: ['assignment group', 'caller', 'state', 'incident state', 'assigned to', 'updated'],
  },
  mapping: (head) => incidents(head),
};

function incidents(head: TableHead) {
  const { header } = head;
  return ticketsOf(
    header,
    {
      ticket_id: 'number',
      customer_id: ['caller_id', 'Caller'],
      created_at: ['opened_at', 'Opened'],
      updated_at: ['sys_updated_at', 'sys_updated_on', 'Updated'],
      resolved_at: ['resolved_at', 'Resolved'],
      closed_at: ['closed_at', 'Closed'],
      ...(firstOf(header, ['resolved_at', 'Resolved']) === undefined
        ? { resolution_minutes: { column: 'calendar_stc', unit: 'seconds' } }
        : {}),
      status: { column: ['incident_state', 'state', 'Incident state', 'State'], values: STATES },
      channel: { column: ['contact_type', 'Contact type', 'Channel'], missing: UNKNOWN },
      department: { column: ['assignment_group', 'Assignment group'], missing: UNKNOWN },
      priority: { column: ['priority', 'Priority'], missing: UNKNOWN },
      category: { column: ['category', 'Category'], missing: UNKNOWN },
      reopens: ['reopen_count', 'Reopen count'],
      transfers: ['reassignment_count', 'Reassignment count'],
      sla_met: ['made_sla', 'Made SLA'],
    },
    { fold: ['created_at'], ...(isStoredForm(head) ? { time_zone: 'UTC' } : {}) },
  );
}

/** Field names, and moments as the database stores them. */
function isStoredForm({ header, sample }: TableHead): boolean {
  const [position] = header.positions('opened_at');
  return position !== undefined && shareOf(sample, position, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) === 1;
}
