import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { chiSquareQuantile, tail } from './distribution.ts';

/** Events counted over an exposure: contacts over customer-months, complaints over customers. */
export interface EventCount {
  /** A whole number. */
  readonly events: number;
  /** Positive, in any unit of time or size. */
  readonly exposure: number;
}

/** Events per unit of exposure with its interval. */
export interface Rate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** The second rate divided by the first. */
export interface RateRatio {
  /** Null when the first group has no events. */
  readonly ratio: number | null;
  readonly low: number;
  /** Null when it is infinite: the first group has no events. */
  readonly high: number | null;
  /** Two-sided p of the exact test that both rates are equal. */
  readonly p: number;
}

/**
 * Rate of a Poisson count with Garwood's exact interval, from chi-square quantiles. No events give exactly 0 as its low
 * end. Source: Garwood (1936).
 *
 * @throws RangeError unless events is a whole number and exposure > 0.
 */
export function poissonRate(events: number, exposure: number, confidence = 0.95): Rate {
  requireCount({ events, exposure });
  const outside = tail(confidence);
  const low = events === 0 ? 0 : chiSquareQuantile(outside, 2 * events) / 2;
  const high = chiSquareQuantile(1 - outside, 2 * events + 2) / 2;
  return { rate: events / exposure, low: low / exposure, high: high / exposure };
}

/**
 * Ratio of two rates, b / a, with the exact conditional interval and test.
 *
 * Given the total, the events of one group are binomial with its share of the exposure under equal rates; the interval
 * is Clopper and Pearson's (1934) of that share, turned into a ratio, and p adds up all outcomes that are no likelier
 * than the one seen. Without any event nothing is known: the ratio is null, its interval 0 to infinity and p 1.
 *
 * @throws RangeError unless both counts are whole numbers and both exposures positive.
 */
export function rateRatio(a: EventCount, b: EventCount, confidence = 0.95): RateRatio {
  requireCount(a);
  requireCount(b);
  const outside = tail(confidence);
  const perOdds = a.exposure / b.exposure;
  const upperOdds = clopperPearsonUpperOdds(b.events, a.events, outside);
  const lowerOdds = 1 / clopperPearsonUpperOdds(a.events, b.events, outside);
  return {
    ratio: a.events === 0 ? null : (b.events / a.events) * perOdds,
    low: lowerOdds * perOdds,
    high: upperOdds === Number.POSITIVE_INFINITY ? null : upperOdds * perOdds,
    p: conditionalP(a, b),
  };
}

/**
 * The largest odds of success under which so few successes still have probability `outside`.
 *
 * Solved by bisection over the logarithm of the odds, which is as exact for one event in a million as for half of them.
 */
function clopperPearsonUpperOdds(successes: number, failures: number, outside: number): number {
  if (failures === 0) return Number.POSITIVE_INFINITY;
  const n = successes + failures;
  const tooHigh = (logOdds: number) => binomialCdf(successes, n, 1 / (1 + Math.exp(-logOdds))) < outside;
  let low = Math.log((successes + 0.5) / (failures + 0.5));
  while (tooHigh(low)) low -= 1;
  let high = low + 1;
  while (!tooHigh(high)) high += 1;
  // Each step wins a bit; after 60 the bracket is as narrow as the numbers allow.
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (tooHigh(middle)) high = middle;
    else low = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Two-sided exact p of equal rates, by the rule of R's `poisson.test`: all outcomes no likelier than the one seen. */
function conditionalP(a: EventCount, b: EventCount): number {
  const n = a.events + b.events;
  const exposure = a.exposure + b.exposure;
  const expectedOfB = n * (b.exposure / exposure);
  if (b.events === expectedOfB) return 1;
  return b.events < expectedOfB
    ? lowCountP(b.events, n, b.exposure / exposure, a.exposure / exposure)
    : lowCountP(a.events, n, a.exposure / exposure, b.exposure / exposure);
}

/** Outcomes whose probabilities differ by less than this are equally likely. */
const EQUALLY_LIKELY = Math.log1p(1e-7);

/** P(X <= x) + P(X >= y) for binomial X, with y the first outcome above its mean that is no likelier than x. */
function lowCountP(x: number, n: number, share: number, otherShare: number): number {
  const logOdds = Math.log(share) - Math.log(otherShare);
  const mean = n * share;
  let logRatio = 0;
  let y = x;
  while (y <= n && (y < mean || logRatio > EQUALLY_LIKELY)) {
    logRatio += Math.log(n - y) - Math.log(y + 1) + logOdds;
    y += 1;
  }
  const lower = binomialCdf(x, n, share);
  const upper = y > n ? 0 : binomialCdf(n - y, n, otherShare);
  return Math.min(1, lower + upper);
}

function requireCount({ events, exposure }: EventCount): void {
  if (!(Number.isInteger(events) && events >= 0)) throw new RangeError(`events must be a whole number: ${events}`);
  if (!(exposure > 0)) throw new RangeError(`exposure must be positive: ${exposure}`);
}
