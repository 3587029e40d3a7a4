/**
 * The report as pages meet it.
 */
import type { WrittenAction } from '../commentary/actions.ts';
import type { ParsedText } from '../commentary/lint/lint.ts';
import type { Commentary } from '../commentary/read-commentary.ts';
import { GUIDE_TEXT } from '../commentary/site-pages.ts';
import type { WrittenLink } from '../commentary/written-links.ts';
import { throwMistakes } from '../config/mistake.ts';
import { CONTRASTS } from '../contrasts/contrasts.ts';
import { practices } from '../contrasts/practices.ts';
import { similarities } from '../contrasts/similarities.ts';
import type { Matching } from '../dataset/assemble.ts';
import { DIMENSIONS, type Dimension } from '../dataset/dataset.ts';
import { dimensionColumn } from '../dataset/dimension.ts';
import { actionsReport } from './actions/action-reports.ts';
import { planActions } from './actions/plan-action.ts';
import { type AnalysisSections, analysisSections } from './analyses/sections.ts';
import { assumptions } from './assumptions.ts';
import { allBreaks } from './breaks.ts';
import { intervalCards } from './card.ts';
import { claimKey, claimReports, type PlacedClaim, unsupportedClaims } from './claims/claim-reports.ts';
import { cardOf, metricOf, type ReportContext } from './context.ts';
import { contrastFindings } from './contrasts/findings.ts';
import { contrastReport, topicReport } from './contrasts/topic-report.ts';
import { waysReport } from './contrasts/ways.ts';
import { alignedFigure } from './disagreement/aligned-figure.ts';
import { dataPackage } from './downloads/datapackage.ts';
import { estimateRows, estimatesCsv } from './downloads/estimates-csv.ts';
import { reportJson } from './downloads/report-json.ts';
import { changesReport } from './editions/changes-report.ts';
import type { Edition } from './editions/edition.schema.ts';
import { editionReport } from './editions/edition-report.ts';
import { editionText } from './editions/edition-text.ts';
import { recordEdition, seriesOf } from './editions/record-edition.ts';
import type { EstimateStore } from './estimates.ts';
import { Family, type Judge } from './family.ts';
import { breakdownFigure, breakdownPairs } from './figures/breakdown.ts';
import { seriesFigure } from './figures/series.ts';
import { type Guide, writingGuide } from './guide/writing-guide.ts';
import { hasFigure } from './if-data.ts';
import { eventDay, namedAction, namedEvent } from './named-records.ts';
import { resolveFilter, resolveMetric } from './names.ts';
import { changeOf, PAGES, pageReport } from './pages.ts';
import { plannedFamilies } from './planned-families.ts';
import { askedInProse } from './prose.ts';
import { namedQuote, type QuoteShelf } from './quotes/named-quote.ts';
import { periodFor, seriesGrain } from './sections.ts';
import { planSides, sidesOf } from './side-by-side.ts';
import type { ActionReport } from './types/action.ts';
import type { ChangesReport, EditionReport } from './types/edition.ts';
import { LENSES, type Lens } from './types/estimate.ts';
import type { Figure } from './types/figure.ts';
import type { MetricCard } from './types/metric-card.ts';
import type { PageReport } from './types/page.ts';
import type { DimensionCard, Download, Report, ReportIdentity, SourceAccount } from './types/report.ts';
import { whoAnswered } from './who-answered.ts';
import { workedExample } from './worked-example.ts';
import { writingReport } from './writing.ts';
import { planFigure, writtenFigure } from './written-figure.ts';
import { checkLinks, pathsOf } from './written-links.ts';
import { ownPages, writtenText } from './written-texts.ts';

export interface Opened {
  readonly context: ReportContext;
  readonly store: EstimateStore;
  readonly commentary: readonly Commentary[];
  /** Every text, those that others include among them. */
  readonly parsed: readonly ParsedText[];
  /** Every link in them. */
  readonly links: readonly WrittenLink[];
  /** Texts that are drafts and not shown. */
  readonly hidden: readonly string[];
  readonly sources: readonly SourceAccount[];
  readonly matching: Matching;
  readonly quotes: QuoteShelf;
  readonly identifiersAmong: Report['identifiersAmong'];
  /** Data cut-off as `2026-07-12`. */
  readonly cutoffDate: string;
  readonly claims: ClaimsMode;
  readonly actions: readonly WrittenAction[];
  /** The earliest cut-off first. */
  readonly editions: readonly Edition[];
}

