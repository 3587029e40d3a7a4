/**
 * A metric by the values of a dimension: one row each, with a dot and its interval on a common axis.
 *
 * Places are per cent of the plot's width; rows are as high as their text.
 */
import { scaleLinear } from 'd3';
import type { Estimate } from '../report/types/estimate.ts';
import type { BreakdownFigure } from '../report/types/figure.ts';
import { axisNote, axisOf } from './axis.ts';
import { baseColumn } from './base-text.ts';
import { headingOf } from './dot-rows.ts';
import { isDrawn, isPartial, wordsOfAbsence } from './flags.ts';
import { round } from './round.ts';
import { NO_ROW_AXIS, type RowAxis, type Rule, rowAxisOf, ruleAt } from './row-axis.ts';
import { type Spoken, say, spokenOf } from './spoken.ts';

export interface PlacedRow {
  readonly label: string;
  /** Null for a row without a figure, which says `words` in its place. */
  readonly dot: { readonly x: number; readonly look: 'solid' | 'low-base' | 'partial' } | null;
  /** Ends of the interval; null where there is none. */
  readonly interval: { readonly from: number; readonly to: number } | null;
  readonly value: string;
  readonly words: string;
  readonly base: string;
  readonly spoken: Spoken;
}

export interface BreakdownLayout extends RowAxis {
  readonly rows: readonly (PlacedRow & { /** Of the part that begins here, else empty. */ readonly heading: string })[];
  /** The rule through all rows; null when there is no overall figure. */
  readonly overall: Rule | null;
  readonly valueHeading: string;
  readonly baseHeading: string;
  readonly notes: readonly string[];
  readonly nothing: string;
}

/** Places everything of a breakdown figure; its rows stay in their order. */
export function breakdownLayout(figure: BreakdownFigure): BreakdownLayout {
  const { unit } = figure.metric;
  const drawn = figure.rows.map((row) => row.estimate).filter(isDrawn);
  const overall = figure.overall !== null && isDrawn(figure.overall) ? figure.overall : null;
  const shown = overall === null ? drawn : [...drawn, overall];
  const axis = axisOf(
    shown.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
    unit,
  );
  const across = scaleLinear([axis.low, axis.high], [0, 100]);
  const x = (value: number) => round(across(value));
  const { rows } = figure;
  const bases = baseColumn(rows.map((row) => (isDrawn(row.estimate) ? row.estimate.base : '')));
  return {
    ...(drawn.length === 0 ? NO_ROW_AXIS : rowAxisOf(axis, unit, x)),
    rows: rows.map(({ label, estimate }, k) => ({
      ...placeRow(label, estimate, bases.cells[k] ?? '', spokenOf(figure.table, label, say(label, estimate)), x),
      heading: headingOf(rows, k),
    })),
    overall: overall === null || drawn.length === 0 ? null : ruleAt(x(overall.value), `Overall ${overall.text}`),
    valueHeading: drawn.length === 0 ? '' : figure.metric.label,
    baseHeading: bases.heading,
    notes: drawn.length === 0 ? [] : notesOf(drawn, axisNote(axis, unit)),
    nothing: rows.length === 0 ? 'There are no groups to show.' : '',
  };
}

function placeRow(
  label: string,
  estimate: Estimate,
  base: string,
  spoken: Spoken,
  x: (value: number) => number,
): PlacedRow {
  if (!isDrawn(estimate)) {
    return { label, dot: null, interval: null, value: '', words: wordsOfAbsence(estimate), base: '', spoken };
  }
  const look = isPartial(estimate) ? 'partial' : estimate.status === 'low_base' ? 'low-base' : 'solid';
  const { low, high } = estimate;
  return {
    label,
    dot: { x: x(estimate.value), look },
    interval: low === undefined || high === undefined ? null : { from: x(low), to: x(high) },
    value: estimate.text,
    words: '',
    base,
    spoken,
  };
}

function notesOf(drawn: readonly Estimate[], axis: string): string[] {
  return [
    axis,
    drawn.some((estimate) => estimate.status === 'low_base') ? 'Hollow: low base, read with care.' : '',
    drawn.some(isPartial) ? 'Broken outline: a period that is not complete.' : '',
  ].filter((note) => note !== '');
}
