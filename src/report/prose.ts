/**
 * What writers ask of the report: every name checked where it stands, before any page is rendered.
 */
import { inPeriodOf } from '../commentary/default-period.ts';
import type { Commentary } from '../commentary/read-commentary.ts';
import { CONTRASTS_FOLDER } from '../commentary/site-pages.ts';
import { type ComponentUse, SLOT } from '../commentary/uses.ts';
import { byPlace, eachOnce, Mistake, throwMistakes } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import { CONTRASTS } from '../contrasts/contrasts.ts';
import type { PlacedClaim } from './claims/claim-reports.ts';
import { planClaim } from './claims/plan-claim.ts';
import type { ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import { checkLeftOut, hasFigure } from './if-data.ts';
import { checkRecord, type Records } from './named-records.ts';
import { resolveFilter, resolveMetric, resolvePeriod, restrictionsOf } from './names.ts';
import type { PlacedChange } from './pages.ts';
import { periodFor } from './sections.ts';
import { type PlannedSides, planSides } from './side-by-side.ts';
import type { ChangeQuery } from './types/page.ts';
import { type PlannedFigure, planFigure } from './written-figure.ts';

/** What commentary asks of the data besides single figures. */
export interface Asked {
  readonly changes: readonly PlacedChange[];
  readonly claims: readonly PlacedClaim[];
  readonly sides: readonly PlannedSides[];
  readonly figures: readonly PlannedFigure[];
}

/**
 * The comparisons that commentary makes, on any page.
 *
 * @param others what else is wrong with these texts, to be told together.
 * @throws Mistake or Mistakes that name file, line and column of every wrong name.
 */
export function askedInProse(
  context: ReportContext,
  store: EstimateStore,
  commentary: readonly Commentary[],
  records: Records,
  others: readonly Mistake[] = [],
): Asked {
  const mistakes: Mistake[] = textsOnNothing(commentary);
  const changes: PlacedChange[] = [];
  const claims: PlacedClaim[] = [];
  const sides: PlannedSides[] = [];
  const figures: PlannedFigure[] = [];
  const leftOut = new Set<ComponentUse>();
  for (const { page, head, uses } of commentary) {
    const period = head.period?.written ?? null;
    try {
      if (head.period !== null) resolvePeriod(context, head.period.written, head.period.place);
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      mistakes.push(error);
      continue;
    }
    const inPeriod = uses.map((written) => inPeriodOf(written, period));
    for (const [index, use] of inPeriod.entries()) {
      const written = uses[index] as ComponentUse;
      try {
        checkRecord(context, records, use);
        if (use.within !== undefined && leftOut.has(use.within)) {
          leftOut.add(written);
          checkLeftOut(context, store, use);
          continue;
        }
        if (use.component === 'IfData') {
          if (!hasFigure(context, store, queryOf(use.props), use.place)) leftOut.add(written);
          continue;
        }
        if (use.component === 'Figure') {
          figures.push(planFigure(context, store, use));
          if (use.props.headline === undefined) continue;
        }
        if (use.component === 'Claim' || use.props.headline !== undefined) {
          const plan = planClaim(context, store, use);
          const text = claimedText(use, inPeriod.slice(index + 1), context, store);
          claims.push({ page, text, written: written.props, plan });
          continue;
        }
        if (use.component === 'Compare') {
          sides.push(planSides(context, store, use));
          continue;
        }
        // Components about no figure have been checked with the text.
        if (use.props.metric === undefined) continue;
        const query = checkedQuery(context, store, use);
        if (use.component === 'Change') changes.push({ query, place: use.place });
      } catch (error) {
        if (!(error instanceof Mistake)) throw error;
        mistakes.push(error);
      }
    }
  }
  throwMistakes(inOrder(eachOnce([...mistakes, ...others])));
  return { changes, claims, sides, figures };
}

/** Those of one text in the order in which they stand in it. */
function inOrder(mistakes: readonly Mistake[]): Mistake[] {
  const byFile = Map.groupBy(mistakes, ({ details }) => details.file);
  return [...byFile.values()].flatMap((ofFile) => ofFile.sort(byPlace));
}

/** What is claimed: a headline, or a text with the figures that stand in it; what else stands in it is left open. */
function claimedText(
  { props, text, place }: ComponentUse,
  inside: readonly ComponentUse[],
  context: ReportContext,
  store: EstimateStore,
): string {
  if (props.headline !== undefined) return String(props.headline);
  const alone = inside.filter((use) => use.text === '' && use.place.file === place.file);
  let filled = 0;
  return text.replaceAll(SLOT, () => {
    const use = alone[filled++];
    if (use?.component !== 'Value') return '…';
    const { metric, where = {}, period } = checkedQuery(context, store, use);
    return store.estimate(metric, where, periodFor(context, store, metric, period)).text;
  });
}

/** Texts in the folder of contrasts that belong to none: nobody would ever read them. */
function textsOnNothing(commentary: readonly Commentary[]): Mistake[] {
  const known = CONTRASTS.map(({ id }) => id);
  return commentary
    .filter(({ page }) => page.startsWith(CONTRASTS_FOLDER) && !known.includes(page.slice(CONTRASTS_FOLDER.length)))
    .map(({ page }) => {
      const written = page.slice(CONTRASTS_FOLDER.length);
      const guess = nearest(written, known);
      return new Mistake({
        what: `There is no contrast called "${written}"`,
        file: `content/${page}.mdx`,
        found: `${written}.mdx`,
        expected: known.map((id) => `${id}.mdx`).join(', '),
        remedy: guess === undefined ? 'Rename the file after its contrast.' : `Did you mean "${guess}.mdx"?`,
      });
    });
}

/** The query of a use, its names as the report has them. */
function checkedQuery(context: ReportContext, store: EstimateStore, { props, place }: ComponentUse): ChangeQuery {
  const { metric, period, against, where } = queryOf(props);
  const id = resolveMetric(context, metric, place);
  const filter = resolveFilter(context, store, id, where ?? {}, place);
  if (period !== undefined) resolvePeriod(context, period, place);
  return {
    metric: id,
    where: filter,
    ...(period === undefined ? {} : { period }),
    ...(against === undefined ? {} : { against: against as NonNullable<ChangeQuery['against']> }),
  };
}

/** Props sorted into those that every figure has and values of dimensions. */
function queryOf(props: ComponentUse['props']) {
  const texts = Object.entries(props).filter((entry): entry is [string, string] => entry[1] !== true);
  const { metric = '', period, against } = Object.fromEntries(texts);
  return { metric, period, against, where: restrictionsOf(Object.fromEntries(texts)) };
}
