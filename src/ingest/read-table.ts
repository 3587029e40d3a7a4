/**
 * One file, from bytes to typed columns and an account of every row.
 */
import { isTimeZone, zoneClock } from '../calendar/zone.ts';
import { Mistake } from '../config/mistake.ts';
import type { CategoryColumn, ColumnType, ColumnTypes } from '../dataset/column.ts';
import type { AnyTablePart } from '../dataset/part.ts';
import { balanced, type FileAccount } from './account.ts';
import type { KnownExport } from './assign.ts';
import { clockNotes } from './clock-check.ts';
import { type DraftTable, finishDraft } from './draft.ts';
import { capNotes } from './export-cap.ts';
import { Faults } from './faults.ts';
import { retiredIds } from './final-reasons.ts';
import { foldRows } from './fold.ts';
import type { Recognised, TableMapping } from './formats/format.ts';
import { mappedFormat } from './formats/mapped.ts';
import { unusedTable } from './formats/unused.ts';
import { itemAnswers } from './item-answers.ts';
import { keptColumns } from './kept-columns.ts';
import type { Lookup } from './lookup.ts';
import { type OpenTable, openTable } from './open-table.ts';
import { OWN_ID, planTable, type TablePlan } from './plan.ts';
import { readUnused } from './read-unused.ts';
import { type Judgement, keptRows, ReasonCounts, reasonCode } from './reasons.ts';
import { recognise } from './recognise.ts';
import { refuseWithoutScore } from './refuse-without-score.ts';
import { judgeRows } from './rules/judge.ts';
import { settleStates } from './settle-states.ts';
import { TableRows } from './structure.ts';
import { type TicketsByDay, ticketsByDay } from './tickets-by-day.ts';
import { LocalTimes } from './values/local-time.ts';
import { writtenAs } from './written-as.ts';

/** What one file contributes, before it has a place among the others. */
export interface FileResult {
  /** Null for a table that nothing uses. */
  readonly part: Omit<AnyTablePart, 'file'> | null;
  readonly account: FileAccount;
}

export interface ReadOptions {
  /** Relative to the data folder. */
  readonly path: string;
  /** SHA-256 of the bytes. */
  readonly digest: string;
  /** The sheet of a workbook that the bytes were written from. */
  readonly sheet?: string;
  /** What `sources.yaml` says about the file; null when its headers must tell. */
  readonly mapping: TableMapping | null;
  /** What it declares of an export that its headers tell; null = nothing. */
  readonly known: KnownExport | null;
  /** The report's zone. */
  readonly timeZone: string;
  /** Key of the hashes of identifiers. */
  readonly idKey: bigint;
  lookup(file: string, key: string, value: string): Lookup;
}

/** @throws Mistake or Mistakes for everything in the file that a user has to mend. */
export function readTable(bytes: Uint8Array, options: ReadOptions): FileResult {
  const { path } = options;
  const source = openTable(bytes, path, options.mapping ?? {});
  const unused = options.mapping === null && options.known?.format === undefined ? unusedTable(source.header) : null;
  if (unused !== null) return { part: null, account: readUnused(source, unused, options) };
  const recognised = recognisedAs(options, source);
  const { mapping } = recognised;
  const zone = mapping.time_zone ?? zoneInFile(path, source) ?? options.timeZone;
  const faults = new Faults();
  const plan = planTable(mapping, {
    file: { path, header: source.header, lookup: options.lookup },
    faults,
    local: new LocalTimes(zoneClock(zone)),
    decimalComma: source.delimiter !== ',',
    idKey: options.idKey,
  });

  const counts = new ReasonCounts();
  const { read, numbers } = readRecords(path, source, plan, counts);
  refuseWithoutScore(path, source, plan, recognised, numbers.length);
  const finished = finishDraft(path, plan, numbers.length, faults);
  const byDay = datedByDay(mapping, finished, zone);
  const { draft, notes } = settled(byDay === null ? finished : withColumns(finished, { dated_by_day: byDay.flag }));
  const judgement = judgeRows(plan.table, draft);
  if (mapping.kind === 'tickets' && mapping.fold !== undefined) {
    foldRows(draft.columns, mapping.fold, judgement, reasonCode('earlier_update'));
  }
  const kept = keptRows(judgement, numbers, counts);
  const own = draft.column(OWN_ID[plan.table], 'id');
  const retired = retiredIds(own, judgement, plan.retired?.finish() ?? null);
  const part = {
    table: plan.table,
    rows: kept?.length ?? draft.rows,
    record: kept === null ? numbers : Uint32Array.from(kept, (row) => numbers[row] as number),
    columns: keptColumns(plan.table, draft.columns, kept),
    items: plan.items.map((group, index) => itemAnswers(group, draft.answers[index] as Float64Array[], kept)),
    clock: mapping.kind === 'tickets' ? mapping.clock : 'calendar',
    deduplicate: mapping.deduplicate,
    ...(retired === null ? {} : { retired }),
  } as Omit<AnyTablePart, 'file'>;
  const rowsInFile = read - counts.countOf('blank', 'repeated_header', 'footer');
  const { names } = source.header;
  const account = balanced({
    path,
    kind: plan.table,
    format: recognised.format,
    recognised: recognised.how,
    ...writtenAs(source, options.sheet),
    ...zoneAccount(draft, zone, zoneSource(recognised, options, source)),
    read,
    kept: part.rows,
    setAside: counts.list(),
    missing: missingCounts(plan),
    used: names.filter((_, position) => plan.used.has(position)),
    ignored: names.filter((name, position) => name !== '' && !plan.used.has(position)),
    digest: options.digest,
    notes: unique([
      ...recognised.notes,
      ...(options.sheet === undefined ? [] : [`the sheet “${options.sheet}” of a workbook`]),
      ...source.notes(),
      ...capNotes(rowsInFile),
      ...draft.notes,
      ...notes,
      ...(byDay?.notes ?? []),
      ...partialNotes(draft, judgement),
      ...[...plan.columns.values()].flatMap((reader) => reader.notes?.() ?? []),
      ...(mapping.kind === 'tickets' && mapping.clock === 'calendar' ? clockNotes(draft.columns) : []),
    ]),
  });
  return { part, account };
}

