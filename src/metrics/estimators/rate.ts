/**
 * Rates: events per customer and year.
 */
import { tCritical } from '../../statistics/distribution.ts';
import type { MeanEstimate } from '../../statistics/mean.ts';
import { correlatedMeanDifference } from '../../statistics/paired-difference.ts';
import { type EventCount, poissonRate, type Rate, rateRatio } from '../../statistics/rate.ts';
import type { Cell, Difference } from '../definition.ts';
import type { IntervalId } from '../intervals.ts';
import { untestable } from './difference.ts';

/** How the interval of a rate is made, in words. */
export const RATE_INTERVAL =
  'Exact Poisson interval at 95% (Garwood 1936). Where customers differ more than chance alone explains (variance ' +
  'over mean above 1.5), an interval on the log scale from the standard error between customers. Two rates are compared in the same way: by ' +
  'the exact conditional test, or between customers.';

export const RATE_INTERVALS: readonly IntervalId[] = ['poisson', 'customer-cluster'];

/** Sums over customers c with y events in t years each. */
export interface RateMoments {
  readonly customers: number;
  /** Σ y. */
  readonly events: number;
  /** Σ t. */
  readonly exposure: number;
  /** Σ y². */
  readonly squaredEvents: number;
  /** Σ y·t. */
  readonly eventsTimesExposure: number;
  /** Σ t². */
  readonly squaredExposure: number;
  /** Σ y²/t. */
  readonly squaredEventsPerExposure: number;
}

const POISSON = 'poisson';

/** Above this variance over mean, events are not taken as independent. */
const OVERDISPERSED = 1.5;

/** Events over exposure with its interval. */
export function rateCell(m: RateMoments): Cell {
  const base = { n: m.events, customers: m.customers, events: m.events, exposure: m.exposure };
  if (m.exposure === 0) return { ...base, method: POISSON };
  const { rate, low, high } = poissonRate(m.events, m.exposure);
  if (dispersion(m) <= OVERDISPERSED) {
    const standardError = Math.sqrt(m.events) / m.exposure;
    return { ...base, value: rate, low, high, method: POISSON, standardError };
  }
  const standardError = betweenCustomers(m);
  const factor = Math.exp((tCritical(0.95, m.customers - 1) * standardError) / rate);
  return {
    ...base,
    value: rate,
    low: rate / factor,
    high: rate * factor,
    method: 'customer-cluster',
    standardError,
    degreesOfFreedom: m.customers - 1,
  };
}

/** Pearson's chi-square of equal rates over its degrees of freedom: about 1 when events are independent. */
function dispersion(m: RateMoments): number {
  if (m.events === 0 || m.customers < 2) return 1;
  const rate = m.events / m.exposure;
  return (m.squaredEventsPerExposure / rate - m.events) / (m.customers - 1);
}

/** Linearised standard error of the ratio of events to exposure, with the customer as the cluster. */
function betweenCustomers(m: RateMoments): number {
  const rate = m.events / m.exposure;
  const squares = m.squaredEvents - 2 * rate * m.eventsTimesExposure + rate * rate * m.squaredExposure;
  return Math.sqrt((m.customers / (m.customers - 1)) * Math.max(0, squares)) / m.exposure;
}

/**
 * Difference of two rates, b minus a. Not testable without events.
 *
 * Where chance explains how customers differ, on both sides: p of the exact conditional test, and an interval put
 * together from the exact limits of each rate (Zou & Donner 2008). Elsewhere both from the standard errors between
 * customers, with the correlation that customers on both sides bring and Student's t of the smaller side.
 *
 * @param correlation of the two rates over customers who are on both sides.
 */
export function compareRates(a: Cell, b: Cell, correlation = 0): Difference {
  const difference = (b.value ?? Number.NaN) - (a.value ?? Number.NaN);
  if (Number.isNaN(difference) || a.events === 0 || b.events === 0) return untestable(difference);
  return a.method === POISSON && b.method === POISSON ? compareCounts(a, b) : compareCustomers(a, b, correlation);
}

function compareCounts(a: Cell, b: Cell): Difference {
  const [first, second] = [eventCount(a), eventCount(b)];
  const at = (confidence: number) => {
    const [ofA, ofB] = [first, second].map(({ events, exposure }) => poissonRate(events, exposure, confidence)) as [
      Rate,
      Rate,
    ];
    const difference = ofB.rate - ofA.rate;
    return {
      low: difference - Math.hypot(ofB.rate - ofB.low, ofA.high - ofA.rate),
      high: difference + Math.hypot(ofB.high - ofB.rate, ofA.rate - ofA.low),
    };
  };
  const [at95, at90] = [at(0.95), at(0.9)];
  return {
    difference: second.events / second.exposure - first.events / first.exposure,
    ...at95,
    low90: at90.low,
    high90: at90.high,
    p: rateRatio(first, second).p,
  };
}

function eventCount({ events = 0, exposure = 0 }: Cell): EventCount {
  return { events, exposure };
}

function compareCustomers(a: Cell, b: Cell, correlation: number): Difference {
  const [first, second] = [rateEstimate(a), rateEstimate(b)];
  const at = (confidence: number) => correlatedMeanDifference(first, second, correlation, confidence);
  const [at95, at90] = [at(0.95), at(0.9)];
  if (at95 === null || at90 === null) return untestable(second.mean - first.mean);
  const { difference, low, high, p } = at95;
  return { difference, low, high, low90: at90.low, high90: at90.high, p };
}

function rateEstimate({ value = Number.NaN, standardError = 0, customers }: Cell): MeanEstimate {
  return { mean: value, standardError, degreesOfFreedom: customers - 1 };
}
