import { expect, test } from 'vitest';
import type { Outcome } from '../report/types/contrast.ts';
import { contrastsAnswer } from './contrasts-answer.ts';

const answer = (...outcomes: Outcome[]) => contrastsAnswer(outcomes.map((outcome) => ({ outcome })));

test('the answer of all contrasts counts them by what comes of them', () => {
  expect(answer('holds', 'untold', 'holds', 'mixed')).toBe(
    'Of 4 statements, 2 hold here, 1 holds in part and 1 cannot be told from these data.',
  );
});

test('where the same comes of all of them, it says so', () => {
  expect(answer('holds', 'holds')).toBe('All 2 statements hold here.');
  expect(answer('contradicted', 'contradicted')).toBe('None of the 2 statements is so here.');
  expect(answer('untold', 'untold')).toBe('None of the 2 statements can be told from these data.');
});
