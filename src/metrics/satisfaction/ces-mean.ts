import type { Dataset } from '../../dataset/dataset.ts';
import { scaleBasis } from '../basis.ts';
import { ANSWER_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { mixedScales, oneScale } from '../estimators/one-scale.ts';
import { comparingScores, estimateScore, SCORE_INTERVAL, SCORE_INTERVALS, WHOLE_LINE } from '../estimators/score.ts';
import { leftOut } from '../left-out.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';

const NEEDS = ['responses.ces'];

const answers = once((dataset: Dataset) => oneScale(dataset, 'ces'));

/** Mean effort answer (B4). */
export const cesMean: Metric = {
  id: 'ces_mean',
  name: 'Mean ease (CES)',
  label: 'CES mean',
  lens: 'satisfaction',
  variantOf: 'ces',
  question: 'How easy did customers find it on average?',
  definition:
    'The arithmetic mean of the effort answers on their own scale, 1 to 7 unless the source declares another; higher is ' +
    'easier. It is given only when all answers stand on one scale: a scale from 1 to 5 is never converted to 1 to 7. ' +
    'The day of the answer decides the period.',
  who: 'effort answers that are not blank',
  date: 'the day of the answer',
  formula: 'sum of answers ÷ number of answers',
  tex: String.raw`\frac{1}{n}\sum_i x_i`,
  symbols: [
    ['n', 'effort answers'],
    ['x_i', 'answer i, on the scale of its question'],
  ],
  above: ['points'],
  needs: NEEDS,
  unit: 'score',
  direction: 'higher',
  counts: 'answers',
  minimum: { show: 10, compare: 30 },
  margin: 0.3,
  interval: SCORE_INTERVAL,
  intervals: SCORE_INTERVALS,
  source: 'Customer Effort Score 2.0; Nicereply reports this mean on 1 to 7.',
  elsewhere: [
    { who: 'Nicereply', what: 'The same mean on 1 to 7.' },
    {
      who: 'Older effort questions',
      what: 'They ask for effort on 1 to 5, where less is better: such a mean runs the other way.',
    },
  ],
  dimensions: ANSWER_DIMENSIONS,
  basis: ({ dataset }) => scaleBasis(dataset, 'ces'),
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
