/**
 * Tables that tell more of tickets, responses and customers, for hand-built datasets.
 */
import type { Dataset } from '../dataset/dataset.ts';
import { ACTIONS, INITIATORS, kindOfCode, TICKET_EVENT_TYPES } from '../dataset/model.ts';
import { columnsOf, instant, type Row, type RowCell } from './testing-columns.ts';

type Numbers = (rows: readonly Row[]) => Int32Array;

export function codesOf(
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

export function eventsOf(
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

export function actionsOf(
  rows: readonly Row[] | undefined,
  responses: readonly Row[],
  numbers: Numbers,
): Dataset['actions'] {
  if (rows === undefined) return null;
  const rank = ({ action }: Row) => placeIn(ACTIONS, action);
  const { ordered, owner } = attached(rows, responses, 'response_id', (row) => [momentOf(row.action_at), rank(row)]);
  const { response_id: _, ...columns } = columnsOf('actions', ordered);
  const customer = numbers(Array.from(owner, (row) => responses[row] as Row));
  return { name: 'actions', rows: ordered.length, columns, customer, response: owner };
}

export function aspectsOf(
  rows: readonly Row[] | undefined,
  responses: readonly Row[],
  numbers: Numbers,
): Dataset['aspects'] {
  if (rows === undefined) return null;
  const names = [...new Set(rows.map(({ aspect }) => String(aspect)))].sort();
  const { ordered, owner } = attached(rows, responses, 'response_id', ({ aspect }) => [names.indexOf(String(aspect))]);
  const { response_id: _, ...columns } = columnsOf('aspects', ordered);
  const customer = numbers(Array.from(owner, (row) => responses[row] as Row));
  return { name: 'aspects', rows: ordered.length, columns, customer, response: owner };
}

export function touchpointsOf(rows: readonly Row[] | undefined, customers: readonly string[]): Dataset['touchpoints'] {
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
