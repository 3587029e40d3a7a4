import type { Dataset } from '../../dataset/dataset.ts';
import { positiveAnswers } from '../estimators/positive-answers.ts';
import { missingField } from '../missing-field.ts';
import { mixAnalysis } from '../mix.ts';
import { once } from '../once.ts';

const NEEDS = ['responses.csat | tickets.csat'];

const satisfied = once((dataset: Dataset) => positiveAnswers(dataset, 'csat'));

/** What a change in the satisfied share is made of (B23). */
export const csatMix = mixAnalysis({
  metric: 'csat',
  words: {
    id: 'csat_mix',
    name: 'CSAT: change within kinds of cases, and change of the mix',
    label: 'CSAT',
    lens: 'satisfaction',
    question: 'Did satisfaction change within each kind of case, or did the mix of cases change?',
    needs: NEEDS,
    margin: 0.05,
    counts: 'answers',
  },
  subject: 'the satisfied share',
  missing: ({ dataset }) => missingField(dataset, NEEDS),
  sample: ({ dataset }) => satisfied(dataset),
});
