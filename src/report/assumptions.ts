/**
 * What the report decided where the data do not say, and which names of the configuration the data do not hold.
 */
import { sameName } from '../config/values.ts';
import { dimensionColumn } from '../dataset/dimension.ts';
import type { ReportContext } from './context.ts';
import { rowsOutside } from './covered-rows.ts';
import { count } from './wording/format.ts';
import { listed } from './wording/list.ts';

/** Sentences for the data page, the most general first. */
export function assumptions(context: ReportContext): string[] {
  const { config, metricContext, periods, cutoff } = context;
  const { dataset } = metricContext;
  const unknown = (table: { rows: number; customer: Int32Array } | null): boolean =>
    table !== null && table.customer.length > 0 && table.customer.at(-1) === -1;
  return [
    `Days, months and quarters begin and end in the time zone ${config.time_zone}.`,
    `The data cover ${periods.all[0]?.label ?? 'no day'}. What had not happened by ${cutoff} counts as not yet happened.`,
    ...(unknown(dataset.tickets) || unknown(dataset.responses)
      ? ['A ticket or an answer that names no customer counts as a customer of its own.']
      : []),
    ...outsideWords(context),
    'Figures are not weighted: every answer counts once.',
    ...absentNames(context, 'stage', config.stages, ['stage', 'stages']),
    ...absentNames(context, 'department', config.support_departments, ['support department', 'support departments']),
    ...absentNames(context, 'category', config.complaint_categories, ['category', 'categories']),
  ];
}

/** Rows that lie outside the days that the configuration names. */
function outsideWords({ config, metricContext }: ReportContext): string[] {
  const { tickets, responses } = rowsOutside(metricContext.dataset);
  const counted = (rows: number, noun: string) =>
    rows === 0 ? [] : [`${count(rows, config.locale)} ${noun}${rows === 1 ? '' : 's'}`];
  const rows = [...counted(tickets, 'ticket'), ...counted(responses, 'survey response')];
  return rows.length === 0 ? [] : [`Outside these days begin ${rows.join(' and ')}; no period counts them as its own.`];
}

/** A name that no row holds may be misspelt. */
function absentNames(
  { metricContext: { dataset } }: ReportContext,
  dimension: 'stage' | 'department' | 'category',
  declared: readonly string[],
  [one, many]: readonly [one: string, many: string],
): string[] {
  const held = new Set(
    (['tickets', 'responses'] as const).flatMap((table) =>
      (dimensionColumn(dataset, table, dimension)?.values ?? []).map(sameName),
    ),
  );
  const absent = declared.filter((name) => !held.has(sameName(name)));
  if (absent.length === 0) return [];
  return [`No row names the ${absent.length === 1 ? one : many} ${listed(absent, 'or')} of report.yaml.`];
}
