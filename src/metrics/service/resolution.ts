import { resolutionTimes } from './resolution-times.ts';
import { RATIO_OF_QUANTILES, type Wait, waitingMetric } from './waiting-metric.ts';

/** Waiting for the solution (B8). */
const resolution: Wait = {
  id: 'resolution',
  name: 'resolution',
  ending: 'been solved for good',
  definition:
    'The time runs from the creation of the ticket to its latest solution; a ticket that was reopened and solved again ' +
    'counts up to the last time. A ticket that is still open has taken at least until the data end and counts with ' +
    'that time: figures of solved tickets alone leave out the hardest ones and make the latest period look fast. ' +
    'Cancelled tickets do not count. Where the exports give the moment of the solution, only moments are used; ' +
    'otherwise the minutes that the tool counted. The minimum counts solved tickets.',
  who: 'tickets that were not cancelled',
  formula: 'latest solution − creation',
  needs: ['tickets.resolved_at | tickets.resolution_minutes'],
  moment: 'resolved_at',
  minutes: 'solution minutes',
  censoring: 'always',
  interval:
    'Kaplan–Meier with log(−log) bands at 95% (Brookmeyer & Crowley 1982). Tickets are taken as independent. ' +
    RATIO_OF_QUANTILES,
  intervals: ['kaplan-meier'],
  source:
    'Kaplan & Meier (1958). The tools compute closed tickets only, which reads lower wherever tickets are open: with a ' +
    'true median of five days, closed tickets of the last thirty days alone gave less than four in a simulation.',
  elsewhere: [
    {
      who: 'Help desks in general',
      what: 'Closed tickets alone, so the hardest ones are missing for as long as they are open and the latest period looks fast.',
    },
    { who: 'Chatwoot', what: 'The mean of closed conversations, by calendar or business hours.' },
  ],
  minimum: { median: { show: 20, compare: 20 }, p90: { show: 20, compare: 20 } },
  times: resolutionTimes,
};

export const resolutionMedian = waitingMetric(resolution, 'median', 'calendar');
export const resolutionP90 = waitingMetric(resolution, 'p90', 'calendar');
export const resolutionMedianBusiness = waitingMetric(resolution, 'median', 'business');
export const resolutionP90Business = waitingMetric(resolution, 'p90', 'business');
