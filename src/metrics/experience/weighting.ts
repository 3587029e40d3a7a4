import { netCell } from '../estimators/net.ts';
import { missingField } from '../missing-field.ts';
import { weightingAnalysis } from '../weighting.ts';
import { feelings } from './emotion.ts';
import { missingNps, npsAnswers } from './nps-answers.ts';

/** Recommendation and emotion as answered and weighted (B17). */
export const experienceWeighting = weightingAnalysis({
  words: {
    id: 'weighting_experience',
    name: 'Recommendation and emotion, weighted',
    label: 'Weighting',
    lens: 'experience',
    question: 'Would the net scores be others if those who answered were like those they stand for?',
    needs: ['responses.nps | responses.emotion'],
    unit: 'net',
    margin: 10,
  },
  subject: 'The Net Promoter Score and net emotion',
  questions: [
    {
      metric: 'nps',
      missing: ({ dataset }) => missingNps(dataset),
      question: ({ dataset }) => ({ sample: npsAnswers(dataset).sample, cellOf: netCell, scale: 100 }),
    },
    {
      metric: 'emotion',
      missing: ({ dataset }) => missingField(dataset, ['responses.emotion']),
      question: ({ dataset }) => ({ sample: feelings(dataset), cellOf: netCell, scale: 100 }),
    },
  ],
});
