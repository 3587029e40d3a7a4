/**
 * Answers to items that stand in the rows of tickets: several ratings a ticket.
 */
import type { TicketTable } from './dataset.ts';
import { itemColumns } from './item-columns.ts';
import type { Columns } from './model.ts';
import { fieldsWithoutIds, placeColumns, type Stacked } from './stack.ts';

export interface TicketItems {
  readonly rows: number;
  /** Row in the ticket table that each answer is about. */
  readonly ticket: Int32Array;
  readonly columns: Columns<'responses'>;
}

/**
 * One row per answer of tickets that stayed.
 *
 * @param position row in the table of each stacked row; -1 = it stayed out.
 */
export function ticketItemsOf(
  stacked: Stacked<'tickets'>,
  position: Int32Array,
  tickets: TicketTable | null,
): TicketItems {
  const blocks: { ticket: Int32Array; rows: number; columns: Columns<'responses'> }[] = [];
  let offset = 0;
  for (const part of stacked.parts) {
    for (const item of part.items) {
      const start = offset;
      const rowOf = (index: number) => position[start + (item.response[index] as number)] as number;
      const chosen = Int32Array.from(item.response.keys()).filter((index) => rowOf(index) >= 0);
      const ticket = chosen.map(rowOf);
      if (tickets === null || chosen.length === 0) continue;
      blocks.push({
        ticket,
        rows: ticket.length,
        columns: { submitted_at: momentsOfRatings(tickets, ticket), ...itemColumns(item, chosen) },
      });
    }
    offset += part.rows;
  }
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
  return {
    rows,
    ticket: Int32Array.from(blocks.flatMap((block) => [...block.ticket])),
    columns: placeColumns('responses', blocks, null, rows, fieldsWithoutIds('responses')),
  };
}

/** When ratings in the rows of tickets were given, as well as the export tells. */
export function momentsOfRatings({ columns }: TicketTable, rows: Int32Array): Float64Array {
  const { csat_at, resolved_at, closed_at, created_at } = columns;
  return Float64Array.from(
    rows,
    (row) => firstKnown(csat_at?.[row], resolved_at?.[row], closed_at?.[row], created_at?.[row]) ?? Number.NaN,
  );
}

function firstKnown(...moments: (number | undefined)[]): number | undefined {
  return moments.find((moment) => moment !== undefined && !Number.isNaN(moment));
}
