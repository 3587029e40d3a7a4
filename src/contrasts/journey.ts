/**
 * The whole journey, or one point of contact.
 */
import type { Contrast } from './contrast.ts';
import { weightOfService } from './journey/weight-of-service.ts';
import { whoMeetsService } from './journey/who-meets-service.ts';
import { whoStarts } from './journey/who-starts.ts';

export const journey: Contrast = {
  id: 'journey',
  name: 'Journey and contact',
  group: 'experience and service',
  sides: ['The whole journey of every customer', 'One contact, when a customer asks for it'],
  question: 'How much of the journey is service, and who begins it?',
  idea: [
    'Service is one contact, by phone or by email, of customers who ask for it; experience is the journey of all of them, from ' +
      'the first touchpoint on.',
    'If that is so, customers who met with service see the company with other eyes than those who did not, service is only a ' +
      'part of what goes with their recommendation, and it is they who begin it.',
  ],
  tests: [whoMeetsService, weightOfService, whoStarts],
  practices: [
    {
      text: 'Ask customers who never call as well, and report them apart: service scores say nothing of them.',
      fits: ['holds', 'mixed', 'open'],
      metric: 'who_meets_service',
    },
    {
      text: 'Work on the stage with the largest part first, even where no ticket comes from it.',
      fits: ['holds', 'mixed'],
      metric: 'weight_of_service',
    },
    {
      text: 'At stages that are mostly reactive, write to customers before they have to ask, and watch whether fewer ask.',
      fits: ['holds', 'mixed', 'open'],
      metric: 'who_starts',
    },
    {
      text: 'Put service first: here it is what goes most with whether customers recommend.',
      fits: ['contradicted'],
      metric: 'weight_of_service',
    },
    {
      text: 'Record who began each contact and at which stage, and ask about every stage in one survey.',
      fits: ['untold', 'open', 'described'],
      metric: 'contact_rate',
    },
  ],
};
