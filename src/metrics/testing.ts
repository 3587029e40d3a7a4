/**
 * Hand-built datasets for tests.
 */

import type { WorkingClock } from '../calendar/business-hours.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodCode } from '../calendar/periods.ts';
import type { IdColumn, Scale, ScoreColumn } from '../dataset/column.ts';
import type { Dataset } from '../dataset/dataset.ts';
import {
  ACTIONS,
  type Columns,
  INITIATORS,
  kindOfCode,
  TABLES,
  type TableName,
  TICKET_EVENT_TYPES,
} from '../dataset/model.ts';
import type { Clock } from '../dataset/part.ts';
import { withCommonTexts } from '../dataset/word-names.ts';
import { wordsOf } from '../dataset/words-for-tests.ts';
import type { Cell, Company, Context, Metric, Slice, WorkingTime } from './definition.ts';

/**
 * One row by canonical headers: moments as ISO text, flags as true or false, identifiers and categories as text, comments
 * as words with blanks between them, answers as a number on the canonical scale or with a scale of their own. What is left
 * out is missing.
 */
export type Row = Readonly<Record<string, string | number | boolean | Answer | undefined>>;

export interface Answer extends Scale {
  readonly value: number;
}

export interface Tables {
  readonly tickets?: readonly Row[];
  /** `ticket_id` names the ticket that an answer is about; `item: true` marks the answer to an item. */
  readonly responses?: readonly Row[];
  readonly customers?: readonly Row[];
  /** `response_id` names the response whose comment was coded. */
  readonly comment_codes?: readonly Row[];
  /** `ticket_id` names the ticket; `at`, `type`, and `from` and `to` where the type has them. */
  readonly ticket_events?: readonly Row[];
  /** `customer_id`, `at`; `stage`, `department`, `initiated_by`. */
  readonly touchpoints?: readonly Row[];
  /** `response_id` names the response; `action_at`, `action`. */
  readonly actions?: readonly Row[];
  /** `response_id` names the response; `aspect`, `score` from 1 to 5 or with a scale of its own. */
  readonly aspects?: readonly Row[];
  /** Population margins: `dimension`, `value`, `count`. */
  readonly margins?: readonly Row[];
  readonly clock?: Clock;
  /** First and last covered day and the one after, `2026-01-01`. */
  readonly coverage?: readonly [string, string];
  readonly extractEnd?: string;
}

const CANONICAL: Readonly<Record<string, Scale>> = {
  csat: { min: 1, max: 5, positiveFrom: 4 },
  ces: { min: 1, max: 7, positiveFrom: 5 },
  nps: { min: 0, max: 10, positiveFrom: 9 },
  emotion: { min: -2, max: 2, positiveFrom: 1 },
  score: { min: 1, max: 5, positiveFrom: 4 },
};

