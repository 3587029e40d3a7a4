import type { Dataset } from '../../dataset/dataset.ts';
import { scaleBasis } from '../basis.ts';
import { ANSWER_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { mixedScales, oneScale } from '../estimators/one-scale.ts';
import { comparingScores, estimateScore, SCORE_INTERVAL, SCORE_INTERVALS, WHOLE_LINE } from '../estimators/score.ts';
import { leftOut } from '../left-out.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';

const NEEDS = ['responses.csat | tickets.csat'];

const answers = once((dataset: Dataset) => oneScale(dataset, 'csat'));

/** Mean satisfaction answer (B1). */
export const csatMean: Metric = {
  id: 'csat_mean',
  name: 'Mean satisfaction (CSAT)',
  label: 'CSAT mean',
  lens: 'satisfaction',
  variantOf: 'csat',
  question: 'How satisfied were customers on average?',
  definition:
    'The arithmetic mean of the satisfaction answers on their own scale, 1 to 5 unless the source declares another. It ' +
    'tells apart what the share of satisfied answers does not: a 4 from a 5, and a 1 from a 3. It is given only when ' +
    'all answers stand on one scale; answers on different scales are never converted into each other. The day of the ' +
    'answer decides the period.',
  who: 'satisfaction answers that are not blank',
  date: 'the day of the answer',
  formula: 'sum of answers ÷ number of answers',
  tex: String.raw`\frac{1}{n}\sum_i x_i`,
  symbols: [
    ['n', 'satisfaction answers'],
    ['x_i', 'answer i, on the scale of its question'],
  ],
  above: ['points'],
  needs: NEEDS,
  unit: 'score',
  direction: 'higher',
  counts: 'answers',
  minimum: { show: 10, compare: 30 },
  margin: 0.2,
  interval: SCORE_INTERVAL,
  intervals: SCORE_INTERVALS,
  source:
    'The usual mean. Morgan & Rego (2006) found average satisfaction the best predictor of a firm’s performance among ' +
    'the common survey figures.',
  elsewhere: [
    {
      who: 'Tools that print per cent',
      what: 'The sum of scores over the highest possible sum. A mean of 4.0 of 5 then reads 80%, though it is no share of customers.',
    },
    {
      who: 'ACSI',
      what: 'A weighted mean of three questions from 1 to 10, put on 0 to 100; the weights are not public.',
    },
  ],
  dimensions: ANSWER_DIMENSIONS,
  basis: ({ dataset }) => scaleBasis(dataset, 'csat'),
  unavailable: ({ dataset }) => missingField(dataset, NEEDS) ?? mixedScales(answers(dataset)),
  estimate: ({ dataset }, slice) => {
    const { sample, inUse } = answers(dataset);
    return estimateScore(dataset, sample, inUse[0] ?? WHOLE_LINE, slice);
  },
  compare: comparingScores((dataset) => answers(dataset).sample),
  notes: ({ dataset }) =>
    leftOut(
      answers(dataset).otherItems,
      'answer to an item on another scale is not counted',
      'answers to items on another scale are not counted',
    ),
};
