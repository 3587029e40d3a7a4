/**
 * Numbers of analyses, suppressed where too few customers stand behind them, and worded.
 */
import type { ReportContext } from '../context.ts';
import { FLAGS, keptBackWords } from '../estimates.ts';
import type { Quantity } from '../types/analysis-figure.ts';
import { count, type Format } from '../wording/format.ts';

export interface Counted {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly n: number;
  /** Distinct customers behind it. */
  readonly customers: number;
  /** What n counts, plural. */
  readonly counts: string;
  /** Whether n is below what a comparison takes. */
  readonly isLowBase?: boolean;
}

/** The number as it may be published. */
export function quantityOf({ config }: ReportContext, format: Format, counted: Counted): Quantity {
  const { value, low, high, n, customers, counts, isLowBase } = counted;
  if (customers < config.minimum_base) {
    return {
      status: 'suppressed',
      text: FLAGS.suppressed,
      range: '',
      base: keptBackWords(config.minimum_base),
    };
  }
  const interval = low === undefined || high === undefined ? {} : { low, high };
  return {
    status: isLowBase ? 'low_base' : 'ok',
    value,
    ...interval,
    n,
    text: format.value(value),
    range: low === undefined || high === undefined ? '' : format.range(low, high),
    base: `n = ${count(n, config.locale)} ${counts}`,
  };
}
