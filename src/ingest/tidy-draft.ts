/**
 * What is derived from the columns of a file before its rows are judged: states of ours, tickets dated by the day, what
 * events lead from and to.
 */
import type { FieldMapping } from '../config/source-fields.schema.ts';
import type { CategoryColumn, ColumnType, ColumnTypes } from '../dataset/column.ts';
import type { DraftTable } from './draft.ts';
import { eventEnds } from './event-ends.ts';
import type { TableMapping } from './formats/format.ts';
import { settleStates } from './settle-states.ts';
import { ticketsByDay } from './tickets-by-day.ts';

export interface TidyDraft {
  readonly draft: DraftTable;
  /** What was decided, in words. */
  readonly notes: readonly string[];
}

export interface DraftSource {
  /** Relative to the data folder. */
  readonly file: string;
  readonly zone: string;
  /** Record number of each row. */
  readonly records: Uint32Array;
}

/** @throws Mistake or Mistakes for cells that cannot be understood together with others of their row. */
export function tidyDraft(draft: DraftTable, mapping: TableMapping, { file, zone, records }: DraftSource): TidyDraft {
  if (mapping.kind === 'ticket_events') {
    const header = (field: 'from' | 'to') => columnOf(mapping.fields[field]) ?? field;
    return { draft: withColumns(draft, eventEnds(draft, { file, records, header })), notes: [] };
  }
  if (mapping.kind !== 'tickets') return { draft, notes: [] };
  const states = settled(draft);
  const byDay = ticketsByDay(draft.columns, draft.datesOf, mapping.midnight === 'date' ? zone : null);
  if (byDay === null) return states;
  return {
    draft: withColumns(states.draft, { dated_by_day: byDay.flag }),
    notes: [...states.notes, ...byDay.notes],
  };
}

/** The header that a field is read from; undefined where it is no column. */
function columnOf(field: FieldMapping | undefined): string | undefined {
  if (typeof field === 'string') return field;
  return field !== undefined && 'column' in field ? field.column : undefined;
}

/** The draft with every ticket in a state of ours. */
function settled(draft: DraftTable): TidyDraft {
  const column = draft.columns.status as CategoryColumn | undefined;
  if (column === undefined) return { draft, notes: [] };
  const { status, notes } = settleStates(column, draft.columns);
  if (status === column) return { draft, notes };
  return { draft: withColumns(draft, { status }), notes };
}

/** The draft with some columns added or replaced. */
function withColumns(draft: DraftTable, more: Readonly<Record<string, ColumnTypes[ColumnType]>>): DraftTable {
  const columns = { ...draft.columns, ...more };
  return { ...draft, columns, column: (field: string) => columns[field] as never };
}
