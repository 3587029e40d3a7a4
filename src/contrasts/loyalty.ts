/**
 * What makes customers stay, or what no longer makes them go.
 */
import type { Contrast } from './contrast.ts';
import { rescue } from './loyalty/rescue.ts';
import { retentionByClass } from './loyalty/retention-by-class.ts';
import { whatScoresTell } from './loyalty/what-scores-tell.ts';

export const loyalty: Contrast = {
  id: 'loyalty',
  name: 'Loyalty',
  group: 'experience and service',
  sides: ['Happiness that keeps customers loyal', 'Preventing churn from unresolved grievances'],
  question: 'Does being content go with staying, or a grievance that is not settled with leaving?',
  idea: [
    'Experience is said to keep customers by giving them reasons to stay; service is said to keep them by taking away reasons to go.',
    'If that is so, what customers think of the whole tells who stays and renews, how their contacts went tells who leaves, ' +
      'and a contact in time keeps some who were about to go.',
  ],
  tests: [whatScoresTell, retentionByClass, rescue],
  practices: [
    {
      text: 'Watch the score that tells most about leaving, and let it decide whom to contact first.',
      fits: ['holds', 'mixed'],
      metric: 'what_scores_tell',
    },
    {
      text: 'Contact detractors within two days; to learn what it does, leave it to chance whom to contact first.',
      fits: ['holds', 'mixed', 'open'],
      metric: 'rescue',
    },
    {
      text: 'Look for what goes with leaving elsewhere, in prices, contracts and moves: neither scores nor contacts tell it here.',
      fits: ['contradicted'],
      metric: 'retention',
    },
    {
      text: 'Keep who left and who renewed, with the day, in the customer list: without it loyalty is a word.',
      fits: ['untold', 'open'],
      metric: 'retention',
    },
  ],
};
