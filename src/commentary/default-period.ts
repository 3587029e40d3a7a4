/**
 * The period that the head of a text gives to the components in it that name none.
 */
import type { ComponentUse } from './uses.ts';
import { VOCABULARY } from './vocabulary/vocabulary.ts';

type Props = ComponentUse['props'];

/** A use as if it named the period of its text; as it is where it names one, or is about none. */
export function inPeriodOf(use: ComponentUse, period: string | null): ComponentUse {
  const takesPeriod = VOCABULARY.some(({ name, props }) => name === use.component && 'period' in props);
  return period === null || !takesPeriod ? use : { ...use, props: propsInPeriod(use.props, period) };
}

/** Of a change, whose end may be named instead, the period is where it ends. */
function propsInPeriod(props: Props, period: string): Props {
  if ('period' in props || 'to' in props) return props;
  const isChange = 'rose' in props || 'fell' in props || ('same' in props && !('as' in props));
  return { ...props, [isChange ? 'to' : 'period']: period };
}
