/**
 * Where pages of tests stand on the site.
 */
import type { Topic } from '../../contrasts/contrast.ts';
import { CONTRASTS, TOPICS } from '../../contrasts/contrasts.ts';

/** Site path without base: contrasts stand below their index, other pages at the top. */
export function pathOf({ id }: Pick<Topic, 'id'>): string {
  return CONTRASTS.some((contrast) => contrast.id === id) ? `/contrasts/${id}/` : `/${id}/`;
}

/** Where an analysis that some test asks for is defined: at the first such test. */
export function placeOfTest(analysis: string): string {
  for (const topic of TOPICS) {
    const test = topic.tests.find((candidate) => candidate.analysis.id === analysis);
    if (test !== undefined) return `${pathOf(topic)}#${test.id}`;
  }
  throw new Error(`No test asks for ${analysis}`);
}
