/**
 * What `<Compare>` says: two groups of one metric, or two metrics and what became of each.
 */
import type { ComponentUse } from '../commentary/uses.ts';
import { Mistake } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import { sameName } from '../config/values.ts';
import type { Dimension } from '../dataset/dataset.ts';
import { groupClause } from './claims/claim-words.ts';
import { groupPair } from './claims/group-claim.ts';
import { judgedPair } from './claims/judge-claim.ts';
import { type ClaimPair, textOf } from './claims/planned-claim.ts';
import { cardOf, type ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import type { Judge } from './family.ts';
import { resolveFilter, resolveMetric, restrictionsOf } from './names.ts';
import { changeOf, type PlacedChange } from './pages.ts';
import { periodFor } from './sections.ts';
import type { Filter } from './types/estimate.ts';
import type { ChangeQuery, SideBySide } from './types/page.ts';
import { clauses, midSentence } from './wording/headline.ts';
import { UNCOMPARED } from './wording/phrases.ts';

/** What is compared before it is judged: a pair of groups, or one change of each of two metrics. */
export interface PlannedSides {
  readonly metric: string;
  /** Null where the groups stand on different scales, and for two metrics. */
  readonly pair: ClaimPair | null;
  readonly changes: readonly PlacedChange[];
}

/**
 * The comparisons of a `<Compare>`, every name in it checked.
 *
 * @throws Mistake for what does not exist.
 */
export function planSides(
  context: ReportContext,
  store: EstimateStore,
  { props, place }: Pick<ComponentUse, 'props' | 'place'>,
): PlannedSides {
  const metric = resolveMetric(context, textOf(props.metric), place);
  const where = resolveFilter(context, store, metric, restrictionsOf(props), place);
  const beside = textOf(props.with);
  const written = textOf(props.period);
  const period = periodFor(context, store, metric, written === '' ? undefined : written, place);
  const dimension = (Object.keys(where) as Dimension[]).find(
    (each) => groupNamed(store, metric, each, beside) !== null,
  );
  if (dimension !== undefined) {
    const rival = groupNamed(store, metric, dimension, beside) as string;
    if (rival === where[dimension]) throw besideItself(props, dimension, place);
    return { metric, pair: groupPair({ context, store, metric, where, period }, dimension, rival), changes: [] };
  }
  const other = [...context.cards.values()].find(({ id, name, label }) =>
    [id, name, label].some((each) => sameName(each) === sameName(beside)),
  );
  if (other === undefined) throw nothingBeside(context, store, metric, where, beside, place);
  resolveFilter(context, store, other.id, where, place);
  const changes = [metric, other.id].map((id) => ({
    place,
    query: {
      metric: id,
      where,
      ...(written === '' ? {} : { period: written }),
      ...(props.against === undefined ? {} : { against: props.against as NonNullable<ChangeQuery['against']> }),
    },
  }));
  return { metric, pair: null, changes };
}

/** What may be said of both sides, as clauses of a sentence. */
export function sidesOf(
  context: ReportContext,
  store: EstimateStore,
  families: Judge,
  { metric, pair, changes }: PlannedSides,
): SideBySide {
  const card = cardOf(context, metric);
  if (pair !== null) {
    return [{ metric, clause: groupClause(card, judgedPair(families, pair, card.unit === 'duration')) }];
  }
  if (changes.length === 0) return [{ metric, clause: `${card.label} ${UNCOMPARED.scales}` }];
  return changes.map(({ query }) => {
    const comparison = changeOf(context, store, families, query);
    const side = cardOf(context, query.metric);
    const [short = ''] = clauses([{ metric: side, comparison }]);
    const isShown = comparison.verdict === 'different' || comparison.verdict === 'negligible';
    return { metric: query.metric, clause: isShown ? `${midSentence(side.label)} ${comparison.phrase}` : short };
  });
}

function groupNamed(store: EstimateStore, metric: string, dimension: Dimension, written: string): string | null {
  return store.allValues(metric, dimension).find((value) => sameName(value) === sameName(written)) ?? null;
}

function besideItself(props: ComponentUse['props'], dimension: Dimension, place: ComponentUse['place']): Mistake {
  return new Mistake({
    ...place,
    what: `<Compare> sets ${textOf(props[dimension])} beside itself`,
    found: `${dimension}="${textOf(props[dimension])}" with="${textOf(props.with)}"`,
    expected: `another ${dimension} in with`,
    remedy: `Name the ${dimension} to compare with.`,
  });
}

function nothingBeside(
  context: ReportContext,
  store: EstimateStore,
  metric: string,
  where: Filter,
  written: string,
  place: ComponentUse['place'],
): Mistake {
  const groups = (Object.keys(where) as Dimension[]).flatMap((dimension) => store.values(metric, dimension));
  const guess = nearest(written, [...groups, ...context.cards.keys()]);
  return new Mistake({
    ...place,
    what: `There is nothing called "${written}" to compare with`,
    found: `with="${written}"`,
    expected: groups.length === 0 ? 'another metric, such as nps' : `another metric, or one of ${groups.join(', ')}`,
    remedy:
      guess === undefined
        ? 'To compare two groups, name the first one as well, such as channel="email".'
        : `Did you mean "${guess}"?`,
  });
}
