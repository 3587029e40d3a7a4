import { Mistake } from '../../config/mistake.ts';
import type { EnclosingUse } from './component.ts';

/** A headline is read at a glance. */
export const MOST_WORDS = 15;

/** @throws Mistake for a headline that is too long. */
export function checkHeadline({ component, props, place }: Pick<EnclosingUse, 'component' | 'props' | 'place'>): void {
  const words = String(props.headline).trim().split(/\s+/).length;
  if (words <= MOST_WORDS) return;
  throw new Mistake({
    ...place,
    what: `headline of <${component}> is too long`,
    found: `${words} words`,
    expected: `at most ${MOST_WORDS} words`,
    remedy: 'Say what was found in the headline, and the rest below it.',
  });
}
