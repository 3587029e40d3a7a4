import { firstResponseTimes } from './first-response-times.ts';
import { RATIO_OF_QUANTILES, type Wait, waitingMetric } from './waiting-metric.ts';

/** Waiting for the first answer (B7). */
const firstResponse: Wait = {
  id: 'first_response',
  name: 'first response',
  ending: 'been answered',
  definition:
    'The wait begins when the ticket is created and ends with the first answer of a person. A ticket that is still ' +
    'unanswered has waited at least until the data end, and one that was solved without an answer at least until its ' +
    'solution: both count with the time they have waited, because leaving them out would leave out the longest ' +
    'waits. Tickets that the company opened itself, that were answered automatically or that were cancelled before ' +
    'an answer do not count. Where the exports give the moment of the answer, only moments are used; otherwise the ' +
    'minutes that the tool counted.',
  who: 'tickets that a customer opened and that were not answered automatically',
  formula: 'first answer − creation',
  needs: ['tickets.first_response_at | tickets.first_response_minutes'],
  moment: 'first_response_at',
  minutes: 'response minutes',
  censoring: 'when some are running',
  interval:
    'Order statistics at 95%, which need at least 6 tickets for the median and 36 for the 90th percentile; where a ' +
    'ticket is unanswered, Kaplan–Meier with log(−log) bands. Tickets are taken as independent. ' +
    RATIO_OF_QUANTILES,
  intervals: ['order-statistic', 'kaplan-meier'],
  source:
    'Zendesk, Plain and Redo stop the clock at the first answer of a person. Zendesk leaves unanswered tickets out; ' +
    'Chatwoot and Help Scout report means; Plain and Intercom date tickets differently: figures from tools differ from ' +
    'this one. Kaplan & Meier (1958); quantiles of type 7, Hyndman & Fan (1996).',
  elsewhere: [
    {
      who: 'Zendesk',
      what: 'From creation to the first public comment of an agent, as here; a ticket without one has no value and drops out, so the longest waits are missing.',
    },
    { who: 'Intercom', what: 'The median, with conversations dated by their start, as here.' },
    { who: 'Chatwoot, Help Scout', what: 'The mean, which a few very long waits pull up.' },
    {
      who: 'Plain',
      what: 'From the customer’s first message; answers of a bot do not stop the clock. Tickets are dated by the reply, so a late reply falls into a later month.',
    },
  ],
  minimum: { median: { show: 10, compare: 50 }, p90: { show: 36, compare: 50 } },
  times: firstResponseTimes,
};

export const firstResponseMedian = waitingMetric(firstResponse, 'median', 'calendar');
export const firstResponseP90 = waitingMetric(firstResponse, 'p90', 'calendar');
export const firstResponseMedianBusiness = waitingMetric(firstResponse, 'median', 'business');
export const firstResponseP90Business = waitingMetric(firstResponse, 'p90', 'business');
