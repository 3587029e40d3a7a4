/**
 * All rows of a file as typed columns, before any row is set aside.
 */
import { Mistake, throwMistakes } from '../config/mistake.ts';
import type { ColumnType, ColumnTypes } from '../dataset/column.ts';
import { InstantColumnReader, type InstantShape } from './columns/instant-column.ts';
import { decideOrders } from './date-order.ts';
import type { Faults } from './faults.ts';
import type { TablePlan } from './plan.ts';
import type { Draft } from './rules/draft.ts';

export interface DraftTable extends Draft {
  /** Field → column. */
  readonly columns: Readonly<Record<string, ColumnTypes[ColumnType]>>;
  /** Answers to items by group and item. */
  readonly answers: readonly (readonly Float64Array[])[];
  /** How the moments of all fields together are written. */
  readonly shape: InstantShape;
  /** Decisions about dates, in words. */
  readonly notes: readonly string[];
}

/**
 * Finishes all columns of a plan.
 *
 * @throws Mistake or Mistakes for all cells of the file that cannot be read.
 */
export function finishDraft(file: string, plan: TablePlan, rows: number, faults: Faults): DraftTable {
  const instants = new Map(
    [...plan.columns].filter(
      (entry): entry is [string, InstantColumnReader] => entry[1] instanceof InstantColumnReader,
    ),
  );
  const order = settleOrders(file, [...instants.values()]);
  const columns = Object.fromEntries(
    Array.from(plan.columns, ([field, reader]) => [field, reader.finish() as ColumnTypes[ColumnType]]),
  );
  const answers = plan.items.map((group) => group.items.map((item) => item.reader.finish().values));
  throwMistakes([...faults.mistakes(file), ...order.mistakes]);

  const shapes = new Map(Array.from(instants, ([field, reader]) => [field, reader.shape()]));
  return {
    rows,
    columns,
    answers,
    items: answers.flat(),
    shape: summed([...shapes.values()]),
    notes: order.notes,
    column: (field: string) => columns[field] as never,
    datesOf: (field) => instants.get(field)?.dates() ?? null,
  };
}

function settleOrders(
  file: string,
  readers: readonly InstantColumnReader[],
): { notes: readonly string[]; mistakes: Mistake[] } {
  const open = readers.filter((reader) => reader.evidence() !== null);
  try {
    const { orders, notes } = decideOrders(
      file,
      open.map((reader) => reader.evidence()).filter((evidence) => evidence !== null),
    );
    for (const [index, reader] of open.entries()) reader.settle(orders[index] ?? 'dmy');
    return { notes, mistakes: [] };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { notes: [], mistakes: [error] };
  }
}

function summed(shapes: readonly InstantShape[]): InstantShape {
  return shapes.reduce(
    (sum, shape) => ({
      moments: sum.moments + shape.moments,
      zoned: sum.zoned + shape.zoned,
      dateOnly: sum.dateOnly + shape.dateOnly,
    }),
    { moments: 0, zoned: 0, dateOnly: 0 },
  );
}
