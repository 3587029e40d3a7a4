import type { Dataset } from '../../dataset/dataset.ts';
import { ANSWER_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { ABSENT, moments, type Sample } from '../estimators/sample.ts';
import { comparingShares, estimateShare, SHARE_INTERVAL, SHARE_INTERVALS } from '../estimators/share.ts';
import { leftOut } from '../left-out.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';

const NEEDS = ['responses.resolved_first'];

const answers = once((dataset: Dataset): { readonly sample: Sample; readonly blank: number } => {
  const at = moments(dataset, 'responses.submitted_at');
  const values = new Int8Array(at.length).fill(ABSENT);
  const { item, columns } = dataset.responses ?? { item: new Uint8Array(0), columns: {} };
  let blank = 0;
  for (let row = 0; row < values.length; row++) {
    // Invitations that nobody answered have no moment, and items are about touchpoints.
    if (Number.isNaN(at[row]) || item[row] === 1) continue;
    const answer = columns.resolved_first?.[row] ?? -1;
    if (answer < 0) blank++;
    else values[row] = answer;
  }
  return { sample: { table: 'responses', at, values }, blank };
});

/** Share of customers who say that their issue was solved in the first interaction (B6). */
export const fcrSurvey: Metric = {
  id: 'fcr_survey',
  name: 'First-contact resolution as customers say (FCR-survey)',
  label: 'FCR-survey',
  lens: 'service',
  variantOf: 'fcr_7d_any',
  question: 'How many customers say that their issue was solved in the first interaction?',
  definition:
    'The share of yes among the answers to “Did we resolve your issue in the first interaction?”. Counted are answers to ' +
    'this question, blank ones left out. The customer decides what the issue and the first interaction were, and those ' +
    'who did not answer may have fared otherwise, so it is no measure of the same thing as figures from tickets. The ' +
    'day of the answer decides the period.',
  who: 'answers to the question whether the first interaction solved the issue',
  date: 'the day of the answer',
  formula: 'yes ÷ (yes + no)',
  tex: String.raw`\frac{y}{n}`,
  symbols: [
    ['y', 'answers of yes'],
    ['n', 'answers of yes or no'],
  ],
  above: ['answers of yes'],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'answers',
  minimum: { show: 10, compare: 30 },
  margin: 0.05,
  interval: SHARE_INTERVAL,
  intervals: SHARE_INTERVALS,
  source:
    'The form in which Medallia asks. Its net figure also leaves out contacts that the first level cannot resolve; this ' +
    'one does not.',
  elsewhere: [
    {
      who: 'Medallia',
      what: 'The same question. Its Net FCR leaves out contacts that the first level of support cannot resolve.',
    },
  ],
  dimensions: ANSWER_DIMENSIONS,
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateShare(dataset, answers(dataset).sample, slice),
  compare: comparingShares((dataset) => answers(dataset).sample),
  notes: ({ dataset }) =>
    leftOut(
      answers(dataset).blank,
      'answer that leaves the question open is not counted',
      'answers that leave the question open are not counted',
    ),
};
