/**
 * Hand-built datasets for tests.
 */

import type { WorkingClock } from '../calendar/business-hours.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodCode } from '../calendar/periods.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Columns, TableName } from '../dataset/model.ts';
import type { Clock } from '../dataset/part.ts';
import { withCommonTexts } from '../dataset/word-names.ts';
import type { Cell, Company, Context, Metric, Slice, WorkingTime } from './definition.ts';
import { actionsOf, aspectsOf, codesOf, eventsOf, touchpointsOf } from './testing-attached.ts';
import { type Answer, columnsOf, instant, type Row } from './testing-columns.ts';

export { type Answer, instant, type Row };

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
  supportStage: null,
  aspects: {
    rational: ['speed', 'ease', 'quality', 'price'],
    emotional: ['valued', 'confident', 'relaxed'],
    interaction: 'interaction',
    personal: 'personal',
    noRepeat: 'no_repeat',
  },
  complaintCategories: [],
  operationsFirst: [
    { ahead: 'first_response_median', behind: 'csat' },
    { ahead: 'first_response_median', behind: 'nps' },
  ],
  brandWords: [],
  themes: [],
  activeDays: 365,
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
