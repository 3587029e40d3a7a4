/**
 * Which rows stand for something that another row tells better: the same record again, an earlier answer.
 */
import type { IdColumn } from './column.ts';
import { IdIndex, isMissingId, RowIndex } from './id-index.ts';
import type { Columns } from './model.ts';
import { sharedInt32 } from './shared-array.ts';

export interface Deduplicated {
  /** Row numbers that stay. */
  readonly kept: Int32Array;
  readonly superseded: Int32Array;
  /** The row that stays of each identifier; null without identifiers. */
  readonly index: RowIndex | null;
}

/**
 * Of rows that share an identifier, the latest state stays.
 *
 * @param readMoments columns that tell which state is later, most telling first; a known moment beats a missing one.
 *   Where all are equal the row that comes last stays: files are in the order of their paths. Called when two rows share
 *   an identifier.
 */
export function supersededRows(
  rows: number,
  id: IdColumn | undefined,
  readMoments: () => readonly Float64Array[],
): Deduplicated {
  const superseded: number[] = [];
  const stays = new Uint8Array(rows).fill(1);
  const index = id === undefined ? null : new RowIndex(id);
  let moments: readonly Float64Array[] | undefined;
  for (let row = 0; id !== undefined && index !== null && row < rows; row++) {
    if (isMissingId(id, row)) continue;
    const rival = index.replace(row);
    if (rival < 0) continue;
    moments ??= readMoments();
    const loser = compareMoments(moments, rival, row) > 0 ? row : rival;
    if (loser === row) index.replace(rival);
    stays[loser] = 0;
    superseded.push(loser);
  }
  return { kept: rowsWhere(stays), superseded: Int32Array.from(superseded), index };
}

/** Positive when row `a` is later than row `b`. */
function compareMoments(moments: readonly Float64Array[], a: number, b: number): number {
  for (const column of moments) {
    const difference = known(column[a] as number) - known(column[b] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function known(moment: number): number {
  return Number.isNaN(moment) ? Number.MIN_SAFE_INTEGER : moment;
}

export interface AnswerRows {
  readonly rows: Int32Array;
  readonly columns: Columns<'responses'>;
  readonly customer: Int32Array;
  /** Index into `keepsAll` of each row. */
  readonly part: Uint16Array;
  /** Number of the system that each part comes from. */
  readonly systems: readonly number[];
  /** Whether a part declares that all its answers count. */
  readonly keepsAll: readonly boolean[];
}

/**
 * Of several answers about one ticket to one survey the latest stays; of several answers of one customer to one
 * survey about no ticket, the latest in each period. Invitations without an answer are no answers and all stay.
 */
export function earlierAnswers(
  answers: AnswerRows,
  periodOf: (instant: number) => number,
): { kept: Int32Array; aboutTicket: Int32Array; ofCustomer: Int32Array } {
  const { columns, customer } = answers;
  const submitted = columns.submitted_at;
  const ids = columns.ticket_id;
  const aboutTicket: number[] = [];
  const ofCustomer: number[] = [];
  const setAside = new Uint8Array(customer.length);
  let given = 0;
  for (const row of answers.rows) if (!Number.isNaN(submitted?.[row] ?? Number.NaN)) given++;
  const subjects = new IdIndex(given);
  const occasions = new IdIndex(given);
  const latest = new Int32Array(given);
  const occasionOf = occasionNumbers(columns, (row) => answers.systems[answers.part[row] as number] as number);
  for (const row of answers.rows) {
    const at = submitted?.[row] ?? Number.NaN;
    if (Number.isNaN(at) || answers.keepsAll[answers.part[row] as number] === true) continue;
    const hasTicket = ids !== undefined && !isMissingId(ids, row);
    const who = customer[row] as number;
    if (!hasTicket && who < 0) continue;
    // Tickets and customers are told apart by the parity of the number.
    const subject = hasTicket ? 2 * subjects.add(ids.high[row] as number, ids.low[row] as number) : 2 * who + 1;
    const seen = occasions.size;
    const occasion = occasions.add(subject, occasionOf(row, hasTicket ? 0 : periodOf(at)));
    const rival = latest[occasion] as number;
    latest[occasion] = row;
    if (occasion === seen) continue;
    const loser = isLater(columns, rival, row) ? row : rival;
    latest[occasion] = loser === row ? rival : row;
    setAside[loser] = 1;
    (hasTicket ? aboutTicket : ofCustomer).push(loser);
  }
  return {
    kept: answers.rows.filter((row) => setAside[row] === 0),
    aboutTicket: Int32Array.from(aboutTicket),
    ofCustomer: Int32Array.from(ofCustomer),
  };
}

/** Numbers the combinations of system, survey, touchpoint, stage and period that answers belong to. */
function occasionNumbers(
  { survey, touchpoint, stage }: Columns<'responses'>,
  systemOf: (row: number) => number,
): (row: number, period: number) => number {
  const numbers = new Map<number, number>();
  const touchpoints = (touchpoint?.values.length ?? 0) + 1;
  const stages = (stage?.values.length ?? 0) + 1;
  const surveys = (survey?.values.length ?? 0) + 1;
  return (row, period) => {
    const place =
      ((period * stages + (stage?.codes[row] ?? -1) + 1) * touchpoints + (touchpoint?.codes[row] ?? -1) + 1) * surveys;
    const combination = (place + (survey?.codes[row] ?? -1) + 1) * MOST_SYSTEMS + systemOf(row);
    let number = numbers.get(combination);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(combination, number);
    }
    return number;
  };
}

/** More than anybody has; a combination stays a number that is held exactly. */
const MOST_SYSTEMS = 1024;

/** Whether answer `a` was given after `b`; equal moments are settled by the identifier. */
function isLater(columns: Columns<'responses'>, a: number, b: number): boolean {
  const { submitted_at, response_id } = columns;
  const difference = (submitted_at?.[a] ?? 0) - (submitted_at?.[b] ?? 0);
  if (difference !== 0 || response_id === undefined) return difference > 0;
  return (
    ((response_id.high[a] as number) - (response_id.high[b] as number) ||
      (response_id.low[a] as number) - (response_id.low[b] as number)) > 0
  );
}

function rowsWhere(stays: Uint8Array): Int32Array {
  let count = 0;
  for (const flag of stays) count += flag;
  const rows = sharedInt32(count);
  let next = 0;
  for (let row = 0; row < stays.length; row++) if (stays[row] === 1) rows[next++] = row;
  return rows;
}
