import type { Dataset } from '../../dataset/dataset.ts';
import { ANSWER_DIMENSIONS } from '../breakdowns.ts';
import type { Metric } from '../definition.ts';
import { ABSENT, moments, type Sample } from '../estimators/sample.ts';
import { comparingShares, estimateShare, SHARE_INTERVAL, SHARE_INTERVALS } from '../estimators/share.ts';
import { missingField } from '../missing-field.ts';
import { once } from '../once.ts';

const NEEDS = ['responses.invited_at'];

/** 1 for an invitation that was answered, 0 for one that was not. Items are parts of an answer, not invitations. */
const invitations = once((dataset: Dataset): Sample => {
  const at = moments(dataset, 'responses.invited_at');
  const submitted = moments(dataset, 'responses.submitted_at');
  const values = new Int8Array(at.length).fill(ABSENT);
  for (let row = 0; row < values.length; row++) {
    if (dataset.responses?.item[row] === 1 || Number.isNaN(at[row])) continue;
    values[row] = Number.isNaN(submitted[row]) ? 0 : 1;
  }
  return { table: 'responses', at, values };
});

/** Share of invitations that were answered (B15). */
export const responseRate: Metric = {
  id: 'response_rate',
  name: 'Response rate',
  label: 'Response rate',
  lens: 'satisfaction',
  question: 'How many of those who were asked answered?',
  definition:
    'The share of survey invitations that were answered, wholly or in part. Counted are rows with an invitation ' +
    'time; a row without a time of the answer is an invitation that was not answered. Answers without an invitation ' +
    'time do not count, nor do those that a later answer to the same survey replaces, and the rate is never worked ' +
    'out from answers alone. Invitations sent shortly before the data end may still be answered, so the latest ' +
    'period tends to read low. The day of the invitation decides the period.',
  who: 'invitations with a time at which they were sent',
  date: 'the day of the invitation',
  formula: 'answered invitations ÷ invitations',
  tex: String.raw`\frac{r}{n}`,
  symbols: [
    ['r', 'invitations that were answered, wholly or in part'],
    ['n', 'invitations'],
  ],
  above: ['answered invitations'],
  needs: NEEDS,
  unit: 'share',
  direction: 'higher',
  counts: 'invitations',
  minimum: { show: 100, compare: 100 },
  margin: 0.05,
  interval: SHARE_INTERVAL,
  intervals: SHARE_INTERVALS,
  source:
    'In the manner of the AAPOR response rates, partial answers included; Chatwoot computes responses over surveys sent.',
  elsewhere: [
    { who: 'Chatwoot', what: 'Responses over surveys sent, as here.' },
    { who: 'AAPOR', what: 'A family of rates that differ in whether partial answers and doubtful addresses count.' },
  ],
  dimensions: ANSWER_DIMENSIONS,
  unavailable: ({ dataset }) => {
    const missing = missingField(dataset, NEEDS);
    if (missing !== null) return missing;
    return invitations(dataset).values.includes(0) ? null : 'the data hold no invitation that was not answered';
  },
  estimate: ({ dataset }, slice) => estimateShare(dataset, invitations(dataset), slice),
  compare: comparingShares(invitations),
};
