/**
 * How much departments differ, in words and a funnel.
 */
import type { Analysis } from '../../metrics/analysis.ts';
import type { Difference } from '../../metrics/definition.ts';
import type { DepartmentsResult } from '../../metrics/departments.ts';
import { FUNNEL_LIMITS } from '../../statistics/funnel.ts';
import { cardOf, formatFor, type ReportContext } from '../context.ts';
import { baseText, cellText, ESTIMATE_COLUMNS, estimateCells, figureBase } from '../figures/base.ts';
import type { FunnelFigure } from '../types/analysis-figure.ts';
import type { Estimate, Verdict } from '../types/estimate.ts';
import type { MetricCard } from '../types/metric-card.ts';
import { percent } from '../wording/format.ts';
import { listed } from '../wording/list.ts';
import { betweenEnds } from '../wording/phrases.ts';
import { quantityOf } from './quantity.ts';
import type { AnalysisView, Desk, Shown } from './view.ts';

/** @param metric the share whose figures by department are the points of the funnel. */
export function departmentsView(
  analysis: Analysis<DepartmentsResult>,
  metric: string,
): AnalysisView<DepartmentsResult> {
  return {
    analysis,
    charts: 'funnel',
    differences: (result) => ({ icc: iccDifference(result) }),
    show: (result, desk) => show(analysis, metric, result, desk),
  };
}

/** The share of variance between departments against none at all. */
function iccDifference({ icc, low, high, low90, high90, p }: DepartmentsResult): Difference {
  return { difference: icc, low, high, low90, high90, p };
}

/** A department as the funnel shows it. */
export interface DepartmentPoint {
  readonly label: string;
  readonly estimate: Estimate;
  readonly beyond: '95' | '99.8' | null;
}

function show(
  analysis: Analysis<DepartmentsResult>,
  metric: string,
  result: DepartmentsResult,
  desk: Desk,
): Shown | null {
  const { context, store } = desk;
  const { all } = context.analyses.span;
  const card = cardOf(context, analysis.id);
  const verdict = desk.verdict('icc');
  const points = result.departments.map(
    ({ label, z }): DepartmentPoint => ({
      label,
      estimate: store.estimate(metric, { department: label }, all),
      beyond: beyondLimits(z),
    }),
  );
  const shown = points.filter(({ estimate }) => estimate.value !== undefined);
  // All of them or none: what the analysis says of all together would give one that is kept back away.
  if (shown.length < points.length) return null;
  const n = result.departments.reduce((sum, department) => sum + department.n, 0);
  const customers = result.departments.reduce((sum, department) => sum + department.customers, 0);
  const icc = quantityOf(context, formatFor(context, analysis.id), {
    value: result.icc,
    low: result.low,
    high: result.high,
    n,
    customers,
    counts: card.counts,
  });
  const headline = headlineOf(card.label, verdict, result);
  return {
    headline,
    sentences: sentencesOf(verdict, result, shown, icc.text, icc.range),
    figures: [departmentsFunnel(context, analysis.id, 'funnel', cardOf(context, metric), result, shown)],
    numbers: [
      {
        metric: `${analysis.id}_icc`,
        dimension: '',
        value: '',
        period: all,
        quantity: icc,
        unit: 'coefficient',
        method: 'anova',
      },
    ],
  };
}

/** The limits that a department lies beyond, from its standard errors from the centre. */
export function beyondLimits(z: number): DepartmentPoint['beyond'] {
  return Math.abs(z) > FUNNEL_LIMITS[1] ? '99.8' : Math.abs(z) > FUNNEL_LIMITS[0] ? '95' : null;
}

function headlineOf(label: string, verdict: Verdict, { icc, departments }: DepartmentsResult): string {
  switch (verdict) {
    case 'different':
      return `Departments differ in ${label} by more than chance: ${percent(icc)} of the variance`;
    case 'negligible':
      return `Departments differ in ${label} by more than chance, but by little`;
    case 'equivalent':
      return `The ${departments.length} departments are about the same in ${label}`;
    default:
      return `These data cannot tell whether departments differ in ${label}`;
  }
}

