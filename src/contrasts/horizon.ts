/**
 * Immediate needs or the long-term relationship.
 */
import type { Contrast } from './contrast.ts';
import { decay } from './horizon/decay.ts';
import { foretelling } from './horizon/foretelling.ts';
import { stableShare } from './horizon/stable-share.ts';

export const horizon: Contrast = {
  id: 'horizon',
  name: 'Horizon',
  group: 'satisfaction and experience',
  sides: ['Immediate needs, in the short term', 'The long-term relationship, loyalty and advocacy'],
  question: 'Is satisfaction of the moment, and does loyalty last?',
  idea: [
    'Satisfaction answers whether a need was met just now; experience shows in whether customers come back and speak well of ' +
      'a company, long after.',
    'If that is so, what customers say of the company is steadier than what they say of a contact, fades more slowly, and ' +
      'tells further ahead who will leave.',
  ],
  tests: [stableShare, decay, foretelling],
  practices: [
    {
      text: 'Follow the same customers over time instead of comparing one month’s answers with the next month’s.',
      fits: ['holds', 'mixed', 'open', 'untold'],
      metric: 'stable_share',
    },
    {
      text: 'Act on ratings within days, while they are true; review what customers think of the company once a quarter.',
      fits: ['holds', 'mixed'],
      metric: 'csat',
    },
    {
      text: 'Keep leavings in the customer list for two years at least: a year ahead can be told only of answers that old.',
      fits: ['open', 'untold', 'mixed'],
      metric: 'foretelling',
    },
    {
      text: 'Use either score as a warning, whichever more customers answer: neither lasts or foretells more here.',
      fits: ['contradicted'],
      metric: 'leaving',
    },
  ],
};
