/**
 * Names that writers and pages use, checked against what the report holds.
 */
import type { Period } from '../calendar/period.ts';
import { parsePeriodCode } from '../calendar/periods.ts';
import { RELATIVE_PERIODS, relativePeriod } from '../calendar/relative-period.ts';
import { Mistake, type MistakeDetails } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import { sameName } from '../config/values.ts';
import { DIMENSIONS, type Dimension } from '../dataset/dataset.ts';
import { cardOf, type ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import { periodOfCode } from './period-of-code.ts';
import { type Filter, LENSES } from './types/estimate.ts';
import { ticketDepartments } from './working-time.ts';

/** Where a name was written, for the message when it is wrong. */
export type Place = Pick<MistakeDetails, 'file' | 'line' | 'column' | 'field'>;

/** A name that is right, of something that these data do not hold. */
class NotInData extends Mistake {}

/** What a name stands for, null where it is right but the data do not hold it; other mistakes are thrown on. */
export function ifHeld<T>(resolve: () => T): T | null {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof NotInData) return null;
    throw error;
  }
}

/** The id of a metric: its id or, case aside, its name or label. */
export function resolveMetric(context: ReportContext, written: string, place: Place = {}): string {
  const wanted = written.trim().toLowerCase();
  for (const card of context.cards.values()) {
    if ([card.id, card.name, card.label].some((name) => name.toLowerCase() === wanted)) return card.id;
  }
  throw unknown('metric', written, [...context.cards.keys()], place);
}

/** Whether a name in the settings means the metric: its own, that of the metric it stands beside, or its panel’s. */
export function concerns(context: ReportContext, name: string, metricId: string): boolean {
  if ((LENSES as readonly string[]).includes(sameName(name))) return sameName(name) === cardOf(context, metricId).lens;
  const id = resolveMetric(context, name);
  return id === metricId || id === context.metrics.get(metricId)?.variantOf;
}

/** Those props that restrict a figure to groups: values of dimensions, as written. */
export function restrictionsOf(props: Readonly<Record<string, string | true>>): Filter {
  const named = Object.entries(props).filter(([name]) => (DIMENSIONS as readonly string[]).includes(name));
  return Object.fromEntries(named) as Filter;
}

/** The filter with values spelt as in the data; dimension and value must exist. */
export function resolveFilter(
  context: ReportContext,
  store: EstimateStore,
  metric: string,
  where: Filter,
  place: Place = {},
): Filter {
  const entries = Object.entries(where).map(([dimension, value]) => {
    if (!DIMENSIONS.includes(dimension as Dimension)) throw unknown('dimension', dimension, DIMENSIONS, place);
    const values = store.allValues(metric, dimension as Dimension);
    const found = values.find((candidate) => candidate.toLowerCase() === value.trim().toLowerCase());
    if (found !== undefined) return [dimension, found] as const;
    // What the message lists may be published with a build log: only names that figures have.
    if (values.length > 0) throw unknown(dimension, value, store.values(metric, dimension as Dimension), place);
    const known = context.metrics.get(metric)?.dimensions ?? [];
    const isKnown = known.includes(dimension as Dimension);
    const missing = store.unavailable(metric);
    if (isKnown && missing !== null) {
      throw new NotInData({
        ...place,
        what: `${context.cards.get(metric)?.name ?? metric} is not in these data`,
        found: missing,
        remedy: 'Add the field to an export or map it in data/sources.yaml, or take the sentence out.',
      });
    }
    throw new (isKnown ? NotInData : Mistake)({
      ...place,
      what: `${context.cards.get(metric)?.name ?? metric} cannot be broken down by ${dimension}`,
      found: `${dimension}="${value}"`,
      expected: known.join(', '),
      remedy: `Leave ${dimension} out, or name one of the dimensions above.`,
    });
  });
  return Object.fromEntries(entries);
}

/**
 * The dimension of that name, by which the metric can be broken down.
 *
 * @throws Mistake for another.
 */
