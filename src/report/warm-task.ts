/**
 * The other thread's part of `warm.ts`.
 */
import { keepAnswers, learnAnswers, newAnswers } from '../statistics/remembered.ts';
import { EstimateStore } from './estimates.ts';
import { reportContext } from './report-context.ts';
import { tasksOf, type Warmed, type WarmUp, workOff } from './warm.ts';

/** Works off tasks from the back and hands over what they gave. */
export function run({ dataset, config, taken, answers }: WarmUp): Warmed {
  if (answers !== null) keepAnswers();
  learnAnswers(answers ?? []);
  const context = reportContext(dataset, config);
  const store = new EstimateStore(context);
  for (const _ of workOff(tasksOf(context).toReversed(), taken, context, store));
  return {
    analyses: context.analyses.entries(),
    differences: context.differences.entries(),
    answers: newAnswers(),
  };
}
