import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { describe, expect, test } from 'vitest';
import {
  compareWithReference,
  type ReferenceCase,
  referenceCases,
  referenceNames,
} from '../../tests/reference-case.ts';
import { type ClusterMoments, clusterEstimate } from './cluster.ts';
import { fisherExact } from './contingency.ts';
import { equivalence } from './equivalence.ts';
import type { Interval } from './interval.ts';
import { type MeanEstimate, meanInterval, welchDifference } from './mean.ts';
import { benjaminiHochberg } from './multiplicity.ts';
import { nonResponse } from './nonresponse.ts';
import { netDifference, netInterval, netScore, netVariance, type Trinomial, withPseudoAnswers } from './nps.ts';
import { newcombe, twoProportionP, wilson } from './proportion.ts';
import { quantile, quantileInterval, quantileRanks } from './quantile.ts';
import { poissonRate, rateRatio } from './rate.ts';
import { atRisk, kaplanMeier, logRank, restrictedMean, survivalAt, survivalQuantiles } from './survival.ts';
import { varianceComponents } from './variance-components.ts';
import { kishDesignEffect, postStratificationWeights } from './weights.ts';

/** How a topic is computed here, and which stored numbers are left out, each with its reason. */
interface Topic {
  readonly compute: (reference: ReferenceCase) => unknown;
  readonly skipped?: Readonly<Record<string, string>>;
}

const topics: Readonly<Record<string, Topic>> = {
  wilson: { compute: wilsonRows },
  base_metrics: { compute: baseMetrics },
  nps: { compute: netPromoterScore },
  nps_diff: { compute: netPromoterDifference },
  two_prop: {
    compute: twoProportions,
    skipped: {
      '/rows/*/cohens_h': 'differences are reported in points',
    },
  },
  nonresponse: { compute: nonResponseCheck },
  cluster_se: { compute: clusterStandardError },
  quantile: {
    compute: quantiles,
    skipped: { '/type6': 'quantiles are of type 7 everywhere' },
  },
  km: {
    compute: survivalCurves,
    skipped: {
      '/groups/*/log': 'bands are built on log(−log S)',
      '/peto_rho1': 'optional: from one program only, and the log-rank test is the one in use',
    },
  },
  bh: {
    compute: adjustedPValues,
    skipped: {
      '/rows/*/by': 'adjustment is by Benjamini and Hochberg',
      '/rows/*/holm': 'adjustment is by Benjamini and Hochberg',
      '/rows/*/bonferroni': 'adjustment is by Benjamini and Hochberg',
    },
  },
  equivalence: {
    compute: twoOneSidedTests,
    skipped: { '/verdict': 'wording belongs to the report' },
  },
  rate: { compute: rates },
};

test('all reference cases are at hand', () => {
  expect(referenceNames()).toHaveLength(84);
});

describe.each(Object.entries(topics))('%s agrees with R and Python', (name, topic) => {
  const cases = referenceCases(name);

  test('in two cases', () => {
    expect(cases).toHaveLength(2);
  });

  test.each(cases)('$name', (reference) => {
    const skipped = Object.keys(topic.skipped ?? {});
    const { differences, compared } = compareWithReference(reference, topic.compute(reference), skipped);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(5);
  });
});

describe('a comparison with a reference case can fail', () => {
  const reference: ReferenceCase = {
    name: 'made-1',
    topic: 'made',
    params: {},
    rows: [],
    expected: { a: { value: 1 }, b: { value: null } },
    tolerance: { relative: 1e-7, absolute: 1e-9 },
  };

  test.each([
    ['a number off by more than the tolerance', { a: { value: 1.000001 }, b: { value: null } }],
    ['NaN for a number', { a: { value: Number.NaN }, b: { value: null } }],
    ['NaN for null', { a: { value: 1 }, b: { value: Number.NaN } }],
    ['a missing value', { a: { value: 1 }, b: {} }],
    ['a missing branch', { a: { value: 1 } }],
    ['a value too many', { a: { value: 1, extra: 2 }, b: { value: null } }],
  ])('on %s', (_, actual) => {
    expect(compareWithReference(reference, actual).differences).toHaveLength(1);
  });

  test('on skipping what is not there', () => {
    expect(compareWithReference(reference, reference.expected, ['/*/other']).differences).toHaveLength(1);
  });

  test('and passes what lies within the tolerance', () => {
    const actual = { a: { value: 1 + 1e-8 }, b: { value: null } };
    expect(compareWithReference(reference, actual)).toEqual({ differences: [], compared: 2 });
  });
});

