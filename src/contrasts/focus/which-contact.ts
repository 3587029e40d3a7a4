/**
 * C7c: whether the mean of all contacts, the worst or the last goes most with the recommendation.
 */
import { type PeakEndResult, peakEnd } from '../../metrics/experience/peak-end.ts';
import type { ContrastTest } from '../contrast.ts';

export const whichContact: ContrastTest<PeakEndResult> = {
  id: 'c7c',
  analysis: peakEnd,
  saidWhen:
    'That the last contact, or the worst, counts for more than its part is said only when the interval of its share lies ' +
    'above a third.',
  pitfalls: [
    'Mean, worst and last rating of a customer overlap by construction: of three ratings the last is a third of the mean.',
    'The rule that peak and end are remembered comes from episodes of minutes, not from months of contacts.',
  ],
};
