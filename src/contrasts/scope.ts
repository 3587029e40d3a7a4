/**
 * One transaction or the entire journey.
 */
import type { Contrast } from './contrast.ts';
import { compounding } from './scope/compounding.ts';
import { restOfJourney } from './scope/rest-of-journey.ts';
import { stageCoverage } from './scope/stage-coverage.ts';

export const scope: Contrast = {
  id: 'scope',
  name: 'Scope',
  group: 'satisfaction and experience',
  sides: ['Expectations met in one transaction', 'The whole journey, from first touch to support after the purchase'],
  question: 'Does a good contact make a good journey?',
  idea: [
    'Satisfaction looks at one transaction and whether it met expectations; experience takes in the whole way, from first ' +
      'hearing of a company to the help after a purchase.',
    'If that is so, the stages that nobody asks about matter, they tell more than the last contact alone, and steps that are ' +
      'good one by one can still add up to a journey that is not.',
  ],
  tests: [stageCoverage, restOfJourney, compounding],
  practices: [
    {
      text: 'Ask a short question at every stage of the journey, the ones without tickets first.',
      fits: ['mixed', 'open', 'described', 'untold'],
      metric: 'stage_coverage',
    },
    {
      text: 'Set goals for whole journeys, such as becoming a customer, and let one person answer for each of them.',
      fits: ['holds', 'mixed'],
      metric: 'watermelon',
    },
    {
      text: 'Look after the customers with several contacts: count who was satisfied every time, not how many contacts were.',
      fits: ['holds', 'mixed', 'described'],
      metric: 'compounding',
    },
    {
      text: 'Mend the single contact first: here it tells as much of the recommendation as the rest of the journey does.',
      fits: ['contradicted'],
      metric: 'csat',
    },
  ],
};
