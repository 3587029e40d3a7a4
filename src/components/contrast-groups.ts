/**
 * The two groups of contrasts and the panels that each sets against each other.
 */
import type { ContrastGroup } from '../report/types/contrast.ts';
import type { Lens } from '../report/types/estimate.ts';

/** In the order of the site. */
export const CONTRAST_GROUPS: readonly { readonly group: ContrastGroup; readonly name: string }[] = [
  { group: 'satisfaction and experience', name: 'Satisfaction against experience' },
  { group: 'experience and service', name: 'Experience against service' },
];

/** The panels of a group, in the order of a contrast's two sides. */
export function groupLenses(group: ContrastGroup): readonly [Lens, Lens] {
  return group === 'satisfaction and experience' ? ['satisfaction', 'experience'] : ['experience', 'service'];
}