/** A linked dataset of the given rows. A field is supplied when some row names it. */
export function datasetOf(tables: Tables): Dataset {
  const rowsOf = (name: TableName) => tables[name] ?? [];
  const names = (['tickets', 'responses', 'customers', 'touchpoints'] as const).flatMap((name) =>
    rowsOf(name).map((row) => row.customer_id as string | undefined),
  );
  const customers = [...new Set(names.filter((name) => name !== undefined))].sort();
  const ordered = (name: TableName) => inOrder(rowsOf(name), customers);
  const [tickets, responses, customerRows] = [ordered('tickets'), ordered('responses'), ordered('customers')];
  const numbers = (rows: readonly Row[]) =>
    Int32Array.from(rows, (row) => customers.indexOf(row.customer_id as string));
  const [from, to] = tables.coverage ?? ['2026-01-01', '2026-07-01'];
  const end = instant(to);
  return {
    tickets:
      tables.tickets === undefined
        ? null
        : {
            name: 'tickets',
            rows: tickets.length,
            columns: columnsOf('tickets', tickets),
            customer: numbers(tickets),
            clock: tables.clock ?? 'calendar',
          },
    responses:
      tables.responses === undefined
        ? null
        : {
            name: 'responses',
            rows: responses.length,
            columns: withNamedWords(columnsOf('responses', responses), numbers(responses)),
            customer: numbers(responses),
            ticket: Int32Array.from(responses, (row) =>
              tickets.findIndex((ticket) => row.ticket_id !== undefined && ticket.ticket_id === row.ticket_id),
            ),
            item: Uint8Array.from(responses, (row) => (row.item === true ? 1 : 0)),
          },
    customers:
      tables.customers === undefined
        ? null
        : {
            name: 'customers',
            rows: customerRows.length,
            columns: columnsOf('customers', customerRows),
            customer: numbers(customerRows),
          },
    comment_codes: codesOf(tables.comment_codes, responses, numbers),
    ticket_events: eventsOf(tables.ticket_events, tickets, numbers),
    touchpoints: touchpointsOf(tables.touchpoints, customers),
    actions: actionsOf(tables.actions, responses, numbers),
    aspects: aspectsOf(tables.aspects, responses, numbers),
    margins:
      tables.margins === undefined
        ? null
        : { name: 'margins', rows: tables.margins.length, columns: columnsOf('margins', tables.margins) },
    customerCount: customers.length,
    coverage: { start: instant(from), end },
    extractEnd: tables.extractEnd === undefined ? end : instant(tables.extractEnd),
  };
}

type Numbers = (rows: readonly Row[]) => Int32Array;

function codesOf(
  rows: readonly Row[] | undefined,
  responses: readonly Row[],
  numbers: Numbers,
): Dataset['comment_codes'] {
  if (rows === undefined) return null;
  const coders = [...new Set(rows.map(({ coder }) => coder))].sort();
  const { ordered, owner } = attached(rows, responses, 'response_id', ({ coder, code }) => [
    placeIn(coders, coder),
    kindOfCode(String(code)),
  ]);
  const { response_id: _, ...columns } = columnsOf('comment_codes', ordered);
  return {
    name: 'comment_codes',
    rows: ordered.length,
    columns,
    customer: numbers(Array.from(owner, (row) => responses[row] as Row)),
    response: owner,
    kind: Uint8Array.from(ordered, ({ code }) => kindOfCode(String(code))),
  };
}

function eventsOf(
  rows: readonly Row[] | undefined,
  tickets: readonly Row[],
  numbers: Numbers,
): Dataset['ticket_events'] {
  if (rows === undefined) return null;
  const rank = ({ type }: Row) => placeIn(TICKET_EVENT_TYPES, type);
  const { ordered, owner } = attached(rows, tickets, 'ticket_id', (row) => [momentOf(row.at), rank(row)]);
  const { ticket_id: _, ...columns } = columnsOf('ticket_events', ordered);
  const customer = numbers(Array.from(owner, (row) => tickets[row] as Row));
  return { name: 'ticket_events', rows: ordered.length, columns, customer, ticket: owner };
}

function actionsOf(rows: readonly Row[] | undefined, responses: readonly Row[], numbers: Numbers): Dataset['actions'] {
  if (rows === undefined) return null;
  const rank = ({ action }: Row) => placeIn(ACTIONS, action);
  const { ordered, owner } = attached(rows, responses, 'response_id', (row) => [momentOf(row.action_at), rank(row)]);
  const { response_id: _, ...columns } = columnsOf('actions', ordered);
  const customer = numbers(Array.from(owner, (row) => responses[row] as Row));
  return { name: 'actions', rows: ordered.length, columns, customer, response: owner };
}

