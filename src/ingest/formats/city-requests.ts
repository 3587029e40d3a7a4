/**
 * Service requests of cities, published as open data: New York 311 and Boston 311.
 */
import type { ReadFormat } from './format.ts';
import { ticketsOf } from './mapping.ts';

export const nyc311: ReadFormat = {
  id: 'nyc-311',
  name: 'New York 311 service requests',
  attested: 'a real file',
  signature: {
    all: ['unique key', 'complaint type', 'descriptor'],
    any: ['open data channel type', 'resolution description', 'agency', 'created date', 'borough'],
  },
  mapping: ({ header }) =>
    ticketsOf(
      header,
      {
        ticket_id: 'Unique Key',
        created_at: 'Created Date',
        updated_at: 'Resolution Action Updated Date',
        resolved_at: 'Closed Date',
        closed_at: 'Closed Date',
        due_at: 'Due Date',
        status: 'Status',
        channel: { column: 'Open Data Channel Type', missing: ['UNKNOWN'] },
        department: 'Agency',
        category: 'Complaint Type',
        segment: { column: 'Borough', missing: ['Unspecified'] },
      },
      // Agencies that close by the day write midnight.
      { time_zone: 'America/New_York', date_order: 'mdy', midnight: 'date' },
    ),
};

export const boston311: ReadFormat = {
  id: 'boston-311',
  name: 'Boston 311 service requests',
  attested: 'a real file',
  signature: {
    all: ['case_enquiry_id', 'open_dt', 'case_status'],
    any: ['ontime', 'closure_reason', 'target_dt', 'closed_dt', 'case_title'],
  },
  mapping: ({ header }) =>
    ticketsOf(
      header,
      {
        ticket_id: 'case_enquiry_id',
        created_at: 'open_dt',
        resolved_at: 'closed_dt',
        closed_at: 'closed_dt',
        due_at: ['target_dt', 'sla_target_dt'],
        status: 'case_status',
        channel: 'source',
        department: 'department',
        category: ['type', 'reason'],
        segment: 'neighborhood',
        sla_met: { column: ['ontime', 'on_time'], values: { ONTIME: 'yes', OVERDUE: 'no' } },
      },
      {
        time_zone: 'America/New_York',
        set_aside: [{ column: 'closure_reason', contains: 'Duplicate of Existing Case', reason: 'duplicate' }],
      },
    ),
};
