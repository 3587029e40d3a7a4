/**
 * What all figures have in common: identity, margin, technical note, source line, download.
 */
import type { ReportConfig } from '../../config/report.schema.ts';
import type { TableName } from '../../dataset/model.ts';
import { cardOf, type ReportContext } from '../context.ts';
import { toCsv } from '../csv.ts';
import { FLAGS, keptBackWords } from '../estimates.ts';
import type { Estimate, Filter } from '../types/estimate.ts';
import type { Figure } from '../types/figure.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { count } from '../wording/format.ts';
import { type FigureFacts, figureNote } from './note.ts';

/** A part of an id, an anchor or a file name: lower-case letters, digits and hyphens. */
function slug(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'x'
  );
}

/** Id of a figure, unique on the site. */
function figureId(card: MetricCard, where: Filter, what: string): string {
  const filters = Object.entries(where).sort().flat();
  return [card.lens, card.id, ...filters, what].map(slug).join('-');
}

/** Words for a restriction, to stand after a comma: `channel email`; empty for everybody. */
export function filterWords(where: Filter): string {
  return Object.entries(where)
    .map(([dimension, value]) => `${dimension} ${value}`)
    .join(', ');
}

/** The parts of a figure that follow from its metric and its rows. */
export function figureBase(
  context: ReportContext,
  metricId: string,
  where: Filter,
  what: string,
  download: { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] },
  facts: FigureFacts = {},
): Pick<Figure, 'id' | 'lens' | 'metric' | 'margin' | 'note' | 'source' | 'csv'> {
  const metric = cardOf(context, metricId);
  const id = figureId(metric, where, what);
  const text = toCsv(download.columns, download.rows);
  return {
    id,
    lens: metric.lens,
    metric,
    margin: facts.compared === false ? '' : metric.matters,
    note: figureNote(context, metric, where, facts),
    source: sourceLine(context, [metric]),
    csv: { path: `/data/figures/${id}.csv`, text, bytes: Buffer.byteLength(text) },
  };
}

/** `Source: support tickets and survey answers. Data to 12 July 2026.` */
export function sourceLine(context: ReportContext, metrics: readonly MetricCard[]): string {
  return `Source: ${sourceOf(context, metrics)}. Data to ${context.cutoff}.`;
}

/** The tables behind metrics; of alternatives only those that these data hold. */
function sourceOf({ metricContext: { dataset } }: ReportContext, metrics: readonly MetricCard[]): string {
  const holds = (need: string) => {
    const [table, field] = need.split('.');
    return Object.hasOwn(dataset[table as TableName]?.columns ?? {}, field as string);
  };
  const needs = metrics.flatMap((metric) => metric.needs);
  const read = needs.flatMap((need) => {
    const alternatives = need.split('|').map((field) => field.trim());
    // Identifiers are no columns of the linked tables: what has no alternative is there, or there were no figure.
    return alternatives.length === 1 ? alternatives : alternatives.filter(holds);
  });
  const tables = new Set(read.map((field) => field.split('.')[0]));
  const names = [
    tables.has('tickets') ? 'support tickets' : '',
    tables.has('responses') ? 'survey answers' : '',
    tables.has('customers') ? 'customer list' : '',
    tables.has('comment_codes') ? 'codes of comments' : '',
    tables.has('ticket_events') ? 'ticket events' : '',
    tables.has('touchpoints') ? 'touchpoints' : '',
    tables.has('actions') ? 'actions on feedback' : '',
    tables.has('aspects') ? 'rated aspects' : '',
  ].filter((name) => name !== '');
  return names.join(' and ') || 'the report’s data';
}

/** The figure's text with its flag, as tables print it: `81% [u]`. */
export function cellText(estimate: Estimate): string {
  const flag = FLAGS[estimate.status];
  return estimate.value === undefined ? flag : [estimate.text, flag].filter((part) => part !== '').join(' ');
}

/** n as tables print it. */
export function baseText(estimate: Pick<Estimate, 'status' | 'n'>, { locale }: ReportConfig): string {
  return estimate.status === 'suppressed' ? FLAGS.suppressed : count(estimate.n ?? 0, locale);
}

/** Columns that every download of estimates has. */
export const ESTIMATE_COLUMNS = ['n', 'estimate', 'low', 'high', 'unit', 'status', 'method'] as const;

/**
 * The cells under `ESTIMATE_COLUMNS`; what may not be published is empty, and its n stands as `<10`: the figure has, or
 * would reveal, fewer.
 */
export function estimateCells(
  estimate: Pick<Estimate, 'status' | 'value' | 'low' | 'high' | 'n' | 'method'>,
  unit: string,
  minimumBase: number,
): (string | number)[] {
  return [
    estimate.status === 'suppressed' ? `<${minimumBase}` : (estimate.n ?? (estimate.status === 'no_data' ? 0 : '')),
    estimate.value ?? '',
    estimate.low ?? '',
    estimate.high ?? '',
    unit,
    estimate.status,
    estimate.method,
  ];
}

/** Explains the flags that a table uses; empty when it uses none. */
export function flagNote(estimates: readonly Estimate[], minimumBase: number): string {
  const used = new Set(estimates.map(({ status }) => status));
  const notes = [
    used.has('low_base') ? '[u] low base, read with care' : '',
    used.has('provisional') ? '[p] the period is not complete' : '',
    used.has('suppressed') ? `[c] not shown: it ${keptBackWords(minimumBase)}` : '',
    used.has('no_data') ? '[x] no data' : '',
    used.has('not_applicable') ? '[z] not in these data' : '',
  ].filter((note) => note !== '');
  return notes.length === 0 ? '' : `${notes.join('; ')}.`;
}

/** Whether n counts what is there at a moment, so that the same row counts in one period and in the next as well. */
export function isRunning({ id, unit }: MetricCard): boolean {
  return unit === 'count' || id === 'retention';
}

/** What the ends of a ranking are called: waits are long or short, everything else is high or low. */
export function extremeWords({ unit }: MetricCard): readonly [most: string, least: string] {
  return unit === 'duration' ? ['longest', 'shortest'] : ['highest', 'lowest'];
}