function sentencesOf(
  verdict: Verdict,
  { widening, icc: share }: DepartmentsResult,
  points: readonly DepartmentPoint[],
  icc: string,
  range: string,
): string[] {
  const beyond = points.filter((point) => point.beyond !== null);
  const shown = verdict === 'different' || verdict === 'negligible';
  return [
    `${percent(share)} of the variance lies between departments (ICC ${icc}, between ${betweenEnds(range)}); what is left lies within them.`,
    beyond.length === 0
      ? shown
        ? 'No single department stands out from the others: all lie within the limits, and have no order.'
        : 'All departments lie within the limits of chance, and have no order.'
      : `${listed(
          beyond.map(({ label }) => label),
          'and',
        )} ${beyond.length === 1 ? 'lies' : 'lie'} beyond the limits; the others have no order.`,
    ...(widening > 1.1
      ? [
          `Departments scatter ${widening.toFixed(1)} times as widely as the outcomes’ chance alone allows, so the limits are widened by as much: a department has to stand out from how departments differ anyway.`,
        ]
      : []),
    'Departments meet with different cases, which goes into these figures too.',
  ];
}

/** What the funnel shows: who stands out, or that nobody does. */
function standingOut(points: readonly DepartmentPoint[]): string {
  const beyond = points.filter((point) => point.beyond !== null).map(({ label }) => label);
  if (beyond.length === 0) return `None of the ${points.length} departments stands out from the others`;
  return beyond.length <= 2
    ? `${listed(beyond, 'and')} ${beyond.length === 1 ? 'stands' : 'stand'} out from the other departments`
    : `${beyond.length} of ${points.length} departments stand out from the others`;
}

/** Sizes at which the limits are drawn. */
const STEPS = 40;

/**
 * Departments by size against the limits of chance.
 *
 * @param measure what the points are a share of.
 */
export function departmentsFunnel(
  context: ReportContext,
  id: string,
  what: string,
  measure: Pick<MetricCard, 'name' | 'label' | 'counts'>,
  result: DepartmentsResult,
  points: readonly DepartmentPoint[],
): FunnelFigure {
  const { all } = context.analyses.span;
  const { config } = context;
  const sizes = points.map(({ estimate }) => estimate.n ?? 0);
  const [least, most] = [Math.min(...sizes) * 0.8, Math.max(...sizes) * 1.1];
  const limit = (n: number, errors: number) => (errors * result.spread * result.widening) / Math.sqrt(n);
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return {
    kind: 'funnel',
    ...figureBase(
      context,
      id,
      {},
      what,
      {
        columns: ['department', ...ESTIMATE_COLUMNS, 'beyond'],
        rows: points.map(({ label, estimate, beyond }) => [
          label,
          ...estimateCells(estimate, 'share', config.minimum_base),
          beyond ?? '',
        ]),
      },
      { estimates: points.map(({ estimate }) => estimate) },
    ),
    unit: 'share',
    dimension: 'department',
    headline: standingOut(points),
    subtitle:
      `${measure.name} by number of ${measure.counts}; ${all.label}; rule: all departments together, ${percent(result.centre)}; ` +
      'dashed and solid: limits that 95 and 99.8 of 100 departments keep to by chance',
    summary: summaryOf(points, result),
    points,
    centre: result.centre,
    centreText: percent(result.centre),
    limits: Array.from({ length: STEPS }, (_, step) => {
      const n = least * (most / least) ** (step / (STEPS - 1));
      const [narrow, wide] = FUNNEL_LIMITS.map((errors) => limit(n, errors)) as [number, number];
      return {
        n,
        low95: within(result.centre - narrow),
        high95: within(result.centre + narrow),
        low998: within(result.centre - wide),
        high998: within(result.centre + wide),
      };
    }),
    table: {
      caption: `${measure.name} by department, ${all.label}, in the order of the alphabet.`,
      columns: [
        { name: 'Department', numeric: false },
        { name: measure.label, numeric: true },
        { name: '95% interval', numeric: true },
        { name: `n (${measure.counts})`, numeric: true },
        { name: 'Beyond the limits', numeric: false },
      ],
      rows: points.map(({ label, estimate, beyond }) => [
        label,
        cellText(estimate),
        estimate.range,
        baseText(estimate, config),
        beyond === null ? 'no' : `of ${beyond}%`,
      ]),
    },
  };
}

function summaryOf(points: readonly DepartmentPoint[], { centre }: DepartmentsResult): string {
  const values = points.map(({ estimate }) => estimate.value as number);
  const beyond = points.filter((point) => point.beyond !== null);
  return (
    `Between ${percent(Math.min(...values))} and ${percent(Math.max(...values))} in ${points.length} departments, around ${percent(centre)}. ` +
    (beyond.length === 0
      ? 'None lies beyond the limits.'
      : `Beyond the limits: ${listed(
          beyond.map(({ label, estimate }) => `${label} (${estimate.text})`),
          'and',
        )}.`)
  );
}
