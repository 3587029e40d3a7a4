/**
 * Metrics that are a median or a 90th percentile of waiting times.
 */
import type { Clock } from '../../dataset/part.ts';
import { TICKET_DIMENSIONS_WITHOUT_PROMISE } from '../breakdowns.ts';
import type { Context, Metric } from '../definition.ts';
import { comparingDurations } from '../estimators/compared-durations.ts';
import { type Censoring, estimateQuantile, type QuantileName } from '../estimators/duration.ts';
import { missingField } from '../missing-field.ts';
import { clockInWords, missingClock } from './clock.ts';
import type { CountedWaits } from './first-response-times.ts';

/** What the figures of one kind of wait share. */
export interface Wait {
  /** Start of the id: `first_response`. */
  readonly id: string;
  /** `first response`. */
  readonly name: string;
  /** What happens at its end: `been answered`. */
  readonly ending: string;
  /** Whose wait is measured, from when to when, and what counts as its end. */
  readonly definition: string;
  /** Whose wait counts, to stand after “counted are”. */
  readonly who: string;
  /** `first answer − creation`. */
  readonly formula: string;
  readonly needs: readonly string[];
  readonly moment: 'first_response_at' | 'resolved_at';
  /** `response minutes`. */
  readonly minutes: string;
  readonly censoring: Censoring;
  readonly interval: string;
  readonly intervals: Metric['intervals'];
  readonly source: string;
  readonly elsewhere: Metric['elsewhere'];
  readonly minimum: Readonly<Record<QuantileName, Metric['minimum']>>;
  /** The waiting times on a clock. */
  times(context: Context, clock: Clock): CountedWaits;
}

const CLOCKS: Readonly<Record<Clock, string>> = {
  calendar: 'The clock runs day and night.',
  business:
    'The clock runs during the opening hours that the report is configured with, those of the ticket’s own department ' +
    'where it has hours of its own, and stands still on holidays.',
};

/** How two figures are compared, in words. */
export const RATIO_OF_QUANTILES =
  'Two figures are compared by their ratio: 2,000 resamples of customers (500 where p is clearly large or small) give its ' +
  'percentile interval and, by the width of that, its p; customers with tickets on both sides are drawn for both alike. ' +
  'With more than 3,000 tickets the interval of the quantile, widened by the design effect of customers, takes their place.';

/** The metric for one quantile of a wait on one clock. */
export function waitingMetric(wait: Wait, quantile: QuantileName, clock: Clock): Metric {
  const business = clock === 'business' ? ' (business hours)' : '';
  const isMedian = quantile === 'median';
  const id = `${wait.id}_${quantile}${clock === 'business' ? '_business' : ''}`;
  return {
    id,
    name: `${isMedian ? 'Median' : '90th percentile of'} ${wait.name} time${business}`,
    label: `${isMedian ? `Median ${wait.name}` : `${capitalised(wait.name)}, 90th percentile`}${business}`,
    lens: 'service',
    ...(isMedian && clock === 'calendar' ? {} : { variantOf: `${wait.id}_median` }),
    question: isMedian
      ? `After how long had half of the tickets ${wait.ending}?`
      : `After how long had nine in ten tickets ${wait.ending}?`,
    definition:
      `The time by which ${isMedian ? 'half' : 'nine in ten'} of the tickets had ${wait.ending}. ${wait.definition} ` +
      `${CLOCKS[clock]} The day the ticket was created decides the period.`,
    who: wait.who,
    date: 'the day the ticket was created',
    formula: `${isMedian ? 'median' : '90th percentile'} of (${wait.formula})${clock === 'business' ? ' in opening hours' : ''}`,
    tex: String.raw`\min\,\{\, t : S(t) < ${isMedian ? '0.5' : '0.1'} \,\}`,
    symbols: [
      [
        'S(t)',
        `the share of tickets that have not ${wait.ending} t after their creation${clock === 'business' ? ', in opening hours' : ''}`,
      ],
    ],
    quantile: isMedian ? 0.5 : 0.9,
    needs: wait.needs,
    unit: 'duration',
    direction: 'lower',
    counts: 'tickets',
    minimum: wait.minimum[quantile],
    margin: 1.2,
    interval: wait.interval,
    intervals: wait.intervals,
    source: wait.source,
    elsewhere: wait.elsewhere,
    dimensions: TICKET_DIMENSIONS_WITHOUT_PROMISE,
    unavailable: (context) =>
      missingField(context.dataset, wait.needs) ?? missingClock(context, clock, wait.moment, wait.minutes),
    basis: (context) => [clockInWords(context, clock, wait.moment)],
    estimate: (context, slice) =>
      estimateQuantile(context.dataset, wait.times(context, clock).waiting, quantile, wait.censoring, slice),
    compare: comparingDurations(id, quantile, (context) => wait.times(context, clock).waiting),
    notes: (context) => wait.times(context, clock).notes,
  };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
