/**
 * Which answers count, in a few words that stand beside every figure.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { ScoreName } from '../dataset/model.ts';

/** `4 and 5 on a scale from 1 to 5`; several scales are all named. */
export function positiveBasis(dataset: Dataset, score: ScoreName): string {
  return scalesOf(dataset, score)
    .map(({ min, max, positiveFrom }) => `${answers(positiveFrom, max)} on a scale from ${min} to ${max}`)
    .join('; ');
}

/** `on a scale from 1 to 5`. */
export function scaleBasis(dataset: Dataset, score: ScoreName): string {
  const [first] = scalesOf(dataset, score);
  return first === undefined ? '' : `on a scale from ${first.min} to ${first.max}`;
}

function scalesOf(dataset: Dataset, score: ScoreName) {
  return dataset.responses?.columns[score]?.scales ?? [];
}

function answers(from: number, to: number): string {
  if (from === to) return `${to}`;
  return to - from === 1 ? `${from} and ${to}` : `${from} to ${to}`;
}
