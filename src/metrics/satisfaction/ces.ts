import type { Dataset } from '../../dataset/dataset.ts';
import { basisChanges, positiveBasis, positiveBasisByValue } from '../basis.ts';
import { ANSWER_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { positiveAnswers } from '../estimators/positive-answers.ts';
import { comparingShares, estimateShare, SHARE_INTERVAL, SHARE_INTERVALS } from '../estimators/share.ts';
import { ONLY_THE_LATEST } from '../latest-answer.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';

const NEEDS = ['responses.ces'];

const easy = once((dataset: Dataset) => positiveAnswers(dataset, 'ces'));

/** Share of answers that say it was easy (B4). */
export const ces: Metric = {
  id: 'ces',
  name: 'Ease (CES)',
  label: 'CES',
  lens: 'satisfaction',
  question: 'How many customers found it easy to get their issue handled?',
  definition:
    'The share of answers that agree that it was easy to handle the issue. On the scale from 1 (strongly disagree) ' +
    'to 7 (strongly agree) these are 5, 6 and 7; on any other scale the lowest easy answer is declared with the ' +
    'source. Higher is easier: questions that ask for effort instead of ease run the other way and are turned when ' +
    `their source declares it, never by guessing. A blank answer does not count. ${ONLY_THE_LATEST} The day of the ` +
    'answer decides the period.',
  who: 'effort answers that are not blank',
  date: 'the day of the answer',
  formula: 'easy answers ÷ effort answers',
  tex: String.raw`\frac{1}{n}\sum_i\,[x_i \ge c]`,
  symbols: [
    ['n', 'effort answers'],
    ['x_i', 'answer i, turned where its source declares it'],
    ['c', 'the lowest easy answer: 5 on a scale from 1 to 7'],
  ],
  above: ['easy answers'],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'answers',
  minimum: { show: 10, compare: 30 },
  margin: 0.05,
  interval: SHARE_INTERVAL,
  intervals: SHARE_INTERVALS,
  source:
    'Customer Effort Score 2.0, “made it easy for me to handle my issue”, with Gartner’s convention that 5 to 7 of 7 ' +
    'count as easy. Delighted counts 4 and 5 of 5 and Nicereply reports a mean, so figures from tools are not comparable.',
  elsewhere: [
    { who: 'Gartner, CustomerGauge', what: '5 to 7 of 7, as here.' },
    { who: 'HubSpot', what: 'Only 6 and 7 of 7, so it reads lower.' },
    { who: 'Delighted', what: '4 and 5 on a scale of agreement from 1 to 5.' },
    { who: 'Nicereply', what: 'The mean on 1 to 7, not a share.' },
  ],
  dimensions: ANSWER_DIMENSIONS,
  basis: ({ dataset }, asked) => positiveBasis(dataset, 'ces', asked),
  basisChanges: ({ dataset }) => basisChanges(dataset, 'ces'),
  basisByValue: ({ dataset }, dimension) => positiveBasisByValue(dataset, 'ces', dimension),
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateShare(dataset, easy(dataset), slice),
  compare: comparingShares(easy),
};