export function resolveDimension(
  context: ReportContext,
  metric: string,
  written: string,
  place: Place = {},
): Dimension {
  const wanted = written.trim().toLowerCase();
  const known = context.metrics.get(metric)?.dimensions ?? [];
  const found = known.find((dimension) => dimension === wanted);
  if (found === undefined) throw unknown('dimension of this metric', written, known, place);
  return found;
}

/**
 * The period that a code (`2026-Q2`), a name in words (`April to June 2026`) or one told from the data cut-off
 * (`last quarter`) stands for; it must lie in the data.
 */
export function resolvePeriod(context: ReportContext, written: string, place: Place = {}): Period {
  const relative = relativePeriod(written, context.periods);
  if (relative === null) throw missingPeriod(context, written, place);
  if (relative !== undefined) return relative;
  const parsed = parsePeriodCode(written, context.config.time_zone);
  const found =
    parsed === null
      ? context.periods.all.find(({ label }) => label === written.trim())
      : periodOfCode(context, parsed.code);
  if (found !== undefined) return found;
  if (parsed !== null) throw outsideData(context, written, parsed, place);
  const known = [...context.periods.quarter, ...context.periods.month, ...context.periods.year];
  const names = [...known.map(({ code }) => code), ...RELATIVE_PERIODS];
  throw unknown('period', written, names, place, [...known.map(({ label }) => label), ...names]);
}

/** A period of the calendar of which the data hold nothing: the nearest one is at an end of the data. */
function outsideData({ periods }: ReportContext, written: string, { grain, start }: Period, place: Place): Mistake {
  const [first, last] = [periods[grain][0], periods[grain].at(-1)];
  const near = first !== undefined && start < first.start ? first : last;
  return new NotInData({
    ...place,
    what: `The data hold nothing of ${written.trim()}`,
    found: written,
    expected:
      first === undefined || last === undefined
        ? `a period that the data cover`
        : `a ${grain} from ${first.code} to ${last.code}`,
    remedy: near === undefined ? 'Use a period that the data cover.' : `Did you mean "${near.code}"?`,
  });
}

/** A name told from the cut-off, of a period that the data do not reach back to. */
function missingPeriod({ periods }: ReportContext, written: string, place: Place): Mistake {
  const covered = periods.all[0]?.label ?? 'nothing';
  return new NotInData({
    ...place,
    what: `The data do not reach back to ${written.trim()}`,
    found: written,
    expected: `a period within ${covered}`,
    remedy: 'Use "all" or a period that the data cover in full.',
  });
}

/** @param near names that may be meant, where there are more than the message lists. */
function unknown(
  kind: string,
  written: string,
  known: readonly string[],
  place: Place,
  near: readonly string[] = known,
): Mistake {
  const guess = nearest(written, near);
  const listed = known.length <= 12 ? known.join(', ') : `${known.slice(0, 12).join(', ')} … (${known.length} in all)`;
  return new Mistake({
    ...place,
    what: `There is no ${kind} called "${written}"`,
    found: written,
    expected: listed || `no ${kind} is in these data`,
    remedy: guess === undefined ? `Use one of the names above.` : `Did you mean "${guess}"?`,
  });
}

/** Metric ids in the configuration that do not exist, as mistakes. */
export function unknownMetricSettings({ config, metrics, formats }: ReportContext): Mistake[] {
  // Analyses and tests compare as well, and so have margins.
  return Object.entries({ targets: metrics, margins: formats }).flatMap(([setting, known]) =>
    Object.keys(config[setting as 'targets' | 'margins'])
      .filter((id) => !known.has(id))
      .map((id) =>
        unknown('metric', id, [...known.keys()], { file: 'content/report.yaml', field: `${setting}.${id}` }),
      ),
  );
}

/** Departments with opening hours of their own that no ticket has, as mistakes: their hours would count for nobody. */
export function unknownDepartmentHours(context: Pick<ReportContext, 'config' | 'metricContext'>): Mistake[] {
  const known = ticketDepartments(context.metricContext.dataset);
  const held = new Set(known.map(sameName));
  return Object.keys(context.config.department_hours)
    .filter((name) => !held.has(sameName(name)))
    .map((name) =>
      unknown('department', name, known, { file: 'content/report.yaml', field: `department_hours.${name}` }),
    );
}
