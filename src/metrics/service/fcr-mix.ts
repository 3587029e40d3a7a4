import { missingField } from '../missing-field.ts';
import { mixAnalysis } from '../mix.ts';
import { windowOutcomes } from './fcr-window.ts';
import { missingSolutionMoment, SOLUTION_FIELDS } from './solution-moment.ts';

const NEEDS = ['tickets.customer_id', SOLUTION_FIELDS];

/** What a change in first-contact resolution is made of (B23). */
export const fcrMix = mixAnalysis({
  metric: 'fcr_7d_any',
  words: {
    id: 'fcr_mix',
    name: 'First-contact resolution: change within kinds of cases, and change of the mix',
    label: 'FCR-7d-any',
    lens: 'service',
    question: 'Did first-contact resolution change within each kind of case, or did the mix of cases change?',
    needs: NEEDS,
    margin: 0.05,
    counts: 'solved tickets',
  },
  subject: 'the share of tickets resolved at first contact (FCR-7d-any)',
  missing: ({ dataset }) => missingField(dataset, NEEDS) ?? missingSolutionMoment(dataset),
  sample: ({ dataset }) => windowOutcomes(dataset, 7, 'any').sample,
});
