import type { Dataset } from '../../dataset/dataset.ts';
import { positiveAnswers } from '../estimators/positive-answers.ts';
import { shareCell } from '../estimators/share.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';
import { weightingAnalysis } from '../weighting.ts';

const satisfied = once((dataset: Dataset) => positiveAnswers(dataset, 'csat'));
const easy = once((dataset: Dataset) => positiveAnswers(dataset, 'ces'));

/** Satisfaction and ease as answered and weighted (B17). */
export const satisfactionWeighting = weightingAnalysis({
  words: {
    id: 'weighting_satisfaction',
    name: 'Satisfaction, weighted',
    label: 'Weighting',
    lens: 'satisfaction',
    question: 'Would satisfaction be another if those who answered were like those they stand for?',
    needs: ['responses.csat | tickets.csat | responses.ces'],
    unit: 'share',
    margin: 0.05,
  },
  subject: 'The satisfied share and the easy share',
  questions: [
    {
      metric: 'csat',
      missing: ({ dataset }) => missingField(dataset, ['responses.csat | tickets.csat']),
      question: ({ dataset }) => ({ sample: satisfied(dataset), cellOf: shareCell, scale: 1 }),
    },
    {
      metric: 'ces',
      missing: ({ dataset }) => missingField(dataset, ['responses.ces']),
      question: ({ dataset }) => ({ sample: easy(dataset), cellOf: shareCell, scale: 1 }),
    },
  ],
});
