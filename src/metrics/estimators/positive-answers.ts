/**
 * Which answers of a score are positive.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import type { ScoreName } from '../../dataset/model.ts';
import { ABSENT, moments, type Sample } from './sample.ts';

/** 1 for an answer at or above the lowest positive one of its own scale, 0 for one below. */
export function positiveAnswers(dataset: Dataset, score: ScoreName): Sample {
  const at = moments(dataset, 'responses.submitted_at');
  const values = new Int8Array(at.length).fill(ABSENT);
  const column = dataset.responses?.columns[score];
  if (column !== undefined) {
    const positiveFrom = Float64Array.from(column.scales, (scale) => scale.positiveFrom);
    for (let row = 0; row < values.length; row++) {
      const answer = column.values[row] as number;
      if (!Number.isNaN(answer)) values[row] = answer >= (positiveFrom[column.scale[row] as number] as number) ? 1 : 0;
    }
  }
  return { table: 'responses', at, values };
}
