/**
 * What a report has that examples can be made of.
 */
import type { Dimension } from '../../dataset/dataset.ts';
import { cardOf, type ReportContext } from '../context.ts';
import type { EstimateStore } from '../estimates.ts';
import { latestPeriod, leadMetrics } from '../sections.ts';
import { type Estimate, LENSES } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';

/** A metric with a figure for its last complete period. */
export interface Subject {
  readonly card: MetricCard;
  readonly latest: Estimate;
  /** Dimensions by which at least two groups have a figure, the groups from the highest to the lowest. */
  readonly dimensions: readonly { readonly dimension: Dimension; readonly groups: readonly string[] }[];
}

/** Metrics that examples may speak of, in the order of the panels; waits last, for their comparisons take long. */
export function guideSubjects(context: ReportContext, store: EstimateStore): readonly Subject[] {
  const subjects = LENSES.flatMap((lens) => leadMetrics(context, lens))
    .filter(({ id }) => store.unavailable(id) === null)
    .flatMap(({ id, dimensions }): Subject[] => {
      const period = latestPeriod(context, store, id);
      if (period === null) return [];
      const latest = store.estimate(id, {}, period);
      if (latest.value === undefined) return [];
      return [
        {
          card: cardOf(context, id),
          latest,
          dimensions: dimensions
            .map((dimension) => ({ dimension, groups: groupsOf(store, latest, dimension) }))
            .filter(({ groups }) => groups.length >= 2),
        },
      ];
    });
  return subjects.toSorted((a, b) => Number(a.card.unit === 'duration') - Number(b.card.unit === 'duration'));
}

function groupsOf(store: EstimateStore, { metric, period }: Estimate, dimension: Dimension): string[] {
  return store
    .values(metric, dimension)
    .map((group) => ({ group, ...store.estimate(metric, { [dimension]: group }, period) }))
    .filter(({ status, value }) => status === 'ok' && value !== undefined)
    .toSorted((a, b) => (b.value as number) - (a.value as number))
    .map(({ group }) => group);
}
