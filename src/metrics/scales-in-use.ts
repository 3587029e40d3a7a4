/**
 * The scales that answers to a question stand on.
 */
import type { Scale } from '../dataset/column.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { ScoreName } from '../dataset/model.ts';

/** Answers to the question itself, or to items about touchpoints as well. */
export type Asked = 'overall' | 'by touchpoint';

/**
 * Scales that some answer stands on, told apart by their ends and their lowest positive answer. Where nobody answered
 * the question itself, those of its items.
 */
export function scalesInUse(dataset: Dataset, score: ScoreName, asked: Asked): Scale[] {
  const column = dataset.responses?.columns[score];
  const item = dataset.responses?.item;
  if (column === undefined || item === undefined) return [];
  const { values, scale, scales } = column;
  const overall = new Set<number>();
  const items = new Set<number>();
  for (let row = 0; row < values.length; row++) {
    if (!Number.isNaN(values[row])) (item[row] === 1 ? items : overall).add(scale[row] as number);
  }
  const used = asked === 'overall' && overall.size > 0 ? overall : new Set([...overall, ...items]);
  return scales.filter((_, code) => used.has(code));
}