function aspectsOf(rows: readonly Row[] | undefined, responses: readonly Row[], numbers: Numbers): Dataset['aspects'] {
  if (rows === undefined) return null;
  const names = [...new Set(rows.map(({ aspect }) => String(aspect)))].sort();
  const { ordered, owner } = attached(rows, responses, 'response_id', ({ aspect }) => [names.indexOf(String(aspect))]);
  const { response_id: _, ...columns } = columnsOf('aspects', ordered);
  const customer = numbers(Array.from(owner, (row) => responses[row] as Row));
  return { name: 'aspects', rows: ordered.length, columns, customer, response: owner };
}

function touchpointsOf(rows: readonly Row[] | undefined, customers: readonly string[]): Dataset['touchpoints'] {
  if (rows === undefined) return null;
  const owners = customers.map((customer_id): Row => ({ customer_id }));
  const rank = ({ initiated_by }: Row) => placeIn(INITIATORS, initiated_by);
  const { ordered, owner } = attached(rows, owners, 'customer_id', (row) => [momentOf(row.at), rank(row)]);
  const { customer_id: _, ...columns } = columnsOf('touchpoints', ordered);
  return { name: 'touchpoints', rows: ordered.length, columns, customer: owner };
}

/** Rows in the order of the rows that they name, then by what `keys` says; and the row that each names. */
function attached(
  rows: readonly Row[],
  owners: readonly Row[],
  field: string,
  keys: (row: Row) => readonly number[],
): { ordered: Row[]; owner: Int32Array } {
  const placed = rows.map((row) => {
    const owner = owners.findIndex((other) => other[field] !== undefined && other[field] === row[field]);
    if (owner < 0) throw new Error(`no row has the ${field} ${row[field]}`);
    return { row, owner, keys: [owner, ...keys(row)] };
  });
  placed.sort((a, b) => a.keys.map((key, index) => key - (b.keys[index] as number)).find((gap) => gap !== 0) ?? 0);
  return { ordered: placed.map(({ row }) => row), owner: Int32Array.from(placed, ({ owner }) => owner) };
}

/** Place of a word in its vocabulary. */
function placeIn(vocabulary: readonly unknown[], cell: RowCell): number {
  return vocabulary.indexOf(cell);
}

function momentOf(cell: RowCell): number {
  return cell === undefined ? Number.NEGATIVE_INFINITY : instant(String(cell));
}

/** Rows by customer, those without one last, then by time and identifier, as the linked tables have them. */
function inOrder(rows: readonly Row[], customers: readonly string[]): Row[] {
  const place = (row: Row) => {
    const number = customers.indexOf(row.customer_id as string);
    return number < 0 ? customers.length : number;
  };
  const moment = ({ created_at, submitted_at }: Row) => {
    const written = created_at ?? submitted_at;
    return written === undefined ? Number.NEGATIVE_INFINITY : instant(String(written));
  };
  const id = (row: Row) => String(row.response_id ?? row.ticket_id ?? '');
  return [...rows].sort(
    (a, b) => place(a) - place(b) || Math.sign(moment(a) - moment(b)) || (id(a) < id(b) ? -1 : Number(id(a) > id(b))),
  );
}

/** Words have texts where ten customers use them, as in any dataset. */
function withNamedWords(columns: Columns<'responses'>, customer: Int32Array): Columns<'responses'> {
  const { comment } = columns;
  return comment === undefined ? columns : { ...columns, comment: withCommonTexts(comment, customer) };
}

function columnsOf<T extends TableName>(table: T, rows: readonly Row[]): Columns<T> {
  const columns: Record<string, unknown> = {};
  for (const [field, type] of Object.entries(TABLES[table]) as [string, string][]) {
    const cells = rows.map((row) => row[field]);
    if (cells.some((cell) => cell !== undefined)) columns[field] = READERS[type]?.(cells, field);
  }
  return columns as Columns<T>;
}

type RowCell = Row[string];

