/**
 * Files that already use the field names of the canonical tables.
 */
import { CUSTOMER_FIELDS, MARGIN_FIELDS, SCORES, TABLES, type TableName } from '../../dataset/model.ts';
import type { HeaderRow } from '../headers.ts';
import type { Recognised, TableMapping } from './format.ts';

/** Headers that a canonical table must have, for messages. */
export const CANONICAL_NEEDS: Readonly<Record<TableName, string>> = {
  tickets: 'ticket_id and created_at',
  responses: `submitted_at and one of ${SCORES.join(', ')}`,
  customers: 'customer_id and one of segment, joined_at, churned_at, renewed_at',
  comment_codes: 'response_id, coder and code',
  ticket_events: 'ticket_id, at and type',
  touchpoints: 'customer_id, at and one of stage, department, initiated_by',
  actions: 'response_id, action_at and action',
  aspects: 'response_id, aspect and score',
  margins: 'dimension, value and count',
};

/** Headers of tables that tell more of tickets and responses. */
const ATTACHED = {
  comment_codes: ['response_id', 'coder', 'code'],
  ticket_events: ['ticket_id', 'at', 'type'],
  actions: ['response_id', 'action_at', 'action'],
  aspects: ['response_id', 'aspect', 'score'],
} as const satisfies Partial<Record<TableName, readonly string[]>>;

/** The canonical tables whose headers these are: one for a file that is clear. Files of tickets or answers may have any others beside theirs. */
export function canonicalTables(header: HeaderRow): TableName[] {
  const tables: TableName[] = [];
  if (header.has('ticket_id') && header.has('created_at')) tables.push('tickets');
  if (header.has('submitted_at') && SCORES.some((score) => header.has(score))) tables.push('responses');
  if (tables.length > 0) return tables;
  const attached = (Object.keys(ATTACHED) as (keyof typeof ATTACHED)[]).filter((table) =>
    ATTACHED[table].every((field) => header.has(field)),
  );
  if (attached.length > 0) return attached;
  // Tickets, events and responses name customers too, so a file that is one of them is not a table of customers.
  if (header.has('customer_id')) {
    const hasAny = (fields: readonly string[]) => fields.some((field) => header.has(field));
    if (header.has('at') && hasAny(['stage', 'department', 'initiated_by'])) return ['touchpoints'];
    if (hasAny(Object.keys(CUSTOMER_FIELDS).filter((field) => field !== 'customer_id'))) return ['customers'];
  }
  return Object.keys(MARGIN_FIELDS).every((field) => header.has(field)) ? ['margins'] : [];
}

/** The file as the canonical table that it is: each field read from the column of the same name. */
export function canonical(table: TableName, header: HeaderRow): Recognised {
  return {
    format: 'canonical',
    mapping: mappingOf(table, header),
    how: `has the headers ${CANONICAL_NEEDS[table]}`,
    notes: [],
  };
}

function mappingOf(table: TableName, header: HeaderRow): TableMapping {
  const fields = Object.fromEntries(
    Object.keys(TABLES[table])
      .filter((field) => header.has(field))
      .map((field) => [field, field]),
  );
  const common = { deduplicate: 'latest', set_aside: [] } as const;
  // The recogniser has seen that the needed fields exist.
  const mapping: Readonly<Record<TableName, unknown>> = {
    tickets: {
      kind: 'tickets',
      clock: 'calendar',
      items: [],
      midnight: 'moment',
      unknown_states: 'refuse',
      fields,
      ...common,
    },
    responses: { kind: 'responses', items: [], fields, ...common },
    customers: { kind: 'customers', fields, ...common },
    comment_codes: { kind: 'comment_codes', fields, ...common },
    ticket_events: { kind: 'ticket_events', fields, ...common },
    touchpoints: { kind: 'touchpoints', fields, ...common },
    actions: { kind: 'actions', fields, ...common },
    aspects: { kind: 'aspects', fields, ...common },
    margins: { kind: 'margins', fields, ...common },
  };
  return mapping[table] as TableMapping;
}
