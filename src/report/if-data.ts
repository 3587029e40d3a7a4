/**
 * Whether the report has a figure, and what is still checked of a text that is left out without it.
 */
import type { ComponentUse } from '../commentary/uses.ts';
import { VOCABULARY } from '../commentary/vocabulary/vocabulary.ts';
import { claimKind } from './claims/claim-kind.ts';
import type { ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import {
  ifHeld,
  type Place,
  resolveDimension,
  resolveFilter,
  resolveMetric,
  resolvePeriod,
  restrictionsOf,
} from './names.ts';
import { periodFor } from './sections.ts';
import type { Filter } from './types/estimate.ts';

/** A figure as it is asked for. */
export interface FigureQuery {
  readonly metric: string;
  readonly where?: Filter | undefined;
  readonly period?: string | undefined;
}

/**
 * Whether the data hold a figure and it may be published.
 *
 * @throws Mistake for a name that is no name whatever the data hold.
 */
export function hasFigure(
  context: ReportContext,
  store: EstimateStore,
  { metric, where = {}, period }: FigureQuery,
  place: Place = {},
): boolean {
  const id = resolveMetric(context, metric, place);
  const filters = eachFilter(context, store, id, where, place);
  const at = ifHeld(() => periodFor(context, store, id, period, place));
  if (at === null || filters.includes(null)) return false;
  return store.estimate(id, Object.assign({}, ...filters), at).value !== undefined;
}

/**
 * Checks the names in a text that is left out: they must exist, but the data need not hold what they stand for.
 *
 * @throws Mistake for a name that is no name, and for words of a claim that do not go together.
 */
export function checkLeftOut(context: ReportContext, store: EstimateStore, use: ComponentUse): void {
  const { component, props, place } = use;
  if (component === 'Claim' || props.headline !== undefined) claimKind(use);
  const known = VOCABULARY.find(({ name }) => name === component)?.props ?? {};
  for (const [name, written] of Object.entries(props)) {
    if (known[name]?.kind === 'period') ifHeld(() => resolvePeriod(context, String(written), place));
  }
  if (typeof props.metric !== 'string') return;
  const metric = resolveMetric(context, props.metric, place);
  if (component === 'Figure' && props.dimension !== undefined) {
    resolveDimension(context, metric, String(props.dimension), place);
  }
  eachFilter(context, store, metric, restrictionsOf(props), place);
}

/** Each restriction by itself, so that one that the data do not hold hides no mistake in another. */
function eachFilter(
  context: ReportContext,
  store: EstimateStore,
  metric: string,
  where: Filter,
  place: Place,
): (Filter | null)[] {
  return Object.entries(where).map(([dimension, value]) =>
    ifHeld(() => resolveFilter(context, store, metric, { [dimension]: value }, place)),
  );
}
