/**
 * One file, from bytes to typed columns and an account of every row.
 */
import { zoneClock } from '../calendar/zone.ts';
import { Mistake } from '../config/mistake.ts';
import type { AnyTablePart } from '../dataset/part.ts';
import { balanced, type FileAccount } from './account.ts';
import { delimiterName } from './dialect.ts';
import { type DraftTable, finishDraft } from './draft.ts';
import { Faults } from './faults.ts';
import type { TableMapping } from './formats/format.ts';
import { mappedFormat } from './formats/mapped.ts';
import { itemAnswers } from './item-answers.ts';
import { keptColumns } from './kept-columns.ts';
import type { Lookup } from './lookup.ts';
import { type OpenTable, openTable } from './open-table.ts';
import { planTable, type TablePlan } from './plan.ts';
import { keptRows, ReasonCounts } from './reasons.ts';
import { recognise } from './recognise.ts';
import { judgeRows } from './rules/judge.ts';
import { rowsOf } from './structure.ts';
import { LocalTimes } from './values/local-time.ts';

/** What one file contributes, before it has a place among the others. */
export interface FileResult {
  readonly part: Omit<AnyTablePart, 'file'>;
  readonly account: FileAccount;
}

export interface ReadOptions {
  /** Relative to the data folder. */
  readonly path: string;
  /** SHA-256 of the bytes. */
  readonly digest: string;
  /** What `sources.yaml` says about the file; null when its headers must tell. */
  readonly mapping: TableMapping | null;
  /** The report's zone. */
  readonly timeZone: string;
  lookup(file: string, key: string, value: string): Lookup;
}

/** @throws Mistake or Mistakes for everything in the file that a user has to mend. */
export function readTable(bytes: Uint8Array, options: ReadOptions): FileResult {
  const { path } = options;
  const source = openTable(bytes, path, options.mapping ?? {});
  const recognised = options.mapping === null ? recognise(path, source.header) : mappedFormat(options.mapping);
  const { mapping } = recognised;
  const zone = mapping.time_zone ?? options.timeZone;
  const faults = new Faults();
  const plan = planTable(mapping, {
    file: { path, header: source.header, lookup: options.lookup },
    faults,
    local: new LocalTimes(zoneClock(zone)),
    decimalComma: source.delimiter !== ',',
  });

  const counts = new ReasonCounts();
  const { read, numbers } = readRecords(source, plan, counts);
  const draft = finishDraft(path, plan, numbers.length, faults);
  refuseUnmeasurable(path, plan, draft);
  const kept = keptRows(judgeRows(plan.table, draft), counts);
  const part = {
    table: plan.table,
    rows: kept?.length ?? draft.rows,
    record: kept === null ? numbers : Uint32Array.from(kept, (row) => numbers[row] as number),
    columns: keptColumns(plan.table, draft.columns, kept),
    items: plan.items.map((group, index) => itemAnswers(group, draft.answers[index] as Float64Array[], kept)),
    clock: mapping.kind === 'tickets' ? mapping.clock : 'calendar',
    deduplicate: mapping.deduplicate,
  } as Omit<AnyTablePart, 'file'>;
  const { names } = source.header;
  const account = balanced({
    path,
    kind: plan.table,
    format: recognised.format,
    recognised: recognised.how,
    encoding: source.encoding,
    delimiter: delimiterName(source.delimiter),
    ...zoneAccount(draft, zone, mapping.time_zone === undefined ? 'the report’s zone' : 'sources.yaml'),
    read,
    kept: part.rows,
    setAside: counts.list(),
    missing: missingCounts(plan),
    used: names.filter((_, position) => plan.used.has(position)),
    ignored: names.filter((name, position) => name !== '' && !plan.used.has(position)),
    digest: options.digest,
    notes: [...(source.preamble > 0 ? [`records skipped above the header: ${source.preamble}`] : []), ...draft.notes],
  });
  return { part, account };
}

/** Feeds all rows to the readers; gives how many records were read and the record number of each row. */
function readRecords(source: OpenTable, plan: TablePlan, counts: ReasonCounts): { read: number; numbers: Uint32Array } {
  const readers = [...plan.columns.values(), ...plan.items.flatMap((group) => group.items.map((item) => item.reader))];
  const numbers: Uint32Array[] = [];
  let read = 0;
  let rows = 0;
  for (const batch of source.batches) {
    const taken = rowsOf(batch, source.headerCells, counts);
    for (const reader of readers) reader.append(taken);
    numbers.push(taken.numbers);
    read += batch.records.length;
    rows += taken.numbers.length;
  }
  const all = new Uint32Array(rows);
  let offset = 0;
  for (const some of numbers) {
    all.set(some, offset);
    offset += some.length;
  }
  return { read, numbers: all };
}

/**
 * Where tickets are created at a time of day but answered or resolved on a date, every ticket resolved on its first
 * day would have taken a negative time.
 */
function refuseUnmeasurable(file: string, plan: TablePlan, draft: DraftTable): void {
  if (plan.table !== 'tickets' || draft.isDateOnly('created_at')) return;
  const field = ['first_response_at', 'resolved_at'].find((name) => draft.isDateOnly(name));
  if (field === undefined) return;
  throw new Mistake({
    what: 'Times of creation have a time of day, but times of reply or resolution have none: no duration can be measured',
    file,
    field,
    expected: 'dates with times, or dates without times in both columns',
    remedy: `Export the time as well, or leave ${field} out of the mapping in sources.yaml.`,
  });
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
