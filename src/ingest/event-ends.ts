/**
 * What an event leads from and to: departments where a ticket was handed over, states where its status changed. Whatever
 * stands there of other events, such as who wrote a message, is not held.
 */
import { throwMistakes } from '../config/mistake.ts';
import type { CategoryColumn } from '../dataset/column.ts';
import type { TicketEventType } from '../dataset/model.ts';
import { readTicketState } from './columns/category-column.ts';
import type { DraftTable } from './draft.ts';
import { Faults } from './faults.ts';
import { DROPPED_STATES } from './values/state.ts';

const BETWEEN_DEPARTMENTS: readonly TicketEventType[] = ['assigned', 'group_changed'];
const BETWEEN_STATES: TicketEventType = 'status_changed';

export interface EventColumns {
  /** Relative to the data folder. */
  readonly file: string;
  /** Record number of each row. */
  readonly records: Uint32Array;
  /** Headers of `from` and `to`, for messages. */
  readonly header: (field: 'from' | 'to') => string;
}

/**
 * The columns `from` and `to` as the types of the events have them; those that the file lacks are left out.
 *
 * @throws Mistake or Mistakes for states that nobody knows.
 */
export function eventEnds(draft: DraftTable, { file, records, header }: EventColumns): Record<string, CategoryColumn> {
  const faults = new Faults();
  const type = draft.column('type', 'category');
  const ends: Record<string, CategoryColumn> = {};
  for (const field of ['from', 'to'] as const) {
    const column = draft.column(field, 'category');
    if (column === undefined || type === undefined) continue;
    ends[field] = endsOf(column, type, (text, row) => {
      const state = readTicketState(text);
      if (state === 'missing') return '';
      if ('value' in state) return state.value;
      const remedy = state.remedy.replace('under `status`', `under \`${field}\``);
      faults.add({ column: header(field), text, record: records[row] as number, expected: state.expected, remedy });
      return '';
    });
  }
  throwMistakes(faults.mistakes(file));
  return ends;
}

function endsOf(
  column: CategoryColumn,
  type: CategoryColumn,
  stateOf: (text: string, row: number) => string,
): CategoryColumn {
  const values = [...column.values];
  const numbers = new Map(values.map((value, code) => [value, code]));
  /** Code of the state that each text stands for. */
  const states = new Map<number, number>();
  const codes = new Int32Array(column.codes.length).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const code = column.codes[row] as number;
    const happened = type.values[type.codes[row] as number] as TicketEventType | undefined;
    if (code < 0 || happened === undefined) continue;
    if (BETWEEN_DEPARTMENTS.includes(happened)) codes[row] = code;
    if (happened !== BETWEEN_STATES) continue;
    let state = states.get(code);
    if (state === undefined) {
      state = codeOf(stateOf(column.values[code] as string, row), numbers, values);
      states.set(code, state);
    }
    codes[row] = state;
  }
  return { codes, values };
}

/** Tickets that count are in none of the states that are set aside, whatever they once were. */
function codeOf(state: string, numbers: Map<string, number>, values: string[]): number {
  if (state === '' || DROPPED_STATES.some((dropped) => dropped === state)) return -1;
  const known = numbers.get(state) ?? values.push(state) - 1;
  numbers.set(state, known);
  return known;
}
