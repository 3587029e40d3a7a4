/**
 * Files that already use the field names of the canonical tables.
 */
import {
  CUSTOMER_FIELDS,
  type RESPONSE_FIELDS,
  SCORES,
  TABLES,
  type TableName,
  type TICKET_FIELDS,
} from '../../dataset/model.ts';
import type { HeaderRow } from '../headers.ts';
import type { Format, Recognised, TableMapping } from './format.ts';

const ID = 'canonical';

export const canonicalTickets: Format = {
  id: ID,
  recognise: (header) => (hasAll(header, ['ticket_id', 'created_at']) ? recognised('tickets', header) : null),
};

export const canonicalResponses: Format = {
  id: ID,
  recognise: (header) =>
    header.has('submitted_at') && SCORES.some((score) => header.has(score)) ? recognised('responses', header) : null,
};

/** Tickets and responses name customers too, so a file that is one of them is not a table of customers. */
export const canonicalCustomers: Format = {
  id: ID,
  recognise(header) {
    const facts = Object.keys(CUSTOMER_FIELDS).filter((field) => field !== 'customer_id');
    if (!header.has('customer_id') || !facts.some((field) => header.has(field))) return null;
    if (canonicalTickets.recognise(header) !== null || canonicalResponses.recognise(header) !== null) return null;
    return recognised('customers', header);
  },
};

/** Headers that a canonical table must have, for messages. */
export const CANONICAL_NEEDS: Readonly<Record<TableName, string>> = {
  tickets: 'ticket_id and created_at',
  responses: `submitted_at and one of ${SCORES.join(', ')}`,
  customers: 'customer_id and one of segment, joined_at, churned_at, renewed_at',
};

function recognised(table: TableName, header: HeaderRow): Recognised {
  return { format: ID, mapping: mappingOf(table, header), how: `has the headers ${CANONICAL_NEEDS[table]}` };
}

function mappingOf(table: TableName, header: HeaderRow): TableMapping {
  const fields = Object.fromEntries(
    Object.keys(TABLES[table])
      .filter((field) => header.has(field))
      .map((field) => [field, field]),
  );
  const common = { deduplicate: 'latest' } as const;
  if (table === 'tickets') {
    return {
      kind: table,
      clock: 'calendar',
      fields: fields as FieldsOf<typeof TICKET_FIELDS, 'ticket_id' | 'created_at'>,
      ...common,
    };
  }
  if (table === 'responses') {
    return { kind: table, fields: fields as FieldsOf<typeof RESPONSE_FIELDS, 'submitted_at'>, items: [], ...common };
  }
  return { kind: table, fields: fields as FieldsOf<typeof CUSTOMER_FIELDS, 'customer_id'>, ...common };
}

/** Each field read from the column of the same name; the recogniser has seen that the needed ones exist. */
type FieldsOf<F, Needed extends keyof F> = { [K in keyof F]?: string } & { [K in Needed]: string };

function hasAll(header: HeaderRow, names: readonly string[]): boolean {
  return names.every((name) => header.has(name));
}
