/**
 * Answers to items of kept responses.
 */
import type { ItemAnswers } from '../dataset/part.ts';
import type { ItemGroupPlan } from './plan.ts';

/**
 * One entry per answer, in the order of the responses and, within a response, of the items.
 *
 * @param values the answers of each item over all rows read.
 * @param kept the rows that stay; null = all.
 */
export function itemAnswers(
  group: ItemGroupPlan,
  values: readonly Float64Array[],
  kept: Int32Array | null,
): ItemAnswers {
  const rows = kept?.length ?? values[0]?.length ?? 0;
  let count = 0;
  for (let row = 0; row < rows; row++) {
    for (const item of values) if (!Number.isNaN(item[kept?.[row] ?? row])) count++;
  }
  const touchpoints = [...new Set(group.items.map((item) => item.touchpoint))];
  const touchpointOf = group.items.map((item) => touchpoints.indexOf(item.touchpoint));
  const response = new Int32Array(count);
  const codes = new Int32Array(count);
  const answers = new Float64Array(count);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    for (const [index, item] of values.entries()) {
      const answer = item[kept?.[row] ?? row] as number;
      if (Number.isNaN(answer)) continue;
      response[next] = row;
      codes[next] = touchpointOf[index] as number;
      answers[next++] = answer;
    }
  }
  const scale = group.items[0]?.reader.rule.scale ?? { min: 0, max: 0, positiveFrom: 0 };
  return { response, touchpoint: { codes, values: touchpoints }, score: group.score, values: answers, scale };
}
