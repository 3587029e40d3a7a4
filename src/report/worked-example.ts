/**
 * The formula of a metric with this report's own numbers put in.
 */
import type { Cell, Metric } from '../metrics/definition.ts';
import { metricOf, type ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import { latestPeriod } from './sections.ts';
import type { WorkedExample } from './types/metric-card.ts';
import { capitalised } from './wording/capitalised.ts';

/** Below so many customers, a share of none or of all would tell what each of them answered. */
const MANY = 30;

/**
 * The example of the last complete period in which the metric has a figure.
 *
 * Null where the figure may not be shown, and where its counts would say more than the figure does. What it shows can
 * otherwise be worked out from n and the figure, which are published with it.
 */
export function workedExample(context: ReportContext, store: EstimateStore, metricId: string): WorkedExample | null {
  const period = latestPeriod(context, store, metricId);
  if (period === null) return null;
  const { estimate, cell } = store.compute(metricId, {}, period);
  // A weighted figure is no quotient of counts.
  if (cell === null || estimate.value === undefined || estimate.weighted || tellsEverything(cell)) return null;
  const { format } = new Intl.NumberFormat(context.config.locale, { maximumFractionDigits: 2 });
  const words = sumOf(metricOf(context, metricId), { ...cell, value: estimate.value }, format);
  return words === null ? null : { words: capitalised(words), estimate };
}

/** Whether one kind of answer is nobody's or everybody's among few customers. */
function tellsEverything({ customers, positive, negative }: Cell): boolean {
  const neutral = positive === undefined || negative === undefined ? undefined : 1 - positive - negative;
  const isAllOrNone = (share: number | undefined) => share !== undefined && (share < ROUNDING || share > 1 - ROUNDING);
  return customers < MANY && [positive, negative, neutral].some(isAllOrNone);
}

/** Below this a share is none, whatever divisions have left of it. */
const ROUNDING = 1e-9;

/**
 * The numbers up to the sign of equality; null where the metric has no such sum.
 *
 * @param write a number with at most two decimals, which years and sums of half points need and counts do not.
 */
function sumOf(metric: Metric, cell: Cell & { readonly value: number }, write: (n: number) => string): string | null {
  const { unit, counts, quantile, above: [first, second] = [], below = counts } = metric;
  const { n, value, positive = value, negative = 0 } = cell;
  switch (unit) {
    case 'share':
      return first === undefined
        ? `${write(n)} ${counts}, each followed for as long as the data go: 1 − ${(1 - value).toFixed(3)}`
        : `${write(positive * n)} ${first} ÷ ${write(n)} ${below}`;
    case 'net':
      return `100 × (${write(positive * n)} ${first} − ${write(negative * n)} ${second}) ÷ ${write(n)} ${below}`;
    case 'score':
    case 'average':
      return `${write(value * n)} ${first} ÷ ${write(n)} ${below}`;
    case 'rate':
      return value === 0 ? null : `${write(n)} ${first} ÷ ${write(n / value)} ${below}`;
    case 'count':
      return `${counts} at the end of the period`;
    case 'duration':
      if (quantile === undefined) return null;
      return cell.method === 'order-statistic'
        ? `wait at place 1 + ${quantile} × ${write(n - 1)} among ${write(n)} ${counts}, shortest first`
        : `first t with S(t) < ${quantile === 0.5 ? '0.5' : '0.1'} among ${write(n)} ${counts}, unfinished waits included`;
    case 'coefficient':
      return null;
  }
}
