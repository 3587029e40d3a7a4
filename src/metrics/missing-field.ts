/**
 * Why a metric cannot be computed: the field that no source supplies.
 */
import { type Dataset, hasField, type Table } from '../dataset/dataset.ts';
import type { TableName } from '../dataset/model.ts';

/** What readers call the exports behind a table. */
const EXPORTS: Readonly<Record<TableName, string>> = {
  tickets: 'ticket export',
  responses: 'survey export',
  customers: 'customer list',
};

/**
 * The first need that the dataset does not meet, in words; null when all are met.
 *
 * @param needs fields as `tickets.resolved_at`; `tickets.a | tickets.b` is met by either.
 */
export function missingField(dataset: Dataset, needs: readonly string[]): string | null {
  for (const need of needs) {
    const alternatives = need.split('|').map((name) => fieldOf(name.trim()));
    if (!alternatives.some(({ table, field }) => isSupplied(dataset, table, field))) return words(alternatives);
  }
  return null;
}

interface Field {
  readonly table: TableName;
  readonly field: string;
}

function fieldOf(name: string): Field {
  const [table, field] = name.split('.') as [TableName, string];
  return { table, field };
}

function isSupplied(dataset: Dataset, table: TableName, field: string): boolean {
  return hasField(dataset[table] as Table<TableName> | null, field as never);
}

function words(alternatives: readonly Field[]): string {
  const parts = alternatives.map(({ table, field }) => `no ${EXPORTS[table]} has the field \`${field}\``);
  return parts.join(' and ');
}
