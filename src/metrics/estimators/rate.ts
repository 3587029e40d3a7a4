/**
 * Rates: events per customer and year.
 */
import { normalCritical, normalTwoSidedP, tCritical } from '../../statistics/distribution.ts';
import { poissonRate } from '../../statistics/rate.ts';
import type { Cell, Difference } from '../definition.ts';
import { untestable } from './difference.ts';

/** How the interval of a rate is made, in words. */
export const RATE_INTERVAL =
  'Exact Poisson interval at 95% (Garwood 1936). Where customers differ more than chance alone explains (variance ' +
  'over mean above 1.5), an interval on the log scale from the standard error between customers.';

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

/** Above this variance over mean, events are not taken as independent. */
const OVERDISPERSED = 1.5;

/** Events over exposure with its interval. */
export function rateCell(m: RateMoments): Cell {
  const base = { n: m.events, customers: m.customers, events: m.events };
  if (m.exposure === 0) return { ...base, method: 'poisson' };
  const { rate, low, high } = poissonRate(m.events, m.exposure);
  if (dispersion(m) <= OVERDISPERSED) {
    const standardError = Math.sqrt(m.events) / m.exposure;
    return { ...base, value: rate, low, high, method: 'poisson', standardError };
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

/** Difference of two independent rates, b minus a, from their standard errors. Not testable without events. */
export function compareRates(a: Cell, b: Cell): Difference {
  const difference = (b.value ?? Number.NaN) - (a.value ?? Number.NaN);
  const standardError = Math.hypot(a.standardError ?? Number.NaN, b.standardError ?? Number.NaN);
  if (Number.isNaN(difference) || !(standardError > 0) || a.events === 0 || b.events === 0) {
    return untestable(difference);
  }
  const bound = (confidence: number) => normalCritical(confidence) * standardError;
  return {
    difference,
    low: difference - bound(0.95),
    high: difference + bound(0.95),
    low90: difference - bound(0.9),
    high90: difference + bound(0.9),
    p: normalTwoSidedP(difference / standardError),
  };
}
