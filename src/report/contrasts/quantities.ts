/**
 * Numbers of tests as figures and downloads take them: differences with their signs, shares that tell nobody's answer.
 */
import type { Difference } from '../../metrics/definition.ts';
import { quantityOf } from '../analyses/quantity.ts';
import type { AnalysisNumber } from '../analyses/view.ts';
import type { ReportContext } from '../context.ts';
import { blurOf } from '../disclosure/blur.ts';
import type { Quantity } from '../types/analysis-figure.ts';
import type { Unit } from '../types/estimate.ts';
import { count, type Format, formatOf, signed } from '../wording/format.ts';

/** How many of what stand behind a number; each of them is a customer of its own. */
export interface Behind {
  readonly n: number;
  /** What n counts, plural. */
  readonly counts: string;
  /** Distinct customers, where one may be counted several times. */
  readonly customers?: number;
}

/** A difference with its sign: `−9 points`, `+0.10`. */
export function differenceQuantity(
  context: ReportContext,
  unit: Unit,
  margin: number,
  difference: Difference,
  { n, counts, customers = n }: Behind,
): Quantity {
  const format = { ...formatOf(unit, context.config.locale, margin), ...signedFormat(unit, margin) };
  const { low, high } = difference;
  return quantityOf(context, format, { value: difference.difference, low, high, n, customers, counts });
}

/** How differences of a unit are written, with their signs. */
export function signedFormat(unit: Unit, margin: number): Pick<Format, 'value' | 'range'> {
  const isInPoints = unit === 'share' || unit === 'net';
  const scale = unit === 'share' ? 100 : 1;
  const decimals = isInPoints ? (unit === 'share' && margin < 0.05 ? 1 : 0) : unit === 'score' ? 1 : 2;
  const size = (value: number) => signed(scale * value, decimals);
  const points = (text: string) => (/^[+−]?1$/.test(text) ? 'point' : 'points');
  return {
    value: (value) => (isInPoints ? `${size(value)}\u00a0${points(size(value))}` : size(value)),
    range: (low, high) => `${size(low)} to ${size(high)}`,
  };
}

export interface SharePart extends Behind {
  readonly share: number;
  readonly low?: number;
  readonly high?: number;
  readonly isLowBase?: boolean;
}

/** A share; so near to all or nothing in a small group that it would tell everybody's answer, only its bound. */
export function shareQuantity(context: ReportContext, format: Format, part: SharePart): Quantity {
  const { share, n, customers = n } = part;
  const quantity = quantityOf(context, format, { ...part, value: share, customers });
  const blurred =
    quantity.status === 'suppressed' ? null : blurOf({ unit: 'share' }, { n, customers, value: share, method: '' });
  if (blurred === null) return quantity;
  const { low: _, high: __, ...rest } = quantity;
  return { ...rest, value: blurred.value, text: blurred.text, range: '' };
}

/** A number of a test for `estimates.csv`, for everything that the data cover. */
export function numberOf(
  { analyses }: ReportContext,
  metric: string,
  quantity: Quantity,
  unit: AnalysisNumber['unit'],
  method: string,
  [dimension, value]: readonly [string, string] = ['', ''],
): Omit<AnalysisNumber, 'lens'> {
  return { metric, dimension, value, period: analyses.span.all, quantity, unit, method };
}

/** `n = 1,204 customers`. */
export function baseOf({ config }: ReportContext, n: number, counts: string): string {
  return `n = ${count(n, config.locale)} ${counts}`;
}
