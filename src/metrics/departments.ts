/**
 * How much departments differ beyond chance (B24).
 */
import { shareFunnel } from '../statistics/funnel.ts';
import { kruskalWallis, varianceComponents } from '../statistics/variance-components.ts';
import { type Analysis, type Lack, type Span, tooShort } from './analysis.ts';
import type { Context, Described } from './definition.ts';
import { type DepartmentMeans, type DepartmentTotal, departmentMeans, groupSums, meansOf } from './department-means.ts';
import type { Sample } from './estimators/sample.ts';

/** Fewest departments, and fewest customers in each of them. */
export const FEWEST_DEPARTMENTS = 5;
export const FEWEST_CUSTOMERS = 10;

/** A department and how far it lies from what chance alone would do. */
export interface DepartmentPlace {
  readonly label: string;
  readonly n: number;
  readonly customers: number;
  readonly share: number;
  /** In widened standard errors from the centre. */
  readonly z: number;
}

export interface DepartmentsResult {
  readonly departments: readonly DepartmentPlace[];
  readonly centre: number;
  /** Standard deviation of one outcome, and by how much the limits are widened: a group of n lies within ± z × spread × widening / √n. */
  readonly spread: number;
  readonly widening: number;
  /** Share of the variance that lies between departments, 0 where chance alone would do more, with its 95 % and 90 % ends. */
  readonly icc: number;
  readonly low: number;
  readonly high: number;
  readonly low90: number;
  readonly high90: number;
  /** Share of the variance between departments without the bias that chance brings (Kelley's epsilon squared). */
  readonly epsilonSquared: number;
  /** Of the test that all departments are alike (Kruskal and Wallis). */
  readonly p: number;
}

export interface DepartmentsOf {
  readonly words: Pick<Described, 'id' | 'name' | 'label' | 'lens' | 'question' | 'needs' | 'counts'>;
  readonly subject: string;
  readonly missing: (context: Context) => string | null;
  readonly sample: (context: Context) => Sample;
}

/** An analysis of how a share differs between departments. */
export function departmentsAnalysis({ words, subject, missing, sample }: DepartmentsOf): Analysis<DepartmentsResult> {
  return {
    ...words,
    definition:
      `How much of the variance of ${subject} lies between departments: the intraclass correlation ICC(1), 0 when ` +
      'departments differ no more than chance makes them, 1 when all that differs is the department. Several outcomes of ' +
      `one customer in a department count as their mean, once. Everything that the data cover counts; a department with fewer than ${FEWEST_CUSTOMERS} customers is left out. In the funnel, ` +
      'departments within the limits do not stand out from the others and have no order.',
    formula: '(MSB − MSW) ÷ (MSB + (n₀ − 1) MSW), n₀ = (N − Σ nᵢ² ÷ N) ÷ (k − 1)',
    who: 'rows whose department is known',
    date: 'the date that decides the period of the share',
    tex: String.raw`\frac{B - W}{B + (n_0 - 1)\,W}`,
    symbols: [
      ['B', 'mean square between departments'],
      ['W', 'mean square within departments'],
      ['n_0', 'the mean size of departments, corrected for how much they differ in it'],
    ],
    elsewhere: [],
    unit: 'coefficient',
    direction: 'neutral',
    minimum: `${FEWEST_DEPARTMENTS} departments with ${FEWEST_CUSTOMERS} customers each.`,
    margin: 0.05,
    interval: 'Interval of the F ratio; whether departments differ at all by the test of Kruskal and Wallis.',
    source:
      'Shrout & Fleiss (1979) for the ICC, Spiegelhalter (2005) for the funnel, whose limits are widened where ' +
      'departments scatter more than the outcomes’ chance alone allows.',
    analyse: (context, span) => analyse(context, span, missing, sample),
  };
}

function analyse(
  context: Context,
  { all }: Span,
  missing: DepartmentsOf['missing'],
  sampleOf: DepartmentsOf['sample'],
): DepartmentsResult | Lack {
  const lacking = missing(context);
  if (lacking !== null) return { lacks: lacking };
  const means = departmentMeans(context.dataset, sampleOf(context), all);
  return means.names.length === 0 ? { lacks: 'no export has the field `department`' } : variationBetween(means);
}

/** How much departments differ in an outcome between 0 and 1, or for want of what that cannot be told. */
export function variationBetween(means: DepartmentMeans): DepartmentsResult | Lack {
  const large = largeDepartments(means);
  if (large.length < FEWEST_DEPARTMENTS) {
    return tooShort(FEWEST_DEPARTMENTS, `departments with ${FEWEST_CUSTOMERS} customers each`, large.length);
  }
  const chosen = meansOf(means, large);
  const groups = groupSums(chosen, means.names.length).filter(({ n }) => n > 0);
  const [wide, narrow] = [varianceComponents(groups, 0.95), varianceComponents(groups, 0.9)];
  const totals = large.map((code) => means.totals[code] as DepartmentTotal);
  const funnel = shareFunnel(totals.map(({ n, sum }) => ({ n, value: sum / n })));
  const test = kruskalWallis(chosen.mean, chosen.code);
  if (wide === null || narrow === null || funnel === null || test === null) {
    return { lacks: 'all outcomes are alike' };
  }
  return {
    departments: totals.map(({ n, sum, customers }, index) => ({
      label: means.names[large[index] as number] as string,
      n,
      customers,
      share: sum / n,
      z: funnel.z[index] as number,
    })),
    centre: funnel.centre,
    spread: funnel.spread,
    widening: funnel.widening,
    icc: Math.max(0, wide.intraclass),
    low: Math.max(0, wide.intraclassInterval.low),
    high: Math.max(0, wide.intraclassInterval.high),
    low90: Math.max(0, narrow.intraclassInterval.low),
    high90: Math.max(0, narrow.intraclassInterval.high),
    epsilonSquared: Math.max(0, wide.epsilonSquared),
    p: test.p,
  };
}

/** Codes of the departments with customers enough to stand by themselves. */
export function largeDepartments({ totals }: DepartmentMeans): number[] {
  return totals.flatMap(({ customers }, code) => (customers >= FEWEST_CUSTOMERS ? [code] : []));
}
