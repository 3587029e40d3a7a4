/**
 * What is known of customers at moments of their own: scores that they gave, and how their tickets went.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { ScoreName } from '../../dataset/model.ts';
import type { Context } from '../../metrics/definition.ts';
import { oneScale } from '../../metrics/estimators/one-scale.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { npsAnswers } from '../../metrics/experience/nps-answers.ts';
import { windowOutcomes } from '../../metrics/service/fcr-window.ts';
import { firstResponseTimes } from '../../metrics/service/first-response-times.ts';
import { solutionMoments } from '../../metrics/service/solution-moment.ts';

/** Whether a measure is of the whole relationship or of a contact. */
export type MeasureSide = 'whole' | 'contact';

/** One measure of many customers, in the order of customers, then of moments; more is better. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly side: MeasureSide;
  readonly customer: Int32Array;
  readonly at: Float64Array;
  readonly value: Float64Array;
}

const WINDOW_DAYS = 7;

/** Every measure that the data hold: answers at the moment they were given, tickets at the moment it is known how they went. */
export function measuresOf(context: Context): Measure[] {
  return [
    answers(context, 'nps', 'NPS', 'whole'),
    answers(context, 'emotion', 'Emotion', 'whole'),
    answers(context, 'csat', 'CSAT', 'contact'),
    answers(context, 'ces', 'CES', 'contact'),
    solvedAtOnce(context),
    shortWait(context),
  ].filter(({ at }) => at.length > 0);
}

function answers({ dataset }: Context, score: ScoreName, name: string, side: MeasureSide): Measure {
  const { responses } = dataset;
  const at = responses?.columns.submitted_at;
  const values = score === 'nps' ? responses?.columns.nps?.values : oneScale(dataset, score).sample.values;
  const counted = score === 'nps' ? npsAnswers(dataset).sample.values : values;
  const rows = rowsWhere(
    responses?.customer,
    (row) =>
      responses?.item[row] === 0 && counted !== undefined && counted[row] !== ABSENT && !Number.isNaN(counted[row]),
  ).filter((row) => !Number.isNaN(at?.[row]));
  return measure(
    { id: score, name, side },
    responses?.customer,
    rows,
    (row) => at?.[row] as number,
    (row) => values?.[row] as number,
  );
}

/** Known when the window after the solution is over. */
function solvedAtOnce({ dataset }: Context): Measure {
  const { values } = windowOutcomes(dataset, WINDOW_DAYS, 'any').sample;
  const solved = solutionMoments(dataset);
  const customer = dataset.tickets?.customer;
  return measure(
    { id: 'fcr', name: 'First-contact resolution', side: 'contact' },
    customer,
    rowsWhere(customer, (row) => values[row] !== ABSENT && !Number.isNaN(solved[row])),
    (row) => (solved[row] as number) + WINDOW_DAYS * DAY_MS,
    (row) => values[row] as number,
  );
}

function shortWait(context: Context): Measure {
  const { waiting } = firstResponseTimes(context, 'calendar');
  const customer = context.dataset.tickets?.customer;
  return measure(
    { id: 'wait', name: 'First response time', side: 'contact' },
    customer,
    rowsWhere(customer, (row) => waiting.ended[row] === 1),
    (row) => (waiting.at[row] as number) + (waiting.milliseconds[row] as number),
    (row) => -(waiting.milliseconds[row] as number),
  );
}

/** Rows of known customers that count. */
function rowsWhere(customer: Int32Array = new Int32Array(0), counts: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < customer.length && (customer[row] as number) >= 0; row++) if (counts(row)) rows.push(row);
  return rows;
}

function measure(
  words: Pick<Measure, 'id' | 'name' | 'side'>,
  customer: Int32Array = new Int32Array(0),
  rows: number[],
  at: (row: number) => number,
  value: (row: number) => number,
): Measure {
  // Rows of one customer stand together, in the order in which tickets were opened: few have to change places.
  rows.sort((a, b) => (customer[a] as number) - (customer[b] as number) || at(a) - at(b));
  return {
    ...words,
    customer: Int32Array.from(rows, (row) => customer[row] as number),
    at: Float64Array.from(rows, at),
    value: Float64Array.from(rows, value),
  };
}
