/**
 * What customers rate of the rational and of the emotional kind, beside whether they would recommend.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { AspectRoles } from '../../metrics/definition.ts';
import { ABSENT } from '../../metrics/estimators/sample.ts';
import { latestAnswers } from '../../metrics/experience/before-answer.ts';
import { npsAnswers } from '../../metrics/experience/nps-answers.ts';

/** A rating older than this says little of the customer at the time of the answer. */
export const DAYS_BEFORE = 180;

export interface RatedAspect {
  readonly name: string;
  /** Per answer, as its place between the ends of its own scale, 0 to 1; NaN = not rated. */
  readonly values: Float64Array;
}

export interface RatedBlocks {
  /** Customer of each answer; answers without one have numbers of their own. */
  readonly customer: Int32Array;
  /** The answer to the recommendation question, 0 to 10. */
  readonly outcome: Float64Array;
  /** In the order of the configuration; aspects that nobody rated are absent. */
  readonly rational: readonly RatedAspect[];
  readonly emotional: readonly RatedAspect[];
}

/**
 * The latest answer of every customer to the recommendation question, with the latest rating of each aspect in the 180
 * days up to it, the same questionnaire included.
 */
export function ratedBlocks(dataset: Dataset, roles: AspectRoles, all: Period): RatedBlocks {
  const answers = answersOf(dataset, all);
  const nps = dataset.responses?.columns.nps?.values ?? new Float64Array(0);
  const aspectOf = (name: string): RatedAspect => ({ name, values: new Float64Array(answers.length).fill(Number.NaN) });
  const rational = roles.rational.map(aspectOf);
  const emotional = roles.emotional.map(aspectOf);
  readRatings(dataset, answers, [...rational, ...emotional]);
  const isRated = ({ values }: RatedAspect) => values.some((value) => !Number.isNaN(value));
  const { customerCount } = dataset;
  return {
    customer: Int32Array.from(answers, (row) => {
      const known = dataset.responses?.customer[row] ?? -1;
      return known < 0 ? customerCount + row : known;
    }),
    outcome: Float64Array.from(answers, (row) => nps[row] as number),
    rational: rational.filter(isRated),
    emotional: emotional.filter(isRated),
  };
}

/** Rows of the answers that count: the latest of each customer, and every one without a customer. */
function answersOf(dataset: Dataset, all: Period): number[] {
  const rows = Array.from(latestAnswers(dataset, [all]).row);
  const { values, at } = npsAnswers(dataset).sample;
  const { customer, item, rows: count } = dataset.responses ?? { customer: [], item: [], rows: 0 };
  for (let row = count - 1; row >= 0 && (customer[row] as number) < 0; row--) {
    const moment = at[row] as number;
    if (values[row] !== ABSENT && item[row] === 0 && moment >= all.start && moment < all.end) rows.push(row);
  }
  return rows;
}

/** Ratings stand in the order of their responses, so that of several up to an answer the latest is read last. */
function readRatings(dataset: Dataset, answers: readonly number[], aspects: readonly RatedAspect[]): void {
  const { aspects: table, responses } = dataset;
  const { aspect, score } = table?.columns ?? {};
  const at = responses?.columns.submitted_at;
  if (table === null || responses === null || aspect === undefined || score === undefined || at === undefined) return;
  const ofCustomer = new Int32Array(dataset.customerCount).fill(-1);
  const ofRow = new Map<number, number>();
  for (const [place, row] of answers.entries()) {
    const who = responses.customer[row] as number;
    if (who < 0) ofRow.set(row, place);
    else ofCustomer[who] = place;
  }
  const byName = new Map(aspects.map((rated) => [rated.name, rated]));
  const wanted = aspect.values.map((name) => byName.get(name));
  for (let rating = 0; rating < table.rows; rating++) {
    const rated = wanted[aspect.codes[rating] as number];
    const scale = score.scales[score.scale[rating] as number];
    const row = table.response[rating] as number;
    const who = responses.customer[row] as number;
    const place = who < 0 ? ofRow.get(row) : ofCustomer[who];
    if (rated === undefined || scale === undefined || place === undefined || place < 0) continue;
    const answer = answers[place] as number;
    if (row > answer || (at[row] as number) < (at[answer] as number) - DAYS_BEFORE * DAY_MS) continue;
    rated.values[place] = ((score.values[rating] as number) - scale.min) / (scale.max - scale.min);
  }
}
