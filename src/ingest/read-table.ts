/**
 * One file, from bytes to typed columns and an account of every row.
 */
import { zoneClock } from '../calendar/zone.ts';
import type { AnyTablePart } from '../dataset/part.ts';
import { balanced, type FileAccount } from './account.ts';
import { clockNotes } from './clock-check.ts';
import { type DraftTable, finishDraft } from './draft.ts';
import { capNotes } from './export-cap.ts';
import { Faults } from './faults.ts';
import { fileZone, zoneAccount } from './file-zone.ts';
import { retiredIds } from './final-reasons.ts';
import { foldRows } from './fold.ts';
import { answersOf } from './item-answers.ts';
import { keptColumns } from './kept-columns.ts';
import type { Lookup } from './lookup.ts';
import { openTable } from './open-table.ts';
import { OWN_ID, planTable, type TablePlan } from './plan.ts';
import { readRecords } from './read-records.ts';
import { type Judgement, keptRows, ReasonCounts, reasonCode } from './reasons.ts';
import { type DeclaredFile, recognisedAs } from './recognised-as.ts';
import { refuseMissingWeights } from './refuse-missing-weights.ts';
import { refuseWithoutScore } from './refuse-without-score.ts';
import { judgeRows } from './rules/judge.ts';
import { tidyDraft } from './tidy-draft.ts';
import { LocalTimes } from './values/local-time.ts';
import { writtenAs } from './written-as.ts';

/** What one file contributes, before it has a place among the others. */
export interface FileResult {
  readonly part: Omit<AnyTablePart, 'file'>;
  readonly account: FileAccount;
}

export interface ReadOptions extends DeclaredFile {
  /** SHA-256 of the bytes. */
  readonly digest: string;
  /** The sheet of a workbook that the bytes were written from. */
  readonly sheet?: string;
  /** The report's zone. */
  readonly timeZone: string;
  /** Key of the hashes of identifiers. */
  readonly idKey: bigint;
  /** Whether comments are read as words. */
  readonly words: boolean;
  /** Words that the report asks for by name, in order. */
  readonly patterns: readonly string[];
  lookup(file: string, key: string, value: string): Lookup;
}

/** @throws Mistake or Mistakes for everything in the file that a user has to mend. */
export function readTable(bytes: Uint8Array, options: ReadOptions): FileResult {
  const { path } = options;
  const source = openTable(bytes, path, options.mapping ?? options.known ?? {});
  const recognised = recognisedAs(options, source);
  const { mapping } = recognised;
  const zone = fileZone(options, mapping, source, options.timeZone);
  const faults = new Faults();
  const plan = planTable(mapping, {
    file: { path, header: source.header, lookup: options.lookup },
    faults,
    local: new LocalTimes(zoneClock(zone.name)),
    decimalComma: source.delimiter !== ',',
    idKey: options.idKey,
    words: options.words,
    patterns: options.patterns,
  });

  const counts = new ReasonCounts();
  const { read, numbers } = readRecords(path, source, plan, counts);
  refuseWithoutScore(path, source, plan, recognised, numbers.length);
  const { draft, notes } = tidyDraft(finishDraft(path, plan, numbers.length, faults), mapping, {
    file: path,
    zone: zone.name,
    records: numbers,
  });
  const judgement = judgeRows(plan.table, draft);
  if (mapping.kind === 'tickets' && mapping.fold !== undefined) {
    foldRows(draft.columns, mapping.fold, judgement, reasonCode('earlier_update'));
  }
  const kept = keptRows(judgement, numbers, counts);
  refuseMissingWeights(path, draft, judgement, numbers);
  const id = OWN_ID[plan.table];
  const own = id === null ? undefined : draft.column(id, 'id');
  const retired = retiredIds(own, judgement, plan.retired?.finish() ?? null);
  const part = {
    table: plan.table,
    rows: kept?.length ?? draft.rows,
    record: kept === null ? numbers : Uint32Array.from(kept, (row) => numbers[row] as number),
    columns: keptColumns(plan.table, draft.columns, kept),
    ...answersOf(plan.items, draft.answers, kept),
    system: options.system ?? recognised.format,
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
    ...zoneAccount(draft.shape, zone),
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
      ...partialNotes(draft, judgement),
      ...[...plan.columns.values()].flatMap((reader) => reader.notes?.() ?? []),
      ...(mapping.kind === 'tickets' && mapping.clock === 'calendar' ? clockNotes(draft.columns) : []),
    ]),
  });
  return { part, account };
}

/** A column may be read for two fields: what is said of it is said once. */
function unique(notes: readonly string[]): string[] {
  return [...new Set(notes)];
}

/** Answers that were not completed but hold a score count; how many, readers are told. */
function partialNotes(draft: DraftTable, judgement: Judgement): string[] {
  const completed = draft.columns.completed as Int8Array | undefined;
  if (completed === undefined) return [];
  let partial = 0;
  for (let row = 0; row < completed.length; row++) if (completed[row] === 0 && judgement[row] === 0) partial++;
  return partial === 0 ? [] : [`partial answers that hold a score and count: ${partial}`];
}

function missingCounts(plan: TablePlan): FileAccount['missing'] {
  return [
    ...[...plan.columns.values()].flatMap((reader) => reader.missing()),
    ...plan.items.flatMap((group) => group.items.flatMap((item) => item.reader.missing())),
  ];
}
