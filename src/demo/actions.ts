/**
 * What the company did about answers: calls to those who would not recommend, and work on comments.
 */
import type { Response } from './answers.ts';
import { addOpenMinutes, DAY } from './clock.ts';
import { createRandom } from './random.ts';
import type { Remark } from './remarks.ts';
import { EXPORT_END } from './tickets.ts';

export interface FeedbackAction {
  readonly responseId: string;
  readonly at: number;
  readonly action: 'contacted' | 'coded' | 'escalated' | 'changed';
  /** A team, never a person. */
  readonly owner: string;
}

/** Every action in the order of its moment. */
export function createActions(
  seed: number,
  responses: readonly Response[],
  remarks: ReadonlyMap<string, Remark>,
): readonly FeedbackAction[] {
  const random = createRandom(seed, 'actions');
  const actions: FeedbackAction[] = [];
  for (const { id, submittedAt, followedUpAt, comment } of responses) {
    if (submittedAt === null) continue;
    const add = (action: FeedbackAction['action'], owner: string, after: number) => {
      const at = Math.ceil(after / 60_000) * 60_000;
      if (at < EXPORT_END) actions.push({ responseId: id, at, action, owner });
    };
    if (followedUpAt !== null) {
      add('contacted', 'Care', followedUpAt);
      if (random.chance(0.07)) add('escalated', 'Care', followedUpAt + random.exponential(2 * DAY));
      continue;
    }
    if (comment === '') continue;
    const read = addOpenMinutes(submittedAt, random.logNormal(1500, 0.8));
    if (remarks.has(id) || random.chance(0.3)) add('coded', 'Insight', read);
    const bad = remarks.get(id)?.mood === 'negative';
    if (random.chance(bad ? 0.3 : 0.12))
      add('contacted', 'Care', addOpenMinutes(submittedAt, random.logNormal(700, 0.9)));
    if (random.chance(0.05)) add('changed', 'Product', read + random.exponential(20 * DAY));
  }
  return actions.sort((a, b) => a.at - b.at || (a.responseId < b.responseId ? -1 : 1));
}
