/**
 * Which answers count, in a few words that stand beside every figure.
 */
import type { Scale } from '../dataset/column.ts';
import type { Dataset, Dimension } from '../dataset/dataset.ts';
import type { ScoreName } from '../dataset/model.ts';
import { type Asked, scaleChanges, scalesByValue, scalesInUse } from './scales-in-use.ts';

/** `4 and 5 on a scale from 1 to 5`, once for each scale in use. */
export function positiveBasis(dataset: Dataset, score: ScoreName, asked: Asked): string[] {
  return scalesInUse(dataset, score, asked).map(positiveWords);
}

/** The same for each value of a dimension. */
export function positiveBasisByValue(dataset: Dataset, score: ScoreName, dimension: Dimension): Map<string, string[]> {
  const scales = scalesByValue(dataset, score, dimension);
  return new Map(Array.from(scales, ([value, used]) => [value, used.map(positiveWords)]));
}

/** Answers that count from some moment on, in place of others: after the last answer on the old scale. */
export interface BasisChange {
  readonly last: number;
  readonly first: number;
  /** `6 and 7 on a scale from 1 to 7 count in place of 4 and 5 on a scale from 1 to 5`. */
  readonly what: string;
}

/** When other answers began to count; null where answers on several scales were given side by side. */
export function basisChanges(dataset: Dataset, score: ScoreName): readonly BasisChange[] | null {
  const changes = scaleChanges(dataset, score);
  return (
    changes?.map(({ last, first, from, to }) => ({
      last,
      first,
      what: `${positiveWords(to)} count in place of ${positiveWords(from)}`,
    })) ?? null
  );
}

function positiveWords({ min, max, positiveFrom }: Scale): string {
  return `${answers(positiveFrom, max)} on a scale from ${min} to ${max}`;
}

/** `on a scale from 1 to 5`. */
export function scaleBasis(dataset: Dataset, score: ScoreName): string[] {
  const [first] = scalesInUse(dataset, score, 'overall');
  return first === undefined ? [] : [`on a scale from ${first.min} to ${first.max}`];
}

function answers(from: number, to: number): string {
  if (from === to) return `${to}`;
  return to - from === 1 ? `${from} and ${to}` : `${from} to ${to}`;
}
