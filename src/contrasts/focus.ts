/**
 * One transaction or the whole relationship.
 */
import type { Contrast } from './contrast.ts';
import { contactAndOverall } from './focus/contact-and-overall.ts';
import { greenOutside } from './focus/green-outside.ts';
import { whichContact } from './focus/which-contact.ts';

export const focus: Contrast = {
  id: 'focus',
  name: 'Focus',
  group: 'satisfaction and experience',
  sides: ['Happiness with one transaction', 'The overall view of every touchpoint'],
  question: 'Does what customers say after a contact tell how they see the whole?',
  idea: [
    'A satisfaction survey asks about the contact that has just ended; experience is how somebody sees the company once ' +
      'everything is put together.',
    'If that is so, customers can be pleased with each contact and still think little of the whole, and some contacts ' +
      'weigh more than others.',
  ],
  tests: [contactAndOverall, greenOutside, whichContact],
  practices: [
    {
      text: 'Ask about the relationship on a fixed rhythm, apart from any contact, and report both beside each other.',
      fits: ['holds', 'mixed', 'open', 'untold'],
      metric: 'nps',
    },
    {
      text: 'Call detractors whose every contact went well: tickets cannot tell what they are unhappy with.',
      fits: ['holds', 'mixed'],
      metric: 'watermelon',
    },
    {
      text: 'Keep one survey: where contacts tell the whole, a second one costs customers time and adds little.',
      fits: ['contradicted'],
      metric: 'response_rate',
    },
  ],
};
