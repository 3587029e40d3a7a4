/**
 * What an edition records, taken from the report: nothing that the site does not publish.
 */
import type { PlacedClaim } from '../claims/claim-reports.ts';
import { ESTIMATES_COLUMNS } from '../downloads/estimates-csv.ts';
import type { ClaimReport } from '../types/claim.ts';
import type { TopicReport } from '../types/contrast.ts';
import type { MetricCard } from '../types/metric-card.ts';
import type { MetricSection, PageReport } from '../types/page.ts';
import type { ReportIdentity, SourceAccount } from '../types/report.ts';
import { baseWords } from '../wording/changes.ts';
import { count } from '../wording/format.ts';
import {
  EDITION_FORMAT,
  type Edition,
  type EditionClaim,
  type EditionDefinition,
  type EditionFigure,
  type EditionSeries,
} from './edition.schema.ts';

/** Everything published that an edition is made of. */
export interface ToRecord {
  readonly identity: ReportIdentity;
  /** Data cut-off as `2026-07-12`. */
  readonly cutoffDate: string;
  readonly sources: readonly SourceAccount[];
  readonly metrics: readonly MetricCard[];
  /** Overview and panels. */
  readonly pages: readonly PageReport[];
  readonly topics: readonly TopicReport[];
  /** What writers claim, in the same order planned and judged. */
  readonly planned: readonly PlacedClaim[];
  readonly claims: readonly ClaimReport[];
  /** Rows of `estimates.csv`. */
  readonly rows: readonly (readonly (string | number)[])[];
}

export function recordEdition(id: string, published: ToRecord): Edition {
  const { identity, cutoffDate, sources, metrics, pages, topics, planned, claims, rows } = published;
  return {
    format: EDITION_FORMAT,
    id,
    title: identity.title,
    organisation: identity.organisation,
    cutoff: cutoffDate,
    cutoffWords: identity.cutoff,
    coverage: identity.coverage,
    timeZone: identity.timeZone,
    locale: identity.locale,
    grain: identity.grain as Edition['grain'],
    minimumBase: identity.minimumBase,
    sources: sources.map(({ path, kind, read, kept, digest }) => ({ path, kind, read, kept, digest })),
    definitions: metrics.map(definitionOf),
    findings: pages.flatMap(({ id: page, findings }) =>
      page === 'home' ? findings.map(({ sentence, href }) => ({ sentence, href })) : [],
    ),
    panels: pages.map(({ id: page, answer, sections }) => ({
      id: page,
      answer,
      // The overview shows figures of the panels once more.
      sections: page === 'home' ? [] : sections.map((section) => sectionOf(section, identity.locale)),
    })),
    topics: topics.map(topicOf),
    claims: claims.map((claim, index) => claimOf(claim, planned[index] as PlacedClaim)),
    estimates: seriesOf(rows),
  };
}

function definitionOf(card: MetricCard): EditionDefinition {
  const { id, version, print, name, label, lens, unit, counts, basis, formula, definition, matters, available } = card;
  return {
    id,
    version,
    print,
    name,
    label,
    lens,
    unit,
    counts,
    basis,
    formula,
    definition,
    margin: matters,
    available,
  };
}

function sectionOf({ metric, headline, latest, previous }: MetricSection, locale: string) {
  const { period, status, text, range, base, n } = latest;
  return {
    metric: metric.id,
    headline,
    period: period.code,
    periodLabel: period.label,
    status,
    text,
    range,
    base: n === undefined ? base : baseWords(count(roundedBase(n) ?? 0, locale), metric.counts),
    verdict: previous?.verdict ?? null,
  };
}

function topicOf({ id, name, path, outcome, outcomeWords, answer, tests }: TopicReport) {
  return {
    id,
    name,
    path,
    outcome,
    outcomeWords,
    answer,
    tests: tests.map(({ id: test, card, answer: found, missing }) => ({
      id: test,
      name: card.name,
      verdict: found?.verdict ?? null,
      statement: found?.statement ?? missing,
    })),
  };
}

function claimOf(claim: ClaimReport, { plan }: PlacedClaim): EditionClaim {
  const { page, text, kind, metric, where, status, verdict, says } = claim;
  const { component, props } = plan.use;
  const period = plan.period.code;
  return { page, component, props: { ...props }, text, kind, metric, where, period, status, verdict, says };
}

/** One line a group of figures; rows of a group follow each other. */
export function seriesOf(rows: ToRecord['rows']): EditionSeries[] {
  const cell = (row: ToRecord['rows'][number], name: string) => row[ESTIMATES_COLUMNS.indexOf(name)];
  const text = (row: ToRecord['rows'][number], name: string) => String(cell(row, name));
  const groups = Map.groupBy(rows, (row) => JSON.stringify(GROUP.map((name) => cell(row, name))));
  return Array.from(groups.values(), (members) => {
    const [first] = members as [ToRecord['rows'][number]];
    const unit = text(first, 'unit');
    return [
      ...(GROUP.map((name) => text(first, name)) as [metric: string, dimension: string, value: string]),
      unit,
      members.map(
        (row): EditionFigure => [
          text(row, 'period'),
          text(row, 'status') as EditionFigure[1],
          roundedBase(numberIn(cell(row, 'n'))),
          asPrinted(numberIn(cell(row, 'estimate')), unit),
          asPrinted(numberIn(cell(row, 'low')), unit),
          asPrinted(numberIn(cell(row, 'high')), unit),
          text(row, 'method'),
        ],
      ),
    ];
  });
}

/** What the figures of a line have in common. */
const GROUP = ['metric', 'dimension', 'value'];

/**
 * n to the nearest ten. An edition stays online beside every later report, where late data move figures by a few rows:
 * with exact numbers, whoever subtracts one from the other would learn of those few.
 */
export function roundedBase(n: number | null): number | null {
  return n === null ? null : Math.round(n / 10) * 10;
}

/** Decimals of figures as pages print them, by the units of `estimates.csv`; others are rounded to three digits. */
const DECIMALS: Readonly<Record<string, number>> = {
  share: 2,
  'share difference': 2,
  net: 0,
  score: 1,
  count: 0,
};

/** A figure no more exact than pages print it, for the same reason. */
export function asPrinted(value: number | null, unit: string): number | null {
  if (value === null) return null;
  const decimals = DECIMALS[unit];
  return Number(decimals === undefined ? value.toPrecision(3) : value.toFixed(decimals));
}

/** What is kept back or not there stands as text. */
function numberIn(cell: string | number | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