/**
 * What becomes of claims that the data do not support: they stop the build, or are published struck and corrected. To
 * `tell`, while texts are being edited, marks them and does not stop at sentences that nothing checks either.
 */
export type ClaimsMode = 'stop' | 'mark' | 'tell';

/**
 * Opens the report: names in the commentary are checked at once, figures are computed when they are asked for.
 *
 * @throws Mistake or Mistakes for names that do not exist, and for claims that do not hold where they are to stop it.
 */
export function openReport(opened: Opened): Report {
  const { context, store, commentary, sources, matching, cutoffDate } = opened;
  const writing = writingReport(context, commentary, opened.parsed);
  const paths = pathsOf(commentary, opened.editions);
  const links = checkLinks(opened.links, paths, opened.hidden);
  const asked = askedInProse(context, store, commentary, opened, [
    ...links.mistakes,
    ...(opened.claims === 'tell' ? [] : writing.errors),
  ]);
  const { claims: planned, figures } = asked;
  const plannedActions = planActions(context, store, opened.actions);
  const families = plannedFamilies(context, store, asked, plannedActions);
  const claims = claimReports(context, store, families, planned);
  if (opened.claims === 'stop') throwMistakes(unsupportedClaims(claims));
  const claimsLike = Map.groupBy(claims, (_, index) => {
    const { page, written } = planned[index] as PlacedClaim;
    return claimKey(page, written);
  });
  const found = new Map<Lens, AnalysisSections>();
  const analyses = (lens: Lens): AnalysisSections => {
    const known = found.get(lens) ?? analysisSections(context, store, families, lens);
    found.set(lens, known);
    return known;
  };
  const basis = { context, store, panels: families, sources };
  const contrasts = CONTRASTS.map((contrast) => contrastReport(basis, contrast));
  const [shared, excelling] = [topicReport(basis, similarities), topicReport(basis, practices)];
  const topics = [...contrasts, shared, excelling];
  const pages = new Map<string, PageReport>();
  const page = (id: string): PageReport => {
    const known = pages.get(id);
    if (known !== undefined) return known;
    const created = pageReport(context, store, families, analyses, () => contrastFindings(contrasts), id);
    pages.set(id, created);
    return created;
  };
  const spoken = { context, page, topics: topics.map(({ report }) => report) };
  let acted: ReturnType<typeof actionsReport> | undefined;
  // What was found where is looked up on pages, which take a while to say it all: only where actions are shown.
  const actions = () => {
    acted ??= actionsReport(spoken, families, plannedActions);
    return acted;
  };
  const identity = identityOf(context);
  const metrics = [
    ...Array.from(context.cards.values(), (card) => withExample(context, store, card)),
    ...context.analysisCards.values(),
  ];
  const texts = new Map(commentary.map((each) => [each.page, writtenText(context, each)]));
  const answered = whoAnswered(context, store);
  const accounts = { identity, metrics, sources, matching: matchAccount(matching) };
  const disagreement = alignedFigure(context, store, families);
  const numbers = () => [
    ...LENSES.flatMap((lens) => analyses(lens).numbers),
    ...topics.flatMap((tested) => tested.numbers),
  ];
  let told: ReturnType<typeof estimateRows> | undefined;
  const rows = () => {
    told ??= estimateRows(context, store, numbers());
    return told;
  };
  const record = (id: string) =>
    recordEdition(id, {
      ...accounts,
      cutoffDate,
      pages: PAGES.map(page),
      topics: topics.map(({ report }) => report),
      planned,
      claims,
      rows: rows(),
    });
  let listed: readonly EditionReport[] | undefined;
  const editions = () => {
    const isThis = ({ cutoff, estimates }: Edition) =>
      cutoff === cutoffDate && JSON.stringify(seriesOf(rows())) === JSON.stringify(estimates);
    listed ??= opened.editions.map((edition) => editionReport(edition, isThis(edition))).reverse();
    return listed;
  };
  const changesSince = () => {
    const last = editions().find(({ isThis, recorded }) => !isThis && recorded.cutoff <= cutoffDate);
    if (last === undefined) return null;
    const basis = { context, store, families, metrics, claims, sources };
    return changesReport(
      { ...basis, pages: PAGES.map(page), topics: topics.map(({ report }) => report) },
      last.recorded,
    );
  };
  let changed: ChangesReport | null | undefined;
  const sinceLast = () => {
    changed ??= changesSince();
    return changed;
  };
  let written: readonly Download[] | undefined;
  let guide: Guide | undefined;
  const guideOf = (): Guide => {
    guide ??= writingGuide({
      context,
      store,
      families,
      records: opened,
      figureFiles: new Set(
        PAGES.map(page).flatMap(({ sections }) =>
          sections.flatMap(({ figures }) => figures.map(({ csv }) => csv.path)),
        ),
      ),
    });
    return guide;
  };
  // What the guide alone compares is planned with it, and only it asks for that.
  const judge: Judge = {
    comparison: (pair) => (guide?.judge ?? families).comparison(pair),
  };
  return {
    ...accounts,
    intervals: intervalCards(),
    dimensions: dimensionCards(context, store),
    whoAnswered: answered,
    text: (page) => texts.get(page) ?? null,
    ownPages: ownPages(context, commentary),
    paths,
    anchored: links.anchored,
    contrasts: contrasts.map(({ report }) => report),
    similarities: shared.report,
    practices: excelling.report,
    ways: () => waysReport(spoken),
    get actions() {
      return actions();
    },
    breaks: allBreaks(context),
    disagreement,
    writingGuide: () => guideOf().report,
    quotes: opened.quotes.shown,
    quote: (props) => namedQuote(opened.quotes, { props, place: NOWHERE }),
    event(props) {
      const { date, label } = namedEvent(context, { props, place: NOWHERE });
      return { date, label, dateWords: eventDay(context, { date }) };
    },
    action: (props) => actions().actions[namedAction(opened.actions, { props, place: NOWHERE })] as ActionReport,
    analyses: (id) => LENSES.flatMap((lens) => analyses(lens).sections).filter(({ on }) => on === id),
    page,
    estimate({ metric, where = {}, period }) {
      const id = resolveMetric(context, metric);
      const filter = resolveFilter(context, store, id, where);
      return store.estimate(id, filter, periodFor(context, store, id, period));
    },
    has: (query) => hasFigure(context, store, query),
    claims,
    writing,
    claim({ page: text, props, drawn }) {
      const alike = text === GUIDE_TEXT ? guideOf().claimsWith(props) : (claimsLike.get(claimKey(text, props)) ?? []);
      return alike.find(({ id }) => drawn?.has(id) !== true) ?? alike[0] ?? null;
    },
    sideBySide: (props) => sidesOf(context, store, judge, planSides(context, store, { props, place: NOWHERE })),
    figure: (props) => writtenFigure(context, store, judge, planFigure(context, store, { props, place: NOWHERE })),
    change: (query) => changeOf(context, store, judge, query),
    series({ metric, where = {}, grain }) {
      const id = resolveMetric(context, metric);
      const filter = resolveFilter(context, store, id, where);
      return seriesFigure(context, store, {
        metric: id,
        where: filter,
        grain: seriesGrain(context, store, { metric: id, where: filter, grain }),
      });
    },
    breakdown({ metric, dimension, period }) {
      const id = resolveMetric(context, metric);
      const query = {
        metric: id,
        dimension: dimension as Dimension,
        period: periodFor(context, store, id, period),
      };
      const family = new Family(
        `breakdown of ${id} by ${dimension}`,
        breakdownPairs(context, store, query),
        store,
        context,
      );
      return breakdownFigure(context, store, family, query);
    },
    identifiersAmong: opened.identifiersAmong,
    downloads() {
      // The data page lists them, and they are written once the pages are done.
      written ??= downloads({
        accounts: {
          ...accounts,
          contrasts: contrasts.map(({ report }) => report),
          similarities: shared.report,
          practices: excelling.report,
          claims,
          unchecked: writing.unchecked,
          actions: actions(),
        },
        figures: [
          ...PAGES.map(page).flatMap(({ sections }) => sections),
          ...LENSES.flatMap((lens) => analyses(lens).sections),
          ...topics.flatMap(({ report }) => report.tests.map(({ answer }) => answer)).filter((each) => each !== null),
        ]
          .flatMap((section) => [...section.figures, ...('more' in section ? (section.more ?? []) : [])])
          .concat(answered?.figures ?? [], disagreement ?? [])
          .concat(figures.map((plan) => writtenFigure(context, store, families, plan))),
        rows: rows(),
        editions: editions(),
        revised: sinceLast()?.revisions.csv ?? null,
        cutoffDate,
      });
      return written;
    },
    edition: (id) => editionText(record(id)),
    editions,
    changes: sinceLast,
  };
}

