/**
 * Signs that something is wrong with a customer, and what comes of it later.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { ScoreName } from '../../dataset/model.ts';
import type { Context } from '../../metrics/definition.ts';
import { feelings } from '../../metrics/experience/emotion.ts';
import { windowOutcomes } from '../../metrics/service/fcr-window.ts';
import { solutionMoments } from '../../metrics/service/solution-moment.ts';

export const SIGNS = ['csat', 'ces', 'emotion', 'repeat'] as const;
export type Sign = (typeof SIGNS)[number];

/** When signs were seen, of whom. */
export interface SignList {
  readonly customer: Int32Array;
  readonly at: Float64Array;
  /** Place in `SIGNS`. */
  readonly sign: Uint8Array;
}

/** A rating this far up its scale or less is a bad one: 1 and 2 of 1 to 5, 1 to 3 of 1 to 7. */
const BAD_UP_TO = { csat: 0.25, ces: 1 / 3 } as const;

const REPEAT_DAYS = 7;

/** Bad ratings, bad feelings and repeated contacts of known customers, as the data hold them. */
export function signsOf(dataset: Dataset): SignList {
  const { responses } = dataset;
  const [customer, moments, signs]: [number[], number[], number[]] = [[], [], []];
  const at = responses?.columns.submitted_at;
  const add = (who: number, moment: number, sign: Sign) => {
    if (who < 0 || Number.isNaN(moment)) return;
    customer.push(who);
    moments.push(moment);
    signs.push(SIGNS.indexOf(sign));
  };
  const [badRating, badEase] = [isBad(dataset, 'csat'), isBad(dataset, 'ces')];
  const feeling = feelings(dataset).values;
  for (let row = 0; row < (responses?.rows ?? 0); row++) {
    if (responses?.item[row] !== 0) continue;
    const who = responses.customer[row] as number;
    const moment = at?.[row] ?? Number.NaN;
    if (badRating(row)) add(who, moment, 'csat');
    if (badEase(row)) add(who, moment, 'ces');
    if (feeling[row] === -1) add(who, moment, 'emotion');
  }
  const held = windowOutcomes(dataset, REPEAT_DAYS, 'any').sample.values;
  const solved = solutionMoments(dataset);
  for (let ticket = 0; ticket < held.length; ticket++) {
    if (held[ticket] !== 0) continue;
    add(dataset.tickets?.customer[ticket] ?? -1, (solved[ticket] as number) + REPEAT_DAYS * DAY_MS, 'repeat');
  }
  return { customer: Int32Array.from(customer), at: Float64Array.from(moments), sign: Uint8Array.from(signs) };
}

function isBad({ responses }: Dataset, score: ScoreName & keyof typeof BAD_UP_TO): (row: number) => boolean {
  const column = responses?.columns[score];
  if (column === undefined) return () => false;
  const highest = column.scales.map(({ min, max }) => min + BAD_UP_TO[score] * (max - min) + 1e-9);
  return (row) => (column.values[row] as number) <= (highest[column.scale[row] as number] as number);
}

/** Where no category is declared, one with this in its name is of complaints. */
const COMPLAINT = /complaint/i;

/** When each customer complained, by customer number: tickets of a category of complaints. */
export function complaintsOf({ dataset: { tickets }, company }: Context): ReadonlyMap<number, readonly number[]> {
  const { category, created_at: created } = tickets?.columns ?? {};
  const complaints = new Map<number, number[]>();
  if (tickets === null || category === undefined || created === undefined) return complaints;
  const declared = new Set(company.complaintCategories);
  const isComplaint = category.values.map((name) =>
    declared.size === 0 ? COMPLAINT.test(name) : declared.has(name.trim().toLowerCase()),
  );
  for (let row = 0; row < tickets.rows; row++) {
    const who = tickets.customer[row] as number;
    if (who < 0 || isComplaint[category.codes[row] as number] !== true) continue;
    const own = complaints.get(who);
    if (own === undefined) complaints.set(who, [created[row] as number]);
    else own.push(created[row] as number);
  }
  return complaints;
}
