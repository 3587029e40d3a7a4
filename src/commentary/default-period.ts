/**
 * The period that the head of a text gives to the components in it that name none.
 */
import { propsInPeriod } from './props-in-period.ts';
import type { ComponentUse } from './uses.ts';
import { VOCABULARY } from './vocabulary/vocabulary.ts';

/** A use as if it named the period of its text; as it is where it names one, or is about none. */
export function inPeriodOf(use: ComponentUse, period: string | null): ComponentUse {
  const takesPeriod = VOCABULARY.some(({ name, props }) => name === use.component && 'period' in props);
  return period === null || !takesPeriod ? use : { ...use, props: propsInPeriod(use.props, period) };
}
