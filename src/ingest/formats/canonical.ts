/**
 * Files that already use the field names of the canonical tables.
 */
import {
  COMMENT_CODE_FIELDS,
  CUSTOMER_FIELDS,
  MARGIN_FIELDS,
  SCORES,
  TABLES,
  type TableName,
} from '../../dataset/model.ts';
import type { HeaderRow } from '../headers.ts';
import type { Recognised, TableMapping } from './format.ts';

/** Headers that a canonical table must have, for messages. */
export const CANONICAL_NEEDS: Readonly<Record<TableName, string>> = {
  tickets: 'ticket_id and created_at',
  responses: `submitted_at and one of ${SCORES.join(', ')}`,
  customers: 'customer_id and one of segment, joined_at, churned_at, renewed_at',
  comment_codes: 'response_id, coder and code',
  margins: 'dimension, value and count',
};

/** The canonical tables whose headers these are: one for a file that is clear. */
export function canonicalTables(header: HeaderRow): TableName[] {
  const tables: TableName[] = [];
  if (header.has('ticket_id') && header.has('created_at')) tables.push('tickets');
  if (header.has('submitted_at') && SCORES.some((score) => header.has(score))) tables.push('responses');
  const codes = Object.keys(COMMENT_CODE_FIELDS);
  if (tables.length === 0 && codes.every((field) => header.has(field))) return ['comment_codes'];
  // Tickets and responses name customers too, so a file that is one of them is not a table of customers.
  const facts = Object.keys(CUSTOMER_FIELDS).filter((field) => field !== 'customer_id');
  const isOfCustomers = header.has('customer_id') && facts.some((field) => header.has(field));
  if (tables.length > 0) return tables;
  if (isOfCustomers) return ['customers'];
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
    margins: { kind: 'margins', fields, ...common },
  };
  return mapping[table] as TableMapping;
}