function wilsonRows({ rows }: ReferenceCase) {
  return {
    rows: rows.map((row) => {
      const share = cell(row, 'x') / cell(row, 'n');
      return { id: cell(row, 'id'), p: share, ...ends(wilson(share, cell(row, 'n'), cell(row, 'conf'))) };
    }),
  };
}

function baseMetrics(reference: ReferenceCase) {
  const { rows } = reference;
  const confidence = parameter(reference, 'conf');
  const emotions = present(rows, 'emotion_m2_p2');
  const positive = shareOf(emotions, (value) => value > 0);
  const negative = shareOf(emotions, (value) => value < 0);
  const net = { positive, negative, n: emotions.length };
  const netEnds = netInterval(net, confidence);
  const satisfaction = present(rows, 'csat_1_5');
  const effort = present(rows, 'ces_1_7_agree');
  return {
    csat: {
      ...scoreSummary(satisfaction, 4, confidence),
      bottom2: shareOf(satisfaction, (value) => value <= 2),
      top1: shareOf(satisfaction, (value) => value === 5),
    },
    ces: {
      ...scoreSummary(effort, 5, confidence),
      top2: shareOf(effort, (value) => value >= 6),
      hard_1_3: shareOf(effort, (value) => value <= 3),
    },
    emotion: {
      n: emotions.length,
      positive,
      negative,
      net: netScore(net),
      mean: estimateMean(emotions).mean,
      net_adj_lo: netEnds.low,
      net_adj_hi: netEnds.high,
    },
  };
}

function scoreSummary(values: readonly number[], topFrom: number, confidence: number) {
  const { mean, standardError, degreesOfFreedom } = estimateMean(values);
  const aroundMean = meanInterval(mean, standardError, degreesOfFreedom, confidence);
  const top = shareOf(values, (value) => value >= topFrom);
  const aroundTop = wilson(top, values.length, confidence);
  return {
    n: values.length,
    mean,
    sd: standardError * Math.sqrt(values.length),
    t_lo: aroundMean.low,
    t_hi: aroundMean.high,
    top,
    top_lo: aroundTop.low,
    top_hi: aroundTop.high,
    median: quantile(ascending(values), 0.5),
  };
}

function netPromoterScore(reference: ReferenceCase) {
  const confidence = parameter(reference, 'conf');
  const scores = present(reference.rows, 'score');
  const n = scores.length;
  const group = promoters(scores);
  const score = netScore(group);
  const variance = netVariance(group);
  const sampleVariance = (variance * n) / (n - 1);
  const adjusted = withPseudoAnswers(group);
  const adjustedScore = netScore(adjusted);
  const adjustedError = Math.sqrt(netVariance(adjusted) / adjusted.n);
  const unclamped = meanInterval(adjustedScore, adjustedError, Number.POSITIVE_INFINITY, confidence);
  return {
    n,
    n_blank: reference.rows.length - n,
    promoters: group.positive * n,
    passives: n - (group.positive + group.negative) * n,
    detractors: group.negative * n,
    nps: score,
    variance_population: variance,
    variance_sample: sampleVariance,
    se_wald: Math.sqrt(variance / n),
    wald: ends(meanInterval(score, Math.sqrt(variance / n), Number.POSITIVE_INFINITY, confidence)),
    trinomial_t: ends(meanInterval(score, Math.sqrt(sampleVariance / n), n - 1, confidence)),
    adjusted_wald: {
      n_adj: adjusted.n,
      nps_adj: adjustedScore,
      variance_adj: netVariance(adjusted),
      se_adj: adjustedError,
      lo_raw: unclamped.low,
      hi_raw: unclamped.high,
      ...ends(netInterval(group, confidence)),
    },
  };
}