/** What a page asks has been checked where it was written. */
const NOWHERE = { file: '', line: 0, column: 0 };

function withExample(context: ReportContext, store: EstimateStore, card: MetricCard): MetricCard {
  const example = workedExample(context, store, card.id);
  return example === null ? card : { ...card, example };
}

/** What the downloads are made of. */
interface Published {
  readonly accounts: Parameters<typeof reportJson>[0];
  readonly figures: readonly Figure[];
  readonly rows: ReturnType<typeof estimateRows>;
  readonly editions: readonly EditionReport[];
  /** Figures that read otherwise than in the last edition. */
  readonly revised: ChangesReport['revisions']['csv'];
  readonly cutoffDate: string;
}

function downloads({ accounts, figures, rows, editions, revised, cutoffDate }: Published): readonly Download[] {
  // A figure that stands on two pages is one file.
  const unique = [...new Map(figures.map((figure) => [figure.csv.path, figure])).values()];
  const tables = [
    { path: 'data/estimates.csv', text: estimatesCsv(rows) },
    ...unique.map(({ csv }) => ({ path: csv.path.slice(1), text: csv.text })),
    ...editions.map(({ csv }) => ({ path: csv.path.slice(1), text: csv.text })),
    ...(revised === null ? [] : [{ path: revised.path.slice(1), text: revised.text }]),
  ];
  return [
    ...tables,
    { path: 'data/report.json', text: reportJson(accounts, cutoffDate, editions) },
    { path: 'data/datapackage.json', text: dataPackage(accounts.identity, tables, unique) },
  ];
}

