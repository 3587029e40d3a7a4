/**
 * What each page says: its family of comparisons, its answer, its findings and its sections.
 */
import { Mistake } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import type { AnalysisSections } from './analyses/sections.ts';
import { cardOf, type ReportContext } from './context.ts';
import type { EstimateStore } from './estimates.ts';
import type { Judge, Pair } from './family.ts';
import { type Place, resolveFilter, resolveMetric, resolvePeriod } from './names.ts';
import { standsOnSeveralScales } from './scales.ts';
import { type Against, changePair, type Depth, latestPeriod, leadMetrics, metricSection } from './sections.ts';
import { type Comparison, LENSES, type Lens } from './types/estimate.ts';
import type { ChangeQuery, Finding, MetricSection, PageReport } from './types/page.ts';
import { clauses, midSentence } from './wording/headline.ts';
import { listed } from './wording/list.ts';
import { UNCOMPARED } from './wording/phrases.ts';

/** Pages that hold figures, in the order of the navigation. */
export const PAGES = ['home', ...LENSES] as const;
export type PageId = (typeof PAGES)[number];

/** The figures that stand large on the home page, at most three a panel. */
function headlineMetrics(context: ReportContext): readonly string[] {
  const headlines: Readonly<Record<Lens, readonly string[]>> = {
    satisfaction: ['csat', 'ces', 'response_rate'],
    service: ['first_response_median', `fcr_${context.config.fcr_window_days}d_any`, 'resolution_median'],
    experience: ['nps', 'emotion', 'retention'],
  };
  return LENSES.flatMap((lens) => headlines[lens]);
}

/** Most findings on the home page. */
const MOST_FINDINGS = 6;

/** A comparison that prose on a page asks for, and where it stands. */
export interface PlacedChange {
  readonly query: ChangeQuery;
  readonly place: Place;
}

/**
 * What one page says; every comparison comes from the family of its metric's panel.
 *
 * @param analyses what the analyses of a panel found.
 * @param contrasts what contrasts found, for the home page.
 */
export function pageReport(
  context: ReportContext,
  store: EstimateStore,
  families: Judge,
  analyses: (lens: Lens) => AnalysisSections,
  contrasts: () => readonly Finding[],
  id: string,
): PageReport {
  if (!PAGES.includes(id as PageId)) throw unknownPage(id);
  const depth: Depth = id === 'home' ? 'course' : 'full';
  const metrics =
    id === 'home' ? headlineMetrics(context) : leadMetrics(context, id as Lens).map((metric) => metric.id);
  const available = metrics.filter((metric) => store.unavailable(metric) === null);
  const sections = available
    .map((metric) => metricSection(context, store, families, metric, depth))
    .filter((section) => section !== null);
  const found = id === 'home' ? null : analyses(id as Lens);
  return {
    id,
    answer: id === 'home' ? homeAnswer(sections) : panelAnswer(sections),
    findings: clearest([...findings(sections), ...(id === 'home' ? contrasts() : [])]),
    sections,
    analyses: (found?.sections ?? []).filter(({ on }) => on === ''),
    unavailable: [
      ...metrics.filter((metric) => store.unavailable(metric) !== null).map((metric) => cardOf(context, metric)),
      ...(found?.unavailable ?? []),
    ],
  };
}

/** The change that commentary asks for: a comparison of the family of its metric’s panel, or why there is none. */
export function changeOf(
  context: ReportContext,
  store: EstimateStore,
  families: Judge,
  query: ChangeQuery,
): Comparison {
  const pair = pairOf(context, store, query);
  return pair === null ? incomparable(context, store, query) : families.comparison(pair);
}

/** The comparisons that commentary makes. */
export function askedPairs(context: ReportContext, store: EstimateStore, changes: readonly PlacedChange[]): Pair[] {
  return changes.map(({ query, place }) => pairOf(context, store, query, place)).filter((pair) => pair !== null);
}

/** The pair that a change stands for, with every name checked; null when there is nothing to compare. */
function pairOf(context: ReportContext, store: EstimateStore, query: ChangeQuery, place: Place = {}): Pair | null {
  const metric = resolveMetric(context, query.metric, place);
  const where = resolveFilter(context, store, metric, query.where ?? {}, place);
  const period =
    query.period === undefined ? latestPeriod(context, store, metric) : resolvePeriod(context, query.period, place);
  const against: Against = query.against ?? 'previous';
  return period === null ? null : changePair(context, { metric, where, period, against });
}

/** What is said where a change has no complete period on one of its sides. */
function incomparable(context: ReportContext, store: EstimateStore, query: ChangeQuery): Comparison {
  const metric = resolveMetric(context, query.metric);
  const where = resolveFilter(context, store, metric, query.where ?? {});
  const wanted = query.period === undefined ? undefined : resolvePeriod(context, query.period);
  const period = wanted ?? context.periods.all[0];
  if (period === undefined) throw new Error('A report without a period');
  const estimate = store.estimate(metric, where, period);
  const phrase = period.partial
    ? UNCOMPARED.incomplete(period.label)
    : standsOnSeveralScales(context, metric, null)
      ? UNCOMPARED.scales
      : UNCOMPARED.first;
  return {
    a: estimate,
    b: estimate,
    margin: 0,
    verdict: 'untested',
    tone: 'neutral',
    phrase,
    words: `${cardOf(context, metric).name} ${phrase}.`,
  };
}