const READERS: Readonly<Record<string, (cells: readonly RowCell[], field: string) => unknown>> = {
  id: (cells): IdColumn => {
    const values = [...new Set(cells)];
    return {
      high: new Uint32Array(cells.length),
      low: Uint32Array.from(cells, (cell) => (cell === undefined ? 0 : values.indexOf(cell) + 1)),
    };
  },
  instant: (cells) => Float64Array.from(cells, (cell) => (cell === undefined ? Number.NaN : instant(String(cell)))),
  number: (cells) => Float64Array.from(cells, (cell) => (cell === undefined ? Number.NaN : Number(cell))),
  flag: (cells) => Int8Array.from(cells, (cell) => (cell === undefined ? -1 : cell === true ? 1 : 0)),
  category: (cells) => {
    const values = [...new Set(cells.filter((cell) => cell !== undefined))].map(String).sort();
    return { codes: Int32Array.from(cells, (cell) => values.indexOf(String(cell))), values };
  },
  words: (cells) => wordsOf(cells.map((cell) => (cell === undefined ? null : String(cell)))),
  score: (cells, field): ScoreColumn => {
    const answers = cells.map((cell) => answerOf(cell, field));
    const scales = [...new Map(answers.map(({ value: _, ...scale }) => [JSON.stringify(scale), scale])).values()];
    return {
      values: Float64Array.from(answers, ({ value }) => value),
      scale: Uint8Array.from(answers, ({ min, max, positiveFrom }) =>
        scales.findIndex((scale) => scale.min === min && scale.max === max && scale.positiveFrom === positiveFrom),
      ),
      scales,
    };
  },
};

function answerOf(cell: RowCell, field: string): Answer {
  if (typeof cell === 'object') return cell;
  return { value: cell === undefined ? Number.NaN : Number(cell), ...(CANONICAL[field] as Scale) };
}

/** Epoch milliseconds of ISO text in UTC: `2026-01-05`, `2026-01-05T09:00Z`. */
export function instant(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`not a moment: ${text}`);
  return at;
}

/** The period of a code such as `2026`, `2026-Q1` or `2026-01`, in UTC. */
export function periodOf(code: string): Period {
  const period = parsePeriodCode(code, 'UTC');
  if (period === null) throw new Error(`not a period: ${code}`);
  return period;
}

/** A slice of the given periods, of the year 2026 when none are named. */
export function sliceOf(
  options: Partial<Omit<Slice, 'periods'>> & { readonly periods?: readonly string[] } = {},
): Slice {
  return {
    periods: (options.periods ?? ['2026']).map(periodOf),
    dimension: options.dimension ?? null,
    where: options.where ?? {},
  };
}

/** A company that declares nothing of its own. */
export const COMPANY: Company = {
  stages: [],
  supportDepartments: [],
  aspects: {
    rational: ['speed', 'ease', 'quality', 'price'],
    emotional: ['valued', 'confident', 'relaxed'],
    interaction: 'interaction',
    personal: 'personal',
    noRepeat: 'no_repeat',
  },
};

/** @param workingTime one business clock for all tickets, or the clocks of departments. */
export function contextOf(dataset: Dataset, workingTime: WorkingClock | WorkingTime | null = null): Context {
  const clocks =
    typeof workingTime === 'function'
      ? { usual: workingTime, ofDepartment: new Map(), words: 'business hours' }
      : workingTime;
  return { dataset, timeZone: 'UTC', company: COMPANY, workingTime: clocks };
}

/** The overall cell of a metric for the year 2026. */
export function cellOf(metric: Metric, dataset: Dataset, workingTime: WorkingClock | WorkingTime | null = null): Cell {
  return metric.estimate(contextOf(dataset, workingTime), sliceOf()).cells[0] as Cell;
}

/** The cells of a metric by the values of the slice's dimension, for one period. */
export function cellsByValue(metric: Metric, dataset: Dataset, slice: Slice): Readonly<Record<string, Cell>> {
  const { values, cells } = metric.estimate(contextOf(dataset), slice);
  return Object.fromEntries(values.map((value, index) => [value, cells[index] as Cell]));
}
