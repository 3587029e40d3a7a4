import type { Period } from '../calendar/period.ts';
import { once } from '../metrics/once.ts';
import type { ReportContext } from './context.ts';

/** The month, quarter or year of the report that has the code, such as `2026-Q2`; undefined where the data hold none of it. */
export function periodOfCode({ periods }: ReportContext, code: string): Period | undefined {
  return byCode(periods).get(code);
}

const byCode = once(
  ({ year, quarter, month }: ReportContext['periods']) =>
    new Map([...year, ...quarter, ...month].map((period) => [period.code, period])),
);
