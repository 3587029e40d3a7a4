import type { Dataset } from '../../dataset/dataset.ts';
import { basisChanges, positiveBasis, positiveBasisByValue } from '../basis.ts';
import { ANSWER_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { positiveAnswers } from '../estimators/positive-answers.ts';
import { comparingShares, estimateShare, SHARE_INTERVAL, SHARE_INTERVALS } from '../estimators/share.ts';
import { ONLY_THE_LATEST } from '../latest-answer.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';

const NEEDS = ['responses.csat | tickets.csat'];

const satisfied = once((dataset: Dataset) => positiveAnswers(dataset, 'csat'));

/** Share of satisfied answers (B1). */
export const csat: Metric = {
  id: 'csat',
  name: 'Customer satisfaction (CSAT)',
  label: 'CSAT',
  lens: 'satisfaction',
  question: 'How many answers say that the customer was satisfied?',
  definition:
    'The share of satisfaction answers that count as satisfied. On the scale from 1 to 5 these are 4 and 5; on any ' +
    'other scale the lowest satisfied answer is declared with the source. A neutral answer counts as not satisfied, ' +
    `a blank one does not count at all. ${ONLY_THE_LATEST} Ratings that stand in a ticket export count as given when ` +
    'the ticket was solved. The day of the answer decides the period.',
  who: 'satisfaction answers that are not blank',
  date: 'the day of the answer',
  formula: 'satisfied answers ÷ satisfaction answers',
  tex: String.raw`\frac{1}{n}\sum_i\,[x_i \ge c]`,
  symbols: [
    ['n', 'satisfaction answers'],
    ['x_i', 'answer i'],
    ['c', 'the lowest satisfied answer: 4 on a scale from 1 to 5'],
  ],
  above: ['satisfied answers'],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'answers',
  minimum: { show: 10, compare: 30 },
  margin: 0.05,
  interval: SHARE_INTERVAL,
  intervals: SHARE_INTERVALS,
  source:
    'Top-two-box share as Zendesk, Chatwoot and Delighted compute it on 1 to 5. Morgan & Rego (2006) found it a good ' +
    'predictor of a firm’s performance; it says less than the distribution, which therefore stands beside it.',
  elsewhere: [
    {
      who: 'Zendesk',
      what: 'Good ratings among good and bad ones. On its newer scales 4 and 5 of 5 are good, 3 of 3, or 2 of 2: as here, a 3 of 5 counts against.',
    },
    { who: 'Intercom, Gorgias, Chatwoot, Delighted', what: '4 and 5 of 5, as here.' },
    {
      who: 'HubSpot',
      what: 'A scale from 0 to 2 of which only 2 counts, under the names of promoters, passives and detractors.',
    },
    {
      who: 'Formbricks',
      what: 'The top answer of 3, the top two of 4 to 7, the top three of 10: the share moves with the scale.',
    },
    { who: 'CustomerGauge', what: '9 and 10 on a scale from 1 to 10.' },
    {
      who: 'Qualtrics Studio',
      what: '“Satisfaction” may be a net score: high answers minus low ones, with cut-offs of one’s own.',
    },
    {
      who: 'Friends and Family Test (NHS)',
      what: 'The top two of five among all answers, “don’t know” included, which here would be blank.',
    },
  ],
  dimensions: ANSWER_DIMENSIONS,
  basis: ({ dataset }, asked) => positiveBasis(dataset, 'csat', asked),
  basisChanges: ({ dataset }) => basisChanges(dataset, 'csat'),
  basisByValue: ({ dataset }, dimension) => positiveBasisByValue(dataset, 'csat', dimension),
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateShare(dataset, satisfied(dataset), slice),
  compare: comparingShares(satisfied),
};
