/**
 * How much departments differ beyond chance (B24).
 */
import type { Dataset } from '../dataset/dataset.ts';
import { shareFunnel } from '../statistics/funnel.ts';
import { kruskalWallis, varianceComponents } from '../statistics/variance-components.ts';
import { type Analysis, type Lack, type Span, tooFew } from './analysis.ts';
import type { Context, Described } from './definition.ts';
import { type RowValues, valueOfRows } from './estimators/grouping.ts';
import { periodOfRows } from './estimators/period-of-rows.ts';
import { ABSENT, type Sample } from './estimators/sample.ts';

/** Fewest departments, and fewest customers in each of them. */
const FEWEST_DEPARTMENTS = 5;
const FEWEST_CUSTOMERS = 10;

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
  readonly omegaSquared: number;
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
  const sample = sampleOf(context);
  const departments = valueOfRows(context.dataset, sample.table, {
    periods: [all],
    dimension: 'department',
    where: {},
  });
  const { value, values } = departments;
  if (values.length === 0) return { lacks: 'no export has the field `department`' };
  const period = periodOfRows(sample.at, [all]);
  const counted = (row: number) => (value[row] as number) >= 0 && period[row] === 0 && sample.values[row] !== ABSENT;
  const table = customerMeans(context.dataset, sample, departments, counted);
  const totals = table.totals.map((total, code) => ({ label: values[code] as string, code, ...total }));
  const large = totals.filter(({ customers }) => customers >= FEWEST_CUSTOMERS);
  if (large.length < FEWEST_DEPARTMENTS) {
    return tooFew(FEWEST_DEPARTMENTS, `departments with ${FEWEST_CUSTOMERS} customers each`, large.length);
  }
  const chosen = chosenMeans(table, new Set(large.map(({ code }) => code)));
  const groups = large.map(({ code }) => groupSums(chosen, code));
  const [wide, narrow] = [varianceComponents(groups, 0.95), varianceComponents(groups, 0.9)];
  const funnel = shareFunnel(large.map(({ n, sum }) => ({ n, value: sum / n })));
  const test = kruskalWallis(chosen.mean, chosen.code);
  if (wide === null || narrow === null || funnel === null || test === null) {
    return { lacks: 'all outcomes are alike' };
  }
  return {
    departments: large.map(({ label, n, sum, customers }, index) => ({
      label,
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
    omegaSquared: Math.max(0, wide.omegaSquared),
    p: test.p,
  };
}

/** What each customer met with in each department: several outcomes of a customer are one voice. */
interface CustomerMeans {
  /** Department and mean outcome, in the order of the customers. */
  readonly code: Int32Array;
  readonly mean: Float64Array;
  /** Of each department, by code: its outcomes, their sum, and its customers. */
  readonly totals: readonly { readonly n: number; readonly sum: number; readonly customers: number }[];
}

function customerMeans(
  dataset: Dataset,
  sample: Sample,
  { value, values }: RowValues,
  counted: (row: number) => boolean,
): CustomerMeans {
  const owner = dataset[sample.table]?.customer ?? new Int32Array(0);
  const code = new Int32Array(value.length);
  const n = new Float64Array(value.length);
  const sum = new Float64Array(value.length);
  // Where the customer at hand stands under each department.
  const place = new Int32Array(values.length);
  let [first, next, who] = [0, 0, -1];
  for (let row = 0; row < value.length; row++) {
    if (!counted(row)) continue;
    const customer = owner[row] as number;
    if (customer < 0 || customer !== who) first = next;
    who = customer;
    const department = value[row] as number;
    let at = place[department] as number;
    if (at < first || code[at] !== department || at >= next) {
      at = next++;
      place[department] = at;
      code[at] = department;
    }
    n[at] = (n[at] as number) + 1;
    sum[at] = (sum[at] as number) + (sample.values[row] as number);
  }
  const totals = values.map(() => ({ n: 0, sum: 0, customers: 0 }));
  const mean = new Float64Array(next);
  for (let at = 0; at < next; at++) {
    const total = totals[code[at] as number] as { n: number; sum: number; customers: number };
    total.n += n[at] as number;
    total.sum += sum[at] as number;
    total.customers++;
    mean[at] = (sum[at] as number) / (n[at] as number);
  }
  return { code: code.subarray(0, next), mean, totals };
}

/** The means of the departments that are large enough. */
function chosenMeans({ code, mean }: CustomerMeans, chosen: ReadonlySet<number>): Pick<CustomerMeans, 'code' | 'mean'> {
  const isChosen = (_: number, at: number) => chosen.has(code[at] as number);
  return { code: code.filter(isChosen), mean: mean.filter(isChosen) };
}

function groupSums({ code, mean }: Pick<CustomerMeans, 'code' | 'mean'>, chosen: number) {
  let [n, sum, sumOfSquares] = [0, 0, 0];
  for (let at = 0; at < code.length; at++) {
    if (code[at] !== chosen) continue;
    const one = mean[at] as number;
    n++;
    sum += one;
    sumOfSquares += one * one;
  }
  return { n, sum, sumOfSquares };
}
