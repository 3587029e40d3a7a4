/**
 * What may go with the willingness to recommend: for each customer what came before the latest answer.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { ScoreName } from '../../dataset/model.ts';
import type { Context } from '../definition.ts';
import { oneScale } from '../estimators/one-scale.ts';
import { ABSENT } from '../estimators/sample.ts';
import { windowOutcomes } from '../service/fcr-window.ts';
import { firstResponseTimes } from '../service/first-response-times.ts';
import { DAYS_BEFORE, forEachBefore, forEachTicketBefore, latestAnswers } from './before-answer.ts';

/** One possible driver, turned so that more is better. */
export interface PossibleDriver {
  readonly id: string;
  readonly name: string;
  /** Per customer, in the order of `DriverTable.customer`; NaN = not known. */
  readonly values: Float64Array;
  /** What counts as well, in words that follow “well is”: `a mean rating of 4 or more`. */
  readonly well: string;
  /** From which value on it went well. */
  readonly wellFrom: number;
}

export interface DriverTable {
  /** Number of each customer who answered the recommendation question. */
  readonly customer: Int32Array;
  /** Their latest answer, 0 to 10. */
  readonly outcome: Float64Array;
  readonly drivers: readonly PossibleDriver[];
}

const SCORE_NAMES: readonly (readonly [ScoreName, string])[] = [
  ['csat', 'Satisfaction with contacts'],
  ['ces', 'Ease of contacts'],
  ['emotion', 'Feeling after contacts'],
];

/**
 * The latest recommendation of every customer beside the means of the 180 days before it: ratings, whether tickets were
 * resolved at first contact, how long the first answer took (as −log₂ of the wait, because the step from one hour to
 * two is felt like the one from two to four), hand-offs and the number of contacts, the last three turned round.
 */
export function driverTable(context: Context, period: Period): DriverTable {
  const { dataset } = context;
  const { row: answers } = latestAnswers(dataset, [period]);
  const nps = dataset.responses?.columns.nps?.values ?? new Float64Array(0);
  return {
    customer: Int32Array.from(answers, (row) => dataset.responses?.customer[row] as number),
    outcome: Float64Array.from(answers, (row) => nps[row] as number),
    drivers: [...ratingDrivers(dataset, answers), ...ticketDrivers(context, answers)].filter(({ values }) =>
      values.some((value) => !Number.isNaN(value)),
    ),
  };
}

function ratingDrivers(dataset: Dataset, answers: Int32Array): PossibleDriver[] {
  return SCORE_NAMES.filter(([score]) => dataset.responses?.columns[score] !== undefined).map(([score, name]) => {
    const { inUse, sample } = oneScale(dataset, score);
    const { values: ratings } = sample;
    const wellFrom = inUse[0]?.positiveFrom ?? Number.POSITIVE_INFINITY;
    const item = dataset.responses?.item ?? new Uint8Array(0);
    return {
      id: score,
      name,
      well: `a mean rating of ${wellFrom} or more`,
      wellFrom,
      values: Float64Array.from(answers, (answer) => {
        const mean = new RunningMean();
        forEachBefore(dataset, answer, DAYS_BEFORE, (row) => {
          const rating = ratings[row] as number;
          if (item[row] === 0 && !Number.isNaN(rating) && rating !== ABSENT) mean.add(rating);
        });
        return mean.value;
      }),
    };
  });
}

function ticketDrivers(context: Context, answers: Int32Array): PossibleDriver[] {
  const { dataset } = context;
  const { tickets } = dataset;
  if (tickets === null) return [];
  const { transfers, proactive } = tickets.columns;
  const held = windowOutcomes(dataset, 7, 'any').sample.values;
  const { waiting } = firstResponseTimes(context, 'calendar');
  const names = [
    ['fcr', 'Resolved at first contact', 'every ticket resolved at first contact', 1],
    ['wait', 'A short wait for a first answer', 'a typical wait of an hour or less', -Math.log2(60)],
    ['transfers', 'A low number of hand-offs', 'no hand-off', 0],
    ['contacts', 'A low number of contacts', 'a single contact', -1],
  ] as const;
  const columns = names.map(() => new Float64Array(answers.length).fill(Number.NaN));
  for (const [index, answer] of answers.entries()) {
    const means = names.map(() => new RunningMean());
    let contacts = 0;
    forEachTicketBefore(dataset, answer, DAYS_BEFORE, (ticket) => {
      if (proactive?.[ticket] === 1) return;
      contacts++;
      if (held[ticket] !== ABSENT) means[0]?.add(held[ticket] as number);
      const wait = waiting.milliseconds[ticket] as number;
      if (waiting.ended[ticket] === 1) means[1]?.add(-Math.log2(Math.max(wait, MINUTE) / MINUTE));
      const handOffs = transfers?.[ticket] ?? Number.NaN;
      if (!Number.isNaN(handOffs)) means[2]?.add(-handOffs);
    });
    if (contacts > 0) means[3]?.add(-contacts);
    for (const [driver, mean] of means.entries()) (columns[driver] as Float64Array)[index] = mean.value;
  }
  return names.map(([id, name, well, wellFrom], driver) => ({
    id,
    name,
    well,
    wellFrom,
    values: columns[driver] as Float64Array,
  }));
}

/** Shorter waits are as good as none. */
const MINUTE = 60_000;

class RunningMean {
  #sum = 0;
  #n = 0;

  add(value: number): void {
    this.#sum += value;
    this.#n++;
  }

  /** NaN of nothing. */
  get value(): number {
    return this.#n === 0 ? Number.NaN : this.#sum / this.#n;
  }
}
