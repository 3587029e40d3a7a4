/**
 * In which order the rows of a breakdown stand: ranked, unless the configuration gives its dimension an order.
 */
import type { ReportConfig } from '../../config/report.schema.ts';
import { sameName } from '../../config/values.ts';
import type { BreakdownRow } from '../types/figure.ts';
import { listed } from '../wording/list.ts';

export interface OrderedRows {
  readonly rows: readonly BreakdownRow[];
  /** How they are ordered, for the subtitle; empty where they are ranked. */
  readonly order: string;
  /** What readers should know of the order, as sentences. */
  readonly notes: readonly string[];
}

/**
 * @param rows ranked, the unpublishable last.
 * @param counts what is counted, plural: `answers`.
 */
export function inOrder(
  rows: readonly BreakdownRow[],
  dimension: string,
  counts: string,
  { stages, support_departments: support }: ReportConfig,
): OrderedRows {
  if (dimension === 'stage' && stages.length > 0) return alongJourney(rows, stages, counts);
  if (dimension === 'department' && support.length > 0) return bySupport(rows, support);
  return { rows, order: '', notes: [] };
}

/** Declared stages in their order, then the others by name. */
function alongJourney(rows: readonly BreakdownRow[], stages: readonly string[], counts: string): OrderedRows {
  const places = new Map(stages.map((stage, place) => [sameName(stage), place]));
  const placeOf = ({ label }: BreakdownRow) => places.get(sameName(label)) ?? stages.length;
  const others = rows.filter((row) => placeOf(row) === stages.length).map(({ label }) => label);
  const found = new Set(rows.map(({ label }) => sameName(label)));
  const absent = stages.filter((stage) => !found.has(sameName(stage)));
  return {
    rows: rows.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.label < b.label ? -1 : 1)),
    order: 'in the order of the journey',
    notes: [
      ...(absent.length === 0 ? [] : [`No ${counts}, or too few to show, at ${listed(absent, 'or')}.`]),
      ...(others.length === 0
        ? []
        : [
            `${listed(others.sort(), 'and')} ${others.length === 1 ? 'is no declared stage and stands' : 'are no declared stages and stand'} last.`,
          ]),
    ],
  };
}

/** Departments that answer enquiries before the others, each part ranked; one part needs no name. */
function bySupport(rows: readonly BreakdownRow[], support: readonly string[]): OrderedRows {
  const names = new Set(support.map(sameName));
  const [answering, others] = [true, false].map((wanted) =>
    rows.filter(({ label }) => names.has(sameName(label)) === wanted),
  ) as [BreakdownRow[], BreakdownRow[]];
  if (answering.length === 0 || others.length === 0) return { rows, order: '', notes: [] };
  return {
    rows: [
      ...answering.map((row) => ({ ...row, part: 'Support departments' })),
      ...others.map((row) => ({ ...row, part: 'Other departments' })),
    ],
    order: 'support departments first',
    notes: [],
  };
}
