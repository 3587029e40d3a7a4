/**
 * Contacts of every customer by stage of the journey and by who began them.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import { zoneClock } from '../../calendar/zone.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { customerSpans } from '../../metrics/customer-span.ts';
import type { Context } from '../../metrics/definition.ts';
import { foldedName, stagePlaces } from '../stages.ts';

/** Who begins a contact. */
export const SIDES = ['customer', 'company'] as const;

export interface ContactsByStage {
  /** Stages that contacts name, declared ones first and in their order. */
  readonly stages: readonly string[];
  /** Months as a customer within the data, one entry a customer who was one. */
  readonly months: Float64Array;
  /** Contacts, `width` numbers a customer: customer and company of each stage in turn, at last tickets and what has no stage. */
  readonly contacts: Uint32Array;
  readonly width: number;
}

const MONTH = (365.25 / 12) * DAY_MS;

/**
 * Contacts within the data of everybody in the customer list: tickets and touchpoints that customers began, tickets and
 * touchpoints that the company began. Several touchpoints of the company with one customer on one day at one stage count
 * once, so that a notice in three parts is one. Tickets have no stage.
 */
export function contactsByStage({ dataset, timeZone, company }: Context): ContactsByStage {
  const { touchpoints, coverage } = dataset;
  const { stage, initiated_by: initiator, at } = touchpoints?.columns ?? {};
  const values = stage?.values ?? [];
  const places = stagePlaces(company.stages, values);
  const others = new Map(values.filter((_, code) => places[code] === -1).map((name) => [foldedName(name), name]));
  const stages = [...company.stages.filter((_, place) => places.includes(place)), ...others.values()];
  const width = 2 * (stages.length + 1);
  const { rowOf, months } = exposure(dataset);
  const contacts = new Uint32Array(months.length * width);
  const add = (who: number, place: number, side: 0 | 1) => {
    const row = who < 0 ? -1 : (rowOf[who] as number);
    if (row < 0) return;
    const cell = row * width + 2 * place + side;
    contacts[cell] = (contacts[cell] as number) + 1;
  };
  const isCovered = (moment: number) => moment >= coverage.start && moment < coverage.end;

  const { created_at: created, proactive } = dataset.tickets?.columns ?? {};
  for (const [row, who] of (dataset.tickets?.customer ?? new Int32Array(0)).entries()) {
    if (isCovered(created?.[row] as number)) add(who, stages.length, proactive?.[row] === 1 ? 1 : 0);
  }

  const placeOf = stagePlaces(stages, values);
  const isCompany = (initiator?.values ?? []).map((name) => name === 'company');
  const { startOfDay } = zoneClock(timeZone);
  const lastDay = new Float64Array(stages.length + 1);
  let last = -1;
  for (const [row, who] of (touchpoints?.customer ?? new Int32Array(0)).entries()) {
    const moment = at?.[row] as number;
    const code = initiator?.codes[row] ?? -1;
    if (code < 0 || !isCovered(moment)) continue;
    if (who !== last) lastDay.fill(Number.NaN);
    last = who;
    const place = placeOf[stage?.codes[row] ?? -1] ?? stages.length;
    if (isCompany[code]) {
      const day = startOfDay(moment);
      if (lastDay[place] === day) continue;
      lastDay[place] = day;
    }
    add(who, place, isCompany[code] ? 1 : 0);
  }
  return { stages, months, contacts, width };
}

/** Months as a customer within the data of everybody who was one, and the place of each customer among them. */
function exposure(dataset: Dataset): { rowOf: Int32Array; months: Float64Array } {
  const { from, to } = customerSpans(dataset);
  const { start, end } = dataset.coverage;
  const rowOf = new Int32Array(dataset.customerCount).fill(-1);
  const months: number[] = [];
  for (const [row, who] of (dataset.customers?.customer ?? new Int32Array(0)).entries()) {
    const time = Math.min(to[row] as number, end) - Math.max(from[row] as number, start);
    if (!(time > 0)) continue;
    if (who >= 0) rowOf[who] = months.length;
    months.push(time / MONTH);
  }
  return { rowOf, months: Float64Array.from(months) };
}
