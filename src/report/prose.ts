/**
 * What writers ask of the report: every name checked where it stands, before any page is rendered.
 */
import type { Commentary } from '../commentary/read-commentary.ts';
import type { ComponentUse } from '../commentary/uses.ts';
import { Mistake, throwMistakes } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import { CONTRASTS } from '../contrasts/contrasts.ts';
import { DIMENSIONS } from '../dataset/dataset.ts';
import type { ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import { resolveFilter, resolveMetric, resolvePeriod } from './names.ts';
import type { PlacedChange } from './pages.ts';
import type { ChangeQuery } from './types/page.ts';

/** Props of each component besides `metric` and the dimensions. */
const PROPS: Readonly<Record<string, readonly string[]>> = { Value: ['period'], Change: ['period', 'against'] };

/** Where texts on contrasts stand. */
const CONTRASTS_FOLDER = 'contrasts/';

const AGAINST = ['previous', 'year-earlier'] as const;

/**
 * The comparisons that commentary makes, on any page.
 *
 * @throws Mistake or Mistakes that name file, line and column of every wrong name.
 */
export function proseChanges(
  context: ReportContext,
  store: EstimateStore,
  commentary: readonly Commentary[],
): readonly PlacedChange[] {
  const mistakes: Mistake[] = textsOnNothing(commentary);
  const changes: PlacedChange[] = [];
  for (const { uses } of commentary) {
    for (const use of uses) {
      try {
        const query = checkedQuery(context, store, use);
        if (use.component === 'Change') changes.push({ query, place: use.place });
      } catch (error) {
        if (!(error instanceof Mistake)) throw error;
        mistakes.push(error);
      }
    }
  }
  throwMistakes(mistakes);
  return changes;
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

function checkedQuery(
  context: ReportContext,
  store: EstimateStore,
  { component, props, place }: ComponentUse,
): ChangeQuery {
  const allowed = ['metric', ...(PROPS[component] ?? []), ...DIMENSIONS];
  for (const name of Object.keys(props)) {
    if (allowed.includes(name)) continue;
    const guess = nearest(name, allowed);
    throw new Mistake({
      ...place,
      what: `<${component}> has no prop called "${name}"`,
      found: name,
      expected: allowed.join(', '),
      remedy: guess === undefined ? 'Use one of the props above.' : `Did you mean "${guess}"?`,
    });
  }
  const { metric, period, against, ...where } = props;
  if (metric === undefined) {
    throw new Mistake({
      ...place,
      what: `<${component}> does not say which metric it shows`,
      expected: 'a prop such as metric="nps"',
      remedy: 'Add metric="…"; the methods page lists the names.',
    });
  }
  const id = resolveMetric(context, metric, place);
  const filter = resolveFilter(context, store, id, where, place);
  if (period !== undefined) resolvePeriod(context, period, place);
  return {
    metric: id,
    where: filter,
    ...(period === undefined ? {} : { period }),
    ...(against === undefined ? {} : { against: checkedAgainst(against, place) }),
  };
}

function checkedAgainst(written: string, place: ComponentUse['place']): (typeof AGAINST)[number] {
  const found = AGAINST.find((candidate) => candidate === written);
  if (found !== undefined) return found;
  throw new Mistake({
    ...place,
    what: 'A change is against the period before or the same period a year earlier',
    found: `against="${written}"`,
    expected: AGAINST.map((candidate) => `against="${candidate}"`).join(' or '),
    remedy: `Did you mean "${nearest(written, AGAINST) ?? 'previous'}"?`,
  });
}
