/**
 * Which series are shown by quarter, because their months are too thin.
 */
import type { Cells } from '../../metrics/definition.ts';
import type { ReportContext } from '../context.ts';

/**
 * Whether a whole month with data rests on fewer customers than a figure needs: the series is then shown by quarter,
 * everywhere. A month that the data do not cover wholly is small for a reason that passes.
 */
export function monthsAreTooSmall({ config, periods }: ReportContext, { cells }: Cells): boolean {
  return cells.some(
    ({ n, customers }, index) => !periods.month[index]?.partial && n > 0 && customers < config.minimum_base,
  );
}
