/**
 * What has come since the actions, in words.
 */
import type { ActionReport, Aftermath } from '../types/action.ts';
import { listed } from '../wording/list.ts';

/** Beside each action. None of it says that the action brought anything about. */
export const AFTERMATH_WORDS: Readonly<Record<Aftermath, string>> = {
  better: 'Better since',
  worse: 'Worse since',
  changed: 'Changed since',
  same: 'About the same since',
  unclear: 'No clear change since',
  few: 'Too few to say',
  early: 'Too early to say',
  unmeasured: 'Not measured',
};

const COUNTED: Readonly<Record<Aftermath, readonly [one: string, many: string]>> = {
  better: ['was followed by something better', 'were followed by something better'],
  worse: ['was followed by something worse', 'were followed by something worse'],
  changed: ['was followed by a change', 'were followed by a change'],
  same: ['was followed by about the same', 'were followed by about the same'],
  unclear: ['shows no clear change since', 'show no clear change since'],
  few: ['has too few answers to say', 'have too few answers to say'],
  early: ['is too recent to say', 'are too recent to say'],
  unmeasured: ['is not measured', 'are not measured'],
};

/** `Of 7 actions, 1 was followed by something better, …` */
export function actionsAnswer(actions: readonly Pick<ActionReport, 'aftermath'>[]): string {
  if (actions.length === 0) return 'No action is recorded.';
  const clauses = (Object.keys(COUNTED) as Aftermath[]).flatMap((aftermath) => {
    const n = actions.filter((action) => action.aftermath === aftermath).length;
    return n === 0 ? [] : [`${n} ${COUNTED[aftermath][n === 1 ? 0 : 1]}`];
  });
  return `Of ${actions.length} ${actions.length === 1 ? 'action' : 'actions'}, ${listed(clauses, 'and')}.`;
}