/** The stored differences are A − B, ours second minus first. */
function netPromoterDifference(reference: ReferenceCase) {
  const confidence = parameter(reference, 'conf');
  const [scoresA, scoresB] = ['A', 'B'].map((group) => present(inGroup(reference.rows, group), 'score')) as Pair;
  const a = promoters(scoresA);
  const b = promoters(scoresB);
  const wald = welchDifference(asNormal(b), asNormal(a), confidence);
  const adjusted = netDifference(b, a, confidence);
  const welch = welchDifference(estimateMean(scoresB.map(code)), estimateMean(scoresA.map(code)), confidence);
  return {
    wald: {
      nps_a: netScore(a),
      nps_b: netScore(b),
      diff: wald.difference,
      se: wald.standardError,
      z: wald.difference / wald.standardError,
      p: wald.p,
      ...ends(wald),
    },
    adjusted_wald_3_each: {
      nps_a: netScore(withPseudoAnswers(a)),
      nps_b: netScore(withPseudoAnswers(b)),
      diff: adjusted.adjustedDifference,
      se: adjusted.standardError,
      z: adjusted.adjustedDifference / adjusted.standardError,
      p: adjusted.p,
      ...ends(adjusted),
    },
    welch_t: {
      t: welch.difference / welch.standardError,
      df: welch.degreesOfFreedom,
      p: welch.p,
      ...ends(welch),
    },
  };
}

/** The stored differences are first minus second, ours second minus first. */
function twoProportions(reference: ReferenceCase) {
  return {
    rows: reference.rows.map((row) => {
      const first = { share: cell(row, 'x1') / cell(row, 'n1'), n: cell(row, 'n1') };
      const second = { share: cell(row, 'x2') / cell(row, 'n2'), n: cell(row, 'n2') };
      const interval = newcombe(second, first, parameter(reference, 'conf'));
      const p = twoProportionP(second, first);
      const pooled = (first.share * first.n + second.share * second.n) / (first.n + second.n);
      const testable = pooled > 0 && pooled < 1;
      return {
        id: cell(row, 'id'),
        diff: first.share - second.share,
        newcombe_lo: interval.low,
        newcombe_hi: interval.high,
        z2_pooled: testable ? normalQuantile(p / 2, 0, 1) ** 2 : null,
        p_pooled: testable ? p : null,
        fisher_p: fisherExact([
          [cell(row, 'x1'), first.n - cell(row, 'x1')],
          [cell(row, 'x2'), second.n - cell(row, 'x2')],
        ]),
      };
    }),
  };
}

function nonResponseCheck(reference: ReferenceCase) {
  const strata = reference.rows.map((row) => ({
    name: row.stratum as string,
    invited: cell(row, 'invited'),
    answered: cell(row, 'responded'),
  }));
  const total = (of: 'invited' | 'answered') => strata.reduce((sum, stratum) => sum + stratum[of], 0);
  const found = nonResponse(strata);
  const answered = strata.map((stratum) => stratum.answered);
  const invited = strata.map((stratum) => stratum.invited);
  const weights = postStratificationWeights(answered, invited) ?? new Float64Array(0);
  return {
    overall: total('answered') / total('invited'),
    strata: strata.map(({ name, invited, answered }, at) => {
      const { low, high } = wilson(answered / invited, invited, parameter(reference, 'conf'));
      return {
        stratum: name,
        rate: answered / invited,
        lo: low,
        hi: high,
        share_invited: invited / total('invited'),
        share_responded: answered / total('answered'),
        // Of mean 1 over those who answered.
        poststrat_weight: ((weights[at] as number) * total('answered')) / total('invited'),
      };
    }),
    kish_deff_poststrat: kishDesignEffect(weights, answered),
    chi2: found?.chiSquare,
    df: found?.degreesOfFreedom,
    p: found?.p,
    cramers_v: found?.cramersV,
    sd_propensity: found?.propensitySpread,
    r_indicator: found?.rIndicator,
    max_abs_bias_in_sd_units: found?.maximalBias,
  };
}

