/**
 * Answers to items as columns of rows of their own.
 */
import type { ScoreColumn } from './column.ts';
import { gather } from './column-operations.ts';
import type { Columns } from './model.ts';
import type { ItemAnswers } from './part.ts';

/** The score and the touchpoint of the chosen answers, in that order. */
export function itemColumns(item: ItemAnswers, chosen: Int32Array): Columns<'responses'> {
  return {
    touchpoint: gather('category', item.touchpoint, chosen),
    [item.score]: {
      values: gather('number', item.values, chosen),
      scale: new Uint8Array(chosen.length),
      scales: [item.scale],
    } satisfies ScoreColumn,
  };
}
