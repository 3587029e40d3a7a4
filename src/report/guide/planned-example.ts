/**
 * An example read as a writer's text is, so that nothing stands in the guide that a build would refuse.
 */
import { GUIDE_TEXT } from '../../commentary/site-pages.ts';
import { componentUses } from '../../commentary/uses.ts';
import { Mistake, Mistakes } from '../../config/mistake.ts';
import { DIMENSIONS } from '../../dataset/dataset.ts';
import type { ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import type { Finding } from '../family.ts';
import type { Records } from '../named-records.ts';
import { type Asked, askedInProse } from '../prose.ts';
import type { Composition } from './compositions.ts';
import { sourceOf } from './parts.ts';

export interface PlannedExample {
  readonly composition: Composition;
  readonly source: string;
  readonly asked: Asked;
}

/** What an example asks of the data; null where they do not hold it. */
export function plannedExample(
  context: ReportContext,
  store: EstimateStore,
  records: Records,
  composition: Composition,
): PlannedExample | null {
  const source = sourceOf(composition.parts);
  try {
    const uses = componentUses(source, 'example.mdx', DIMENSIONS);
    const asked = askedInProse(context, store, [{ page: GUIDE_TEXT, head: NO_HEAD, uses }], records);
    return { composition, source, asked };
  } catch (error) {
    if (error instanceof Mistake || error instanceof Mistakes) return null;
    throw error;
  }
}

const NO_HEAD = {
  title: '',
  summary: '',
  order: null,
  authors: [],
  date: '',
  period: null,
  panel: null,
  draft: false,
} as const;

/** Every distance from a number that an example speaks of. */
export function exampleLevels({ asked }: PlannedExample): Finding[] {
  return asked.claims.flatMap(({ plan: { level } }) => level?.finding ?? []);
}