function clusterStandardError(reference: ReferenceCase) {
  const moments = clusterMoments(reference.rows.map((row) => [row.customer_id as string, cell(row, 'top2')]));
  const estimate = clusterEstimate(moments);
  const { mean, standardError, degreesOfFreedom } = estimate;
  return {
    n: moments.n,
    customers: moments.clusters,
    estimate: mean,
    cluster_se: standardError,
    srs_se: estimate.simpleStandardError,
    deff: estimate.rawDesignEffect,
    n_eff: estimate.effectiveN,
    t_ci: ends(meanInterval(mean, standardError, degreesOfFreedom, parameter(reference, 'conf'))),
    mean_per_customer: moments.n / moments.clusters,
    icc1_n0: varianceComponents(customerSums(reference))?.intraclass,
  };
}

/** Answers by customer, for the intraclass correlation. */
function customerSums({ rows }: ReferenceCase) {
  return [...Map.groupBy(rows, (row) => row.customer_id).values()].map((own) => {
    const values = own.map((row) => Number(row.top2));
    const sum = values.reduce((all, value) => all + value, 0);
    return { n: values.length, sum, sumOfSquares: values.reduce((all, value) => all + value ** 2, 0) };
  });
}

function quantiles(reference: ReferenceCase) {
  const confidence = parameter(reference, 'conf');
  const sorted = ascending(present(reference.rows, 'minutes'));
  const n = sorted.length;
  return {
    n,
    type7: (reference.params.probs as number[]).map((p) => ({ p, value: quantile(sorted, p) })),
    order_stat_ci: [0.5, 0.9].map((q) => {
      const { low, high } = quantileRanks(n, q, confidence);
      const interval = quantileInterval(sorted, q, confidence);
      expect(interval === null).toBe(low === null || high === null);
      return {
        q,
        rank_lo: low,
        rank_hi: high,
        lo: interval?.low ?? (low === null ? null : sorted[low - 1]),
        hi: interval?.high ?? (high === null ? null : sorted[high - 1]),
        coverage: binomialCdf((high ?? n + 1) - 1, n, q) - binomialCdf((low ?? 0) - 1, n, q),
      };
    }),
  };
}

const SHARES = [0.25, 0.5, 0.75, 0.9];

function survivalCurves(reference: ReferenceCase) {
  const { rows, params } = reference;
  const confidence = parameter(reference, 'conf');
  const tau = parameter(reference, 'tau');
  const names = [...new Set(rows.map((row) => row.group as string))];
  const followUps = names.map((name) => {
    const group = inGroup(rows, name).toSorted((a, b) => cell(a, 'hours') - cell(b, 'hours'));
    return {
      times: Float64Array.from(group, (row) => cell(row, 'hours')),
      events: Uint8Array.from(group, (row) => cell(row, 'resolved')),
    };
  });
  const groups = followUps.map(({ times, events }) => {
    const curve = kaplanMeier(times, events);
    const restricted = restrictedMean(curve, tau);
    return {
      n: curve.n,
      events: curve.eventCount,
      loglog: {
        quantiles: survivalQuantiles(times, events, SHARES, confidence).quantiles.map(
          ({ value, low, high }, index) => ({
            prob: SHARES[index],
            est: value,
            lo: low,
            hi: high,
          }),
        ),
        at: (params.times as number[]).map((time) => {
          const { survival, standardError, low, high } = survivalAt(curve, time, confidence);
          return { time, n_risk_at: atRisk(times, time), surv: survival, se: standardError, lo: low, hi: high };
        }),
      },
      rmst: { tau, est: restricted.mean, se: restricted.standardError },
      table: Array.from(curve.time, (time, step) => ({
        time,
        n_risk: curve.atRisk[step],
        n_event: curve.events[step],
        surv: curve.survival[step],
        greenwood_se: survivalAt(curve, time).standardError,
      })),
    };
  });
  const [first, second] = followUps as [(typeof followUps)[0], (typeof followUps)[0]];
  const { chiSquare, p, observed, expected } = logRank(first, second);
  const byName = <T>(values: readonly T[]) => Object.fromEntries(names.map((name, index) => [name, values[index]]));
  return {
    groups: byName(groups),
    logrank: { chisq: chiSquare, df: 1, p, observed: byName(observed), expected: byName(expected) },
  };
}

