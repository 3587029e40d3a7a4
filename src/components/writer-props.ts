/**
 * The query to the report that a component's props stand for. The report has checked them before any page is rendered.
 */

/** A query to the report: what a component was asked, with its filters gathered. */
export interface WriterQuery {
  readonly metric: string;
  readonly period?: string;
  readonly where?: Readonly<Record<string, string>>;
  readonly against?: 'previous' | 'year-earlier';
}

/** Metric, period and comparison apart from the values of dimensions. */
export function queryOf(props: Readonly<Record<string, string>>): WriterQuery {
  const { metric = '', period, against, ...where } = props;
  return {
    metric,
    ...(period !== undefined && { period }),
    ...(against !== undefined && { against: against as NonNullable<WriterQuery['against']> }),
    ...(Object.keys(where).length > 0 && { where }),
  };
}
