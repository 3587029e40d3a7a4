import type { GuideEntry } from '../report/types/guide.ts';

/** The place of a component on the guide for writers: `so-what` of `SoWhat`. */
export function guideId({ name }: Pick<GuideEntry, 'name'>): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase();
}
