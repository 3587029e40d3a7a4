/**
 * Why a metric cannot be computed: the fields that no source supplies.
 */
import { type Dataset, hasField, type Table } from '../dataset/dataset.ts';
import type { LinkedTable } from '../dataset/model.ts';

/** What readers call the exports behind a table. */
const EXPORTS: Readonly<Record<LinkedTable, string>> = {
  tickets: 'ticket export',
  responses: 'survey export',
  customers: 'customer list',
  comment_codes: 'table of codes of comments',
  ticket_events: 'table of ticket events',
  touchpoints: 'table of touchpoints',
  actions: 'table of actions on feedback',
  aspects: 'table of rated aspects',
};

/**
 * Every field that is needed and that the dataset lacks, in words; null when all needs are met.
 *
 * @param needs fields as `tickets.resolved_at`; `tickets.a | tickets.b` is met by either.
 */
export function missingField(dataset: Dataset, needs: readonly string[]): string | null {
  const missing = needs
    .map((need) => need.split('|').map((name) => fieldOf(name.trim())))
    .filter((alternatives) => !alternatives.some(({ table, field }) => isSupplied(dataset, table, field)))
    .flat();
  return missing.length === 0 ? null : words(missing);
}

interface Field {
  readonly table: LinkedTable;
  readonly field: string;
}

function fieldOf(name: string): Field {
  const [table, field] = name.split('.') as [LinkedTable, string];
  return { table, field };
}

function isSupplied(dataset: Dataset, table: LinkedTable, field: string): boolean {
  return hasField(dataset[table] as Table<LinkedTable> | null, field as never);
}

/** The fields of one table in one clause, and tables that lack the same fields in one clause too. */
function words(missing: readonly Field[]): string {
  const tables = new Map<LinkedTable, Set<string>>();
  for (const { table, field } of missing) {
    tables.set(table, (tables.get(table) ?? new Set()).add(`\`${field}\``));
  }
  const exports = new Map<string, string[]>();
  for (const [table, fields] of tables) {
    const list = enumerated([...fields], 'or');
    exports.set(list, [...(exports.get(list) ?? []), `no ${EXPORTS[table]}`]);
  }
  return Array.from(exports, ([list, names]) => `${enumerated(names, 'and')} has the field ${list}`).join(', and ');
}

/** `a`, `a or b`, `a, b or c`. */
function enumerated(names: readonly string[], word: 'and' | 'or'): string {
  const [last, ...others] = names.toReversed();
  return others.length === 0 ? `${last}` : `${others.reverse().join(', ')} ${word} ${last}`;
}