function adjustedPValues(reference: ReferenceCase) {
  const q = parameter(reference, 'q');
  const p = reference.rows.map((row) => cell(row, 'p'));
  const adjusted = benjaminiHochberg(p);
  return {
    rows: reference.rows.map((row, index) => ({
      claim: row.claim,
      p: p[index],
      bh: adjusted[index],
      bh_reject: (adjusted[index] as number) <= q,
    })),
    n_reject_bh: adjusted.filter((value) => value <= q).length,
  };
}

/** The stored difference is a − b, ours second minus first. */
function twoOneSidedTests(reference: ReferenceCase) {
  const [a, b] = ['a', 'b'].map((group) => estimateMean(present(inGroup(reference.rows, group), 'csat'))) as [
    MeanEstimate,
    MeanEstimate,
  ];
  const tests = equivalence(b, a, parameter(reference, 'margin'), parameter(reference, 'alpha'));
  return {
    diff: tests.difference,
    welch_df: tests.degreesOfFreedom,
    p_lower: tests.aboveLowerMarginP,
    p_upper: tests.belowUpperMarginP,
    tost_p: tests.p,
    ci90_lo: tests.low,
    ci90_hi: tests.high,
    equivalent: tests.equivalent,
    difference_p: welchDifference(b, a, parameter(reference, 'conf')).p,
  };
}

/** The stored ratio is a / b, ours second by first. */
function rates(reference: ReferenceCase) {
  const confidence = parameter(reference, 'conf');
  const counts = reference.rows.map((row) => ({ events: cell(row, 'events'), exposure: cell(row, 'customer_months') }));
  const [a, b] = counts as [(typeof counts)[0], (typeof counts)[0]];
  const ratio = rateRatio(b, a, confidence);
  return {
    groups: reference.rows.map((row, index) => {
      const { events, exposure } = counts[index] as (typeof counts)[0];
      const { rate, low, high } = poissonRate(events, exposure, confidence);
      return { group: row.group, rate, lo: low, hi: high };
    }),
    ratio_a_over_b: ratio.ratio,
    ratio_lo: ratio.low,
    ratio_hi: ratio.high,
    p_exact_binomial: ratio.p,
  };
}

type Row = ReferenceCase['rows'][number];
type Pair = [number[], number[]];

function cell(row: Row, name: string): number {
  return Number(row[name]);
}

function present(rows: readonly Row[], name: string): number[] {
  return rows.filter((row) => row[name] !== '').map((row) => cell(row, name));
}

function inGroup(rows: readonly Row[], group: string): Row[] {
  return rows.filter((row) => row.group === group);
}

function parameter(reference: ReferenceCase, name: string): number {
  return reference.params[name] as number;
}

function ends({ low, high }: Interval): { lo: number; hi: number } {
  return { lo: low, hi: high };
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

function shareOf(values: readonly number[], holds: (value: number) => boolean): number {
  return values.filter(holds).length / values.length;
}

function code(score: number): number {
  return score >= 9 ? 1 : score <= 6 ? -1 : 0;
}

function promoters(scores: readonly number[]): Trinomial {
  return {
    positive: shareOf(scores, (score) => code(score) > 0),
    negative: shareOf(scores, (score) => code(score) < 0),
    n: scores.length,
  };
}

function asNormal(t: Trinomial): MeanEstimate {
  return {
    mean: netScore(t),
    standardError: Math.sqrt(netVariance(t) / t.n),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
  };
}

function estimateMean(values: readonly number[]): MeanEstimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (n - 1) / n), degreesOfFreedom: n - 1 };
}

function clusterMoments(values: readonly (readonly [string, number])[]): ClusterMoments {
  const clusters = new Map<string, number[]>();
  for (const [cluster, value] of values) clusters.set(cluster, [...(clusters.get(cluster) ?? []), value]);
  const sums = [...clusters.values()].map((group) => ({
    size: group.length,
    sum: group.reduce((total, value) => total + value, 0),
  }));
  const total = (each: (group: { size: number; sum: number }) => number) =>
    sums.reduce((all, group) => all + each(group), 0);
  return {
    clusters: sums.length,
    n: values.length,
    sum: total((group) => group.sum),
    sumOfSquares: values.reduce((all, [, value]) => all + value * value, 0),
    squaredSums: total((group) => group.sum ** 2),
    sumTimesSize: total((group) => group.sum * group.size),
    squaredSizes: total((group) => group.size ** 2),
  };
}