function identityOf(context: ReportContext): ReportIdentity {
  const { config, periods, cutoff } = context;
  const complete = periods[config.grain].filter(({ partial }) => !partial);
  return {
    title: config.title,
    organisation: config.organisation,
    ...(config.contact === undefined ? {} : { contact: config.contact }),
    ...(config.notice === undefined ? {} : { notice: config.notice }),
    locale: config.locale,
    timeZone: config.time_zone,
    cutoff,
    coverage: periods.all[0]?.label ?? '',
    grain: config.grain,
    latest: complete.at(-1) ?? null,
    minimumBase: config.minimum_base,
    assumptions: assumptions(context),
    colours: config.colours as ReportIdentity['colours'],
  };
}

function dimensionCards(context: ReportContext, store: EstimateStore): DimensionCard[] {
  const { dataset } = context.metricContext;
  return DIMENSIONS.filter((dimension) =>
    (['tickets', 'responses', 'customers'] as const).some(
      (table) => dimensionColumn(dataset, table, dimension) !== null,
    ),
  ).map((dimension) => ({
    id: dimension,
    name: dimension.charAt(0).toUpperCase() + dimension.slice(1),
    values: [
      ...new Set([...context.metrics.keys()].flatMap((metric) => publishable(context, store, metric, dimension))),
    ].sort(),
  }));
}

/** Values that at least one metric may publish: a value with too few customers stays unnamed. */
function publishable(context: ReportContext, store: EstimateStore, metric: string, dimension: Dimension): string[] {
  const [all] = context.periods.all;
  const breaksDown = metricOf(context, metric).dimensions.includes(dimension);
  if (all === undefined || !breaksDown || !cardOf(context, metric).available) return [];
  return store
    .values(metric, dimension)
    .filter((value) => store.estimate(metric, { [dimension]: value }, all).value !== undefined);
}

function matchAccount({ responses, namingTicket, matched, namingCustomer, withheld }: Matching): Report['matching'] {
  return {
    responses,
    responsesNamingTicket: namingTicket,
    responsesMatched: matched,
    responsesNamingCustomer: namingCustomer,
    joinWithheld: withheld,
  };
}