function datedByDay(mapping: TableMapping, draft: DraftTable, zone: string): TicketsByDay | null {
  if (mapping.kind !== 'tickets') return null;
  return ticketsByDay(draft.columns, draft.datesOf, mapping.midnight === 'date' ? zone : null);
}

/** A column may be read for two fields: what is said of it is said once. */
function unique(notes: readonly string[]): string[] {
  return [...new Set(notes)];
}

/** The zone that the header names, when it is one. */
function zoneInFile(file: string, { timeZone }: OpenTable): string | undefined {
  if (timeZone === undefined || isTimeZone(timeZone)) return timeZone;
  throw new Mistake({
    what: 'The header names a time zone that is not known',
    file,
    field: 'the header',
    found: timeZone,
    expected: 'an IANA name such as Europe/London',
    remedy: 'Say in sources.yaml in which `time_zone` the times of this file are.',
  });
}

/** Who says in which zone the file's times are. */
function zoneSource({ mapping }: Recognised, { mapping: mapped, known }: ReadOptions, source: OpenTable): string {
  if (mapping.time_zone === undefined)
    return source.timeZone === undefined ? 'the report’s zone' : 'written in the file';
  return mapped !== null || known?.time_zone !== undefined ? 'sources.yaml' : 'as this kind of export writes them';
}

/** How the file is read: as an entry of `sources.yaml` maps it, or as its headers tell and an entry completes. */
function recognisedAs({ path, mapping, known }: ReadOptions, { header, sample }: OpenTable): Recognised {
  if (mapping !== null) return mappedFormat(mapping);
  const recognised = recognise(path, { header, sample }, known?.format);
  if (known === null) return recognised;
  const { keep, format: _, kind: __, scores, ...declared } = known;
  const written = Object.fromEntries(Object.entries(declared).filter(([, value]) => value !== undefined));
  const set_aside = recognised.mapping.set_aside.filter(({ reason }) => !keep.includes(reason));
  const completed = { ...recognised.mapping, ...written, set_aside };
  if (scores === undefined || completed.kind === 'customers') return { ...recognised, mapping: completed };
  return { ...recognised, mapping: { ...completed, fields: { ...completed.fields, ...scores } } as TableMapping };
}

/** The draft with every ticket in a state of ours. */
function settled(draft: DraftTable): { draft: DraftTable; notes: readonly string[] } {
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

/** Answers that were not completed but hold a score count; how many, readers are told. */
function partialNotes(draft: DraftTable, judgement: Judgement): string[] {
  const completed = draft.columns.completed as Int8Array | undefined;
  if (completed === undefined) return [];
  let partial = 0;
  for (let row = 0; row < completed.length; row++) if (completed[row] === 0 && judgement[row] === 0) partial++;
  return partial === 0 ? [] : [`partial answers that hold a score and count: ${partial}`];
}

/** Feeds all rows to the readers; gives how many records were read and the record number of each row. */
function readRecords(
  file: string,
  source: OpenTable,
  plan: TablePlan,
  counts: ReasonCounts,
): { read: number; numbers: Uint32Array } {
  const table = new TableRows(file, source, counts);
  const readers = [...plan.columns.values(), ...plan.items.flatMap((group) => group.items.map((item) => item.reader))];
  const numbers: Uint32Array[] = [];
  let read = 0;
  let rows = 0;
  for (const batch of source.batches) {
    const { kept: taken, retired } = plan.rules.sift(table.take(batch), counts);
    plan.retired?.append(retired);
    for (const reader of readers) reader.append(taken);
    numbers.push(taken.numbers);
    read += batch.records.length;
    rows += taken.numbers.length;
  }
  table.end();
  const all = new Uint32Array(rows);
  let offset = 0;
  for (const some of numbers) {
    all.set(some, offset);
    offset += some.length;
  }
  return { read, numbers: all };
}

function zoneAccount(draft: DraftTable, zone: string, from: string): Pick<FileAccount, 'timeZone' | 'timeZoneFrom'> {
  const { moments, zoned } = draft.shape;
  if (moments > 0 && zoned === moments)
    return { timeZone: 'offset from UTC in each cell', timeZoneFrom: 'written in the file' };
  return {
    timeZone: zone,
    timeZoneFrom: zoned === 0 ? from : `written in the file in ${zoned} of ${moments} cells, otherwise ${from}`,
  };
}

function missingCounts(plan: TablePlan): FileAccount['missing'] {
  return [
    ...[...plan.columns.values()].flatMap((reader) => reader.missing()),
    ...plan.items.flatMap((group) => group.items.flatMap((item) => item.reader.missing())),
  ];
}
