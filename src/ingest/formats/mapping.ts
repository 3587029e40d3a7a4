/**
 * Writing the mapping of a tool's export: columns that a file lacks drop out.
 */
import type { DurationUnit, ItemMapping } from '../../config/source-fields.schema.ts';
import type { RowRule } from '../../config/sources.schema.ts';
import type { RESPONSE_FIELDS, TICKET_FIELDS } from '../../dataset/model.ts';
import type { HeaderRow } from '../headers.ts';
import type { TableMapping } from './format.ts';

/** A column, or several of which the first that the file has is taken: once for the file, never row by row. */
export type Columns = string | readonly string[];

/** A column with what `sources.yaml` can say about one. */
export interface ColumnDraft {
  readonly column: Columns;
  readonly nth?: number;
  readonly values?: Readonly<Record<string, string>>;
  /** What words mean that `values` does not list. */
  readonly otherwise?: string;
  /** Of moments: the column that is read where this one is blank. Drops out where the file lacks it. */
  readonly or?: string;
  /** Of yes and no: what a blank cell means. */
  readonly blank?: 'yes' | 'no';
  /** Codes that mean "no value"; of answers, with their meaning. */
  readonly missing?: readonly string[] | Readonly<Record<string, string>>;
  readonly unit?: DurationUnit;
  readonly subtract?: number;
  readonly unix?: 'seconds' | 'milliseconds';
  readonly scale?: {
    readonly min: number;
    readonly max: number;
    readonly direction: 'up' | 'down';
    readonly positive_from?: number;
  };
  readonly labels?: Readonly<Record<string, number>>;
  readonly when?: { readonly column: string; readonly is: readonly string[] };
}

/** Where a field comes from. */
export type Draft = Columns | { readonly constant: string } | ColumnDraft;

type TicketDrafts = { readonly [F in keyof typeof TICKET_FIELDS]?: Draft };
type ResponseDrafts = { readonly [F in keyof typeof RESPONSE_FIELDS]?: Draft };

type Of<K extends TableMapping['kind']> = Extract<TableMapping, { kind: K }>;
type Options<K extends TableMapping['kind']> = Partial<Omit<Of<K>, 'kind' | 'fields' | 'set_aside'>> & {
  /** Rules about columns that the file lacks drop out too. */
  readonly set_aside?: readonly RowRule[];
};

/** A mapping of tickets. Words that a team gave a status of its own are taken as they come. */
export function ticketsOf(header: HeaderRow, fields: TicketDrafts, options: Options<'tickets'> = {}): TableMapping {
  return {
    kind: 'tickets',
    clock: 'calendar',
    deduplicate: 'latest',
    items: [],
    midnight: 'moment',
    unknown_states: 'open_until_end',
    ...options,
    set_aside: rulesFor(header, options.set_aside),
    fields: present(header, fields) as Of<'tickets'>['fields'],
  };
}

/** A mapping of answers. */
export function responsesOf(
  header: HeaderRow,
  fields: ResponseDrafts,
  options: Options<'responses'> = {},
): TableMapping {
  return {
    kind: 'responses',
    deduplicate: 'latest',
    items: [] as ItemMapping[],
    ...options,
    set_aside: rulesFor(header, options.set_aside),
    fields: present(header, fields) as Of<'responses'>['fields'],
  };
}

function present(header: HeaderRow, drafts: Readonly<Record<string, Draft | undefined>>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [field, draft] of Object.entries(drafts)) {
    const mapping = draft === undefined ? undefined : mappingOf(header, draft);
    if (mapping !== undefined) fields[field] = mapping;
  }
  return fields;
}

function mappingOf(header: HeaderRow, draft: Draft): unknown {
  if (typeof draft === 'string' || Array.isArray(draft)) {
    const column = firstOf(header, draft as Columns);
    return column === undefined ? undefined : { column, nth: 1 };
  }
  if (!('column' in draft)) return draft;
  const column = firstOf(header, draft.column);
  if (column === undefined) return undefined;
  const { or, ...rest } = draft;
  return { nth: 1, ...rest, column, ...(or !== undefined && header.has(or) ? { or } : {}) };
}

/** The first of the columns that the file has, as the file writes it. */
export function firstOf(header: HeaderRow, columns: Columns): string | undefined {
  const found = (typeof columns === 'string' ? [columns] : columns).find((column) => header.has(column));
  return found === undefined ? undefined : header.names[header.positions(found)[0] as number];
}

function rulesFor(header: HeaderRow, rules: readonly RowRule[] = []): RowRule[] {
  return rules.filter((rule) => header.has(rule.column));
}
