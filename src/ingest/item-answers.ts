/**
 * Answers to items of kept responses.
 */
import type { CategoryColumn, Scale } from '../dataset/column.ts';
import type { AspectAnswers, ItemAnswers } from '../dataset/part.ts';
import type { ItemGroupPlan } from './plan.ts';

export interface PartAnswers {
  readonly items: readonly ItemAnswers[];
  readonly aspects: readonly AspectAnswers[];
}

/**
 * The answers to items and the ratings of aspects of a file.
 *
 * @param values the answers of each group and item over all rows read.
 * @param kept the rows that stay; null = all.
 */
export function answersOf(
  groups: readonly ItemGroupPlan[],
  values: readonly (readonly Float64Array[])[],
  kept: Int32Array | null,
): PartAnswers {
  const items: ItemAnswers[] = [];
  const aspects: AspectAnswers[] = [];
  for (const [index, group] of groups.entries()) {
    const { about, ...answers } = groupAnswers(group, values[index] ?? [], kept);
    if (group.score === 'aspect') aspects.push({ ...answers, aspect: about });
    else items.push({ ...answers, touchpoint: about, score: group.score });
  }
  return { items, aspects };
}

interface GroupAnswers {
  readonly response: Int32Array;
  readonly about: CategoryColumn;
  readonly values: Float64Array;
  readonly scale: Scale;
}

/** One entry per answer, in the order of the responses and, within a response, of the items. */
function groupAnswers(group: ItemGroupPlan, values: readonly Float64Array[], kept: Int32Array | null): GroupAnswers {
  const rows = kept?.length ?? values[0]?.length ?? 0;
  let count = 0;
  for (let row = 0; row < rows; row++) {
    for (const item of values) if (!Number.isNaN(item[kept?.[row] ?? row])) count++;
  }
  const names = [...new Set(group.items.map(({ about }) => about))];
  const nameOf = group.items.map(({ about }) => names.indexOf(about));
  const response = new Int32Array(count);
  const codes = new Int32Array(count);
  const answers = new Float64Array(count);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    for (const [index, item] of values.entries()) {
      const answer = item[kept?.[row] ?? row] as number;
      if (Number.isNaN(answer)) continue;
      response[next] = row;
      codes[next] = nameOf[index] as number;
      answers[next++] = answer;
    }
  }
  const scale = group.items[0]?.reader.rule.scale ?? { min: 0, max: 0, positiveFrom: 0 };
  return { response, about: { codes, values: names }, values: answers, scale };
}
