/**
 * Customers by how they rated every contact and whether they would recommend: green outside, red inside.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { Slice } from '../definition.ts';
import { valueOfRows } from '../estimators/grouping.ts';
import { positiveAnswers } from '../estimators/positive-answers.ts';
import { ABSENT } from '../estimators/sample.ts';
import { sliceKey } from '../estimators/slice-key.ts';
import { once } from '../once.ts';
import { DAYS_BEFORE, forEachBefore, latestAnswers } from './before-answer.ts';
import { npsAnswers } from './nps-answers.ts';

/** Fewest ratings that make a picture of a customer's contacts. */
export const FEWEST_RATINGS = 2;

/** Customers of one period and group; the four parts add up to the eligible. */
export interface WatermelonCounts {
  readonly goodDetractors: number;
  readonly goodOthers: number;
  readonly mixedDetractors: number;
  readonly mixedOthers: number;
}

export interface WatermelonGroups {
  readonly values: readonly string[];
  /** One entry per period and value, period-major. */
  readonly counts: readonly WatermelonCounts[];
}

const positives = once((dataset: Dataset) => positiveAnswers(dataset, 'csat').values);

/** Whether each answer's customer rated every contact before it well: 1 yes, 0 no, −1 too few ratings to say. */
export function ratedAllWell(dataset: Dataset, answer: number): number {
  const positive = positives(dataset);
  const item = dataset.responses?.item ?? new Uint8Array(0);
  let ratings = 0;
  let good = 0;
  forEachBefore(dataset, answer, DAYS_BEFORE, (row) => {
    if (positive[row] === ABSENT || item[row] === 1) return;
    ratings++;
    good += positive[row] as number;
  });
  return ratings < FEWEST_RATINGS ? -1 : Number(good === ratings);
}

/**
 * Counts customers with at least two ratings in the 180 days before their latest answer to the recommendation question
 * of a period, by whether every rating was positive and whether the answer makes them detractors (B19).
 */
export function watermelonCounts(dataset: Dataset, slice: Slice): WatermelonGroups {
  const groups = known(dataset);
  const key = sliceKey(slice);
  const found = groups.get(key) ?? countCustomers(dataset, slice);
  groups.set(key, found);
  return found;
}

/** Three shares are made of the same counts. */
const known = once((_dataset: Dataset) => new Map<string, WatermelonGroups>());

function countCustomers(dataset: Dataset, slice: Slice): WatermelonGroups {
  const { value, values } = valueOfRows(dataset, 'responses', slice);
  const { row: answers, period } = latestAnswers(dataset, slice.periods as Period[]);
  const { sample } = npsAnswers(dataset);
  const counts = Array.from({ length: slice.periods.length * values.length }, () => [0, 0, 0, 0]);
  for (const [index, answer] of answers.entries()) {
    const column = value[answer] as number;
    if (column < 0) continue;
    const good = ratedAllWell(dataset, answer);
    if (good < 0) continue;
    const parts = counts[(period[index] as number) * values.length + column] as number[];
    const part = 2 * (1 - good) + (sample.values[answer] === -1 ? 0 : 1);
    parts[part] = (parts[part] as number) + 1;
  }
  return {
    values,
    counts: counts.map(([goodDetractors = 0, goodOthers = 0, mixedDetractors = 0, mixedOthers = 0]) => ({
      goodDetractors,
      goodOthers,
      mixedDetractors,
      mixedOthers,
    })),
  };
}
