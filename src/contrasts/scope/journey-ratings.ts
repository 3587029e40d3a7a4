/**
 * What customers who were asked whether they recommend had said of their last contact, and of the rest of the journey.
 */
import { DAY_MS } from '../../calendar/civil.ts';
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { placeOnScale } from '../../metrics/estimators/place-on-scale.ts';
import { DAYS_BEFORE, forEachBefore, latestAnswers } from '../../metrics/experience/before-answer.ts';
import { type Random, seededRandom, shuffle } from '../../statistics/random.ts';
import { stageAnswers } from './stage-answers.ts';

/** So many other stages make a picture of more than one contact. */
export const FEWEST_RATINGS = 2;

/** Ratings lie between 0 and 1, the ends of their own scales. One number a customer. */
export interface JourneyRatings {
  readonly recommendation: number[];
  readonly last: number[];
  /** Mean over the other stages. */
  readonly others: number[];
}

/** Customers who rated further contacts of the last contact's own stage: as many of these as of other stages. */
export interface ControlledRatings extends JourneyRatings {
  /** Mean of as many ratings of contacts of the one stage. */
  readonly same: number[];
}

export interface RatedJourneys {
  readonly all: JourneyRatings;
  readonly controlled: ControlledRatings;
  /** Customers who rated all other stages in the same response as the recommendation. */
  readonly together: number;
}

const SEED = 12;

/**
 * The latest recommendation of each customer who rated a contact in the days before it, and at least two other stages
 * before or with it.
 *
 * Of every other stage the latest rating counts. Ratings are those of answers that belong to a stage, and of aspects that
 * bear its name. For the control, which takes ratings of contacts only, as many ratings are taken on both sides: the latest of
 * the one stage, and other stages drawn at random from a fixed seed where there are more.
 *
 * @param stages as declared, or as the exports name them.
 */
export function ratedJourneys(dataset: Dataset, all: Period, stages: readonly string[]): RatedJourneys {
  const journeys = {
    all: { recommendation: [], last: [], others: [] } as JourneyRatings,
    controlled: { recommendation: [], last: [], others: [], same: [] } as ControlledRatings,
    together: 0,
  };
  const random = seededRandom(SEED);
  const ratingsOf = ratingsBefore(dataset, stages);
  const recommendation = dataset.responses?.columns.nps?.values ?? new Float64Array(0);
  for (const answer of latestAnswers(dataset, [all]).row) {
    const found = ratingsOf(answer);
    if (found === null || found.others.length < FEWEST_RATINGS) continue;
    const { last, others, same, together } = found;
    if (together) journeys.together++;
    const said = recommendation[answer] as number;
    push(journeys.all, said, last, others);
    const fewer = Math.min(others.length, same.length);
    if (fewer === 0) continue;
    push(journeys.controlled, said, last, drawn(others, fewer, random));
    journeys.controlled.same.push(mean(same.slice(-fewer)));
  }
  return journeys;
}

interface RatingsBefore {
  readonly last: number;
  /** The latest of every other stage. */
  readonly others: readonly number[];
  /** Ratings of further contacts of the last contact's stage, in the order of time. */
  readonly same: readonly number[];
  /** Whether all other stages were rated with the answer. */
  readonly together: boolean;
}

/** Finds what a customer rated before an answer; null without a contact soon enough before it. */
function ratingsBefore(dataset: Dataset, stages: readonly string[]): (answer: number) => RatingsBefore | null {
  const { responses, aspects } = dataset;
  const { ofResponse, ofAspect, firstAspect } = stageAnswers(dataset, stages);
  const item = responses?.item ?? new Uint8Array(0);
  const at = responses?.columns.submitted_at ?? new Float64Array(0);
  return (answer) => {
    const contacts: { readonly stage: number; readonly rating: number }[] = [];
    const latest = new Map<number, { readonly rating: number; readonly row: number }>();
    let last = -1;
    const note = (row: number) => {
      const rating = placeOnScale(responses?.columns.csat, row);
      if (item[row] === 0 && !Number.isNaN(rating)) {
        const stage = ofResponse[row] as number;
        if (row !== answer) {
          if ((at[row] as number) >= (at[answer] as number) - DAYS_BEFORE * DAY_MS) last = contacts.length;
          contacts.push({ stage, rating });
        }
        if (stage >= 0) latest.set(stage, { rating, row });
      }
      for (let index = firstAspect[row] as number; index < (firstAspect[row + 1] as number); index++) {
        const score = placeOnScale(aspects?.columns.score, index);
        const stage = ofAspect[index] as number;
        if (stage >= 0 && !Number.isNaN(score)) latest.set(stage, { rating: score, row });
      }
    };
    forEachBefore(dataset, answer, Number.POSITIVE_INFINITY, note);
    note(answer);
    const contact = contacts[last];
    if (contact === undefined) return null;
    latest.delete(contact.stage);
    const others = [...latest.values()];
    return {
      last: contact.rating,
      others: others.map(({ rating }) => rating),
      same: contacts.flatMap(({ stage, rating }, place) => (stage === contact.stage && place !== last ? [rating] : [])),
      together: others.every(({ row }) => row === answer),
    };
  };
}

function push(ratings: JourneyRatings, recommendation: number, last: number, others: readonly number[]): void {
  ratings.recommendation.push(recommendation);
  ratings.last.push(last);
  ratings.others.push(mean(others));
}

function drawn(values: readonly number[], count: number, random: Random): number[] {
  const mixed = Float64Array.from(values);
  shuffle(mixed, random);
  return [...mixed.subarray(0, count)];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
