/**
 * How customers who answered the recommendation question rated the stages of the journey.
 */
import type { Period } from '../../calendar/period.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { placeOnScale } from '../../metrics/estimators/place-on-scale.ts';
import { DAYS_BEFORE, forEachBefore, latestAnswers } from '../../metrics/experience/before-answer.ts';
import { stagePlaces } from '../stages.ts';

export interface StageRatings {
  /** Aspects named like stages in the same answer, or ratings of contacts at a stage before it. */
  readonly source: 'aspects' | 'contacts';
  /** Rows of the answers to the recommendation question, one a customer, of those who rated every stage. */
  readonly answers: Int32Array;
  /** A column a stage: the place on its scale, 0 to 1. */
  readonly stages: readonly { readonly name: string; readonly rating: Float64Array }[];
  /** Customers who answered the recommendation question. */
  readonly asked: number;
}

/** Ratings of the declared stages; null where neither aspects nor responses name two of them. */
export function stageRatings(dataset: Dataset, declared: readonly string[], all: Period): StageRatings | null {
  return fromAspects(dataset, declared, all) ?? fromContacts(dataset, declared, all);
}

function fromAspects(dataset: Dataset, declared: readonly string[], all: Period): StageRatings | null {
  const { aspect, score } = dataset.aspects?.columns ?? {};
  if (dataset.aspects === null || aspect === undefined || score === undefined) return null;
  const names = stagesNamed(declared, aspect.values);
  if (names.length < 2) return null;
  const stageOf = stagePlaces(names, aspect.values);
  const rated = new Float64Array((dataset.responses?.rows ?? 0) * names.length).fill(Number.NaN);
  for (let row = 0; row < dataset.aspects.rows; row++) {
    const stage = stageOf[aspect.codes[row] as number] ?? -1;
    if (stage >= 0) rated[(dataset.aspects.response[row] as number) * names.length + stage] = placeOnScale(score, row);
  }
  return complete(
    'aspects',
    names,
    latestAnswers(dataset, [all]).row,
    (answer, stage) => rated[answer * names.length + stage] as number,
  );
}

function fromContacts(dataset: Dataset, declared: readonly string[], all: Period): StageRatings | null {
  const { stage, csat } = dataset.responses?.columns ?? {};
  if (stage === undefined || csat === undefined) return null;
  const names = stagesNamed(declared, stage.values);
  if (names.length < 2) return null;
  const stageOf = stagePlaces(names, stage.values);
  const { row: answers } = latestAnswers(dataset, [all]);
  const sums = new Float64Array(names.length);
  const counts = new Float64Array(names.length);
  const means = new Map<number, Float64Array>();
  for (const answer of answers) {
    sums.fill(0);
    counts.fill(0);
    forEachBefore(dataset, answer, DAYS_BEFORE, (row) => {
      const at = stageOf[stage.codes[row] as number] ?? -1;
      const place = placeOnScale(csat, row);
      if (at < 0 || Number.isNaN(place)) return;
      sums[at] = (sums[at] as number) + place;
      counts[at] = (counts[at] as number) + 1;
    });
    means.set(
      answer,
      sums.map((sum, at) => sum / (counts[at] as number)),
    );
  }
  return complete('contacts', names, answers, (answer, at) => means.get(answer)?.[at] ?? Number.NaN);
}

/** Declared stages that the values of a column name, in their order. */
function stagesNamed(declared: readonly string[], values: readonly string[]): string[] {
  const named = new Set(stagePlaces(declared, values));
  return declared.filter((_, place) => named.has(place));
}

/** Answers of customers who rated every stage. */
function complete(
  source: StageRatings['source'],
  names: readonly string[],
  answers: Int32Array,
  rating: (answer: number, stage: number) => number,
): StageRatings {
  const kept = answers.filter((answer) => names.every((_, stage) => !Number.isNaN(rating(answer, stage))));
  return {
    source,
    answers: kept,
    stages: names.map((name, stage) => ({ name, rating: Float64Array.from(kept, (answer) => rating(answer, stage)) })),
    asked: answers.length,
  };
}
