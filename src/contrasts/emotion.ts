/**
 * Reason or feeling.
 */
import type { Contrast } from './contrast.ts';
import { satisfiedWithoutFeeling } from './emotion/satisfied-without-feeling.ts';
import { uniqueContributions } from './emotion/unique-contributions.ts';
import { wordsOfTheSatisfied } from './emotion/words-of-the-satisfied.ts';

export const emotion: Contrast = {
  id: 'emotion',
  name: 'Emotion',
  group: 'satisfaction and experience',
  sides: ['Rational, tangible outcomes', 'Emotional ties and feelings along the way'],
  question: 'Do feelings tell more about recommending than what can be reasoned about?',
  idea: [
    'Satisfaction weighs what was promised against what came: speed, ease, quality, price.',
    'Experience is said to be felt: who felt valued, confident or at ease recommends a company, and who only got what was ' +
      'due stays cool. If that is so, feelings tell something of recommending that rational ratings do not.',
  ],
  tests: [uniqueContributions, satisfiedWithoutFeeling, wordsOfTheSatisfied],
  practices: [
    {
      text: 'Ask for one feeling after a contact, and read it beside the rating: a satisfied answer without a good feeling is a different case.',
      fits: ['holds', 'mixed', 'open', 'untold'],
      metric: 'emotion',
    },
    {
      text: 'Look for the moments in which customers felt valued or let down, and give the people who serve them room to create the first.',
      fits: ['holds', 'mixed'],
      metric: 'words_of_the_satisfied',
    },
    {
      text: 'Put speed, ease and a right first answer before gestures: here they tell as much of recommending as feelings do.',
      fits: ['contradicted'],
      metric: 'unique_contributions',
    },
    {
      text: 'Rate three rational and three felt aspects in one yearly survey, so that the two can be told apart at all.',
      fits: ['open', 'untold'],
      metric: 'unique_contributions',
    },
  ],
};