/** The comparison that says most about a section: with a year earlier where there is one, else with the period before. */
function mainChange(section: MetricSection): Comparison | null {
  return section.yearEarlier ?? section.previous;
}

function homeAnswer(sections: readonly MetricSection[]): string {
  const firsts = LENSES.map((lens) => sections.find(({ metric }) => metric.lens === lens)).filter(
    (section) => section !== undefined,
  );
  const compared = firsts.map(mainChange).filter((change) => change !== null);
  const tones = compared.map(({ tone }) => tone);
  const answer = comparedAnswer(firsts);
  // One view that moved beside one that shows no clear change is no disagreement: the second may have moved as well.
  if (!(tones.includes('better') && tones.includes('worse'))) return answer;
  return `The ${compared.length === 2 ? 'two' : 'three'} views disagree. ${answer}`;
}

function panelAnswer(sections: readonly MetricSection[]): string {
  const shown = [...sections].sort((a, b) => weight(b) - weight(a)).slice(0, 3);
  return comparedAnswer(sections.filter((section) => shown.includes(section)));
}

/** Shown differences outweigh statements of sameness, which outweigh silence. */
function weight(section: MetricSection): number {
  const order: Partial<Record<Comparison['verdict'], number>> = {
    different: 3,
    equivalent: 2,
    negligible: 2,
    undecided: 1,
  };
  return order[mainChange(section)?.verdict ?? 'untested'] ?? 0;
}

/** One sentence for each pair of periods that the sections compare; without any, what the figures are. */
function comparedAnswer(sections: readonly MetricSection[]): string {
  const compared = sections.filter((section) => mainChange(section) !== null);
  if (compared.length === 0) return standingAnswer(sections);
  const occasions = Map.groupBy(
    compared,
    ({ latest, yearEarlier }) =>
      `${latest.period.label} against ${yearEarlier === null ? 'the period before' : 'a year earlier'}`,
  );
  return [...occasions]
    .map(([occasion, alike]) => {
      const changes = alike.map((section) => ({
        metric: section.metric,
        comparison: mainChange(section) as Comparison,
      }));
      return `${occasion}: ${listed(clauses(changes), 'and')}.`;
    })
    .join(' ');
}

function standingAnswer(sections: readonly MetricSection[]): string {
  const known = sections.filter(({ latest }) => latest.value !== undefined);
  if (known.length > 0) {
    const stands = known.map(({ metric, latest }, index) => {
      const name = index === 0 ? metric.label : midSentence(metric.label);
      return `${name} is ${latest.text}${latest.status === 'low_base' ? ' (few answers)' : ''}`;
    });
    return `${listed(stands, 'and')}.`;
  }
  if (sections.some(({ latest }) => latest.status === 'suppressed')) {
    return 'These figures are not shown: they would reveal groups of too few customers.';
  }
  if (sections.length > 0) return `${sections[0]?.headline}.`;
  return 'These data do not hold what this page needs.';
}

/** The clearest findings first; sameness follows where too little changed to fill the list. */
function clearest(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => b.clarity - a.clarity).slice(0, MOST_FINDINGS);
}

/** What may be said of each section. */
function findings(sections: readonly MetricSection[]): Finding[] {
  return sections.flatMap((section) => {
    const comparison = told(section);
    if (comparison === null) return [];
    const { id, lens } = section.metric;
    const { words, tone } = comparison;
    return [{ lens, sentence: words, href: `/${lens}/#${id}`, tone, clarity: clarityOf(section, comparison) }];
  });
}

/**
 * The change that a finding tells: against a year earlier where that says anything, as in the page's answer, because a
 * season alone moves one quarter against the next; null when neither comparison says anything.
 */
function told(section: MetricSection): Comparison | null {
  const spoken = [section.yearEarlier, section.previous].filter(
    (comparison) => comparison !== null && ['different', 'equivalent', 'negligible'].includes(comparison.verdict),
  );
  return spoken[0] ?? null;
}

/** Margins between nothing and the nearer end of the interval of a shown difference: clear and large come first. */
function clarityOf(section: MetricSection, { verdict, low, high, margin }: Comparison): number {
  if (verdict !== 'different' || low === undefined || high === undefined || margin === 0) return 0;
  const place = (value: number) => (section.metric.unit === 'duration' ? Math.log(value) : value);
  return Math.min(Math.abs(place(low)), Math.abs(place(high))) / place(margin);
}

function unknownPage(id: string): Mistake {
  const guess = nearest(id, PAGES);
  return new Mistake({
    what: `There is no page called "${id}"`,
    expected: PAGES.join(', '),
    ...(guess === undefined ? {} : { remedy: `Did you mean "${guess}"?` }),
  });
}
