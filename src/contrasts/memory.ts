/**
 * Moments that stay in mind, or matters settled fast and right the first time.
 */
import type { Contrast } from './contrast.ts';
import { fixedAndRemembered } from './memory/fixed-and-remembered.ts';
import { recovery } from './memory/recovery.ts';
import { rewardAndPenalty } from './memory/reward-and-penalty.ts';

export const memory: Contrast = {
  id: 'memory',
  name: 'Memory',
  group: 'experience and service',
  sides: ['Memorable moments that make advocates', 'Issues resolved efficiently, right the first time'],
  question: 'Which goes with recommendations: a moment to remember, or a matter settled at once?',
  idea: [
    'Experience is said to win advocates by moments that people remember and tell of; service by settling a matter fast and ' +
      'right the first time.',
    'If that is so, speed and a lasting solution are expected, and cost recommendations where they are missing, while what goes ' +
      'beyond them earns recommendations; and a failure is not made good by its recovery.',
  ],
  tests: [rewardAndPenalty, fixedAndRemembered, recovery],
  practices: [
    {
      text: 'Secure the must-bes first: until they hold, what is meant to delight is not noticed.',
      fits: ['holds', 'mixed'],
      metric: 'reward_and_penalty',
    },
    {
      text: 'Give staff room for a gesture of their own, and let comments tell which of them are remembered.',
      fits: ['holds', 'mixed'],
      metric: 'fixed_and_remembered',
    },
    {
      text: 'Prevent the second failure rather than compensate for it: follow cases that were reopened to their end.',
      fits: ['holds', 'mixed', 'contradicted'],
      metric: 'reopen',
    },
    {
      text: 'Spend on solving at once before spending on surprises.',
      fits: ['contradicted'],
      metric: 'fcr_7d_any',
    },
    {
      text: 'Have two people code a few hundred comments for moments, and ask for ease and empathy beside the recommendation.',
      fits: ['open', 'untold'],
      metric: 'fixed_and_remembered',
    },
  ],
};
