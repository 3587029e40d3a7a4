import type { Dataset } from '../../dataset/dataset.ts';
import { positiveBasis, positiveBasisByValue } from '../basis.ts';
import { ANSWER_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { positiveAnswers } from '../estimators/positive-answers.ts';
import { comparingShares, estimateShare, SHARE_INTERVAL } from '../estimators/share.ts';
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
    'other scale the lowest satisfied answer is declared with the source. A neutral answer counts as not satisfied, a ' +
    'blank one does not count at all. Of several answers about one ticket, and of several answers of one customer to ' +
    'the same survey in one period, only the latest counts, unless the source declares otherwise. Ratings that stand ' +
    'in a ticket export count as given when the ticket was solved. The day of the answer decides the period.',
  formula: 'satisfied answers ÷ satisfaction answers',
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'answers',
  minimum: { show: 10, compare: 30 },
  margin: 0.05,
  interval: SHARE_INTERVAL,
  source:
    'Top-two-box share as Zendesk, Chatwoot and Delighted compute it on 1 to 5. Morgan & Rego (2006) found it a good ' +
    'predictor of a firm’s performance; it says less than the distribution, which therefore stands beside it.',
  dimensions: ANSWER_DIMENSIONS,
  basis: ({ dataset }, asked) => positiveBasis(dataset, 'csat', asked),
  basisByValue: ({ dataset }, dimension) => positiveBasisByValue(dataset, 'csat', dimension),
  unavailable: ({ dataset }) => missingField(dataset, NEEDS),
  estimate: ({ dataset }, slice) => estimateShare(dataset, satisfied(dataset), slice),
  compare: comparingShares(satisfied),
};
