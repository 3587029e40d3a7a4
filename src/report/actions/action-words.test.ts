import { expect, test } from 'vitest';
import type { Aftermath } from '../types/action.ts';
import { actionsAnswer } from './action-words.ts';

const answer = (...aftermaths: Aftermath[]) => actionsAnswer(aftermaths.map((aftermath) => ({ aftermath })));

test('actions are counted by what came since, good and bad alike', () => {
  expect(answer('better', 'worse', 'early', 'worse')).toBe(
    'Of 4 actions, 1 was followed by something better, 2 were followed by something worse and 1 is too recent to say.',
  );
  expect(answer('unclear')).toBe('Of 1 action, 1 shows no clear change since.');
  expect(answer()).toBe('No action is recorded.');
});
