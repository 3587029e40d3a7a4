/**
 * Numbers with their intervals, one row each, in panels on one scale; a reference is ruled through all rows and what
 * lies too close to it to matter is a band.
 */
import { scaleLinear } from 'd3';
import type { IntervalsFigure } from '../report/types/contrast-figure.ts';
import { axisNote, axisOf } from './axis.ts';
import { baseColumn } from './base-text.ts';
import { bandNote, extentOf, headingOf, type PlacedDot, placeDot } from './dot-rows.ts';
import { isDrawn, wordsOfAbsence } from './flags.ts';
import { round } from './round.ts';
import { NO_ROW_AXIS, type RowAxis, type Rule, rowAxisOf, ruleAt } from './row-axis.ts';
import { signedAxis, signedTick } from './signed-axis.ts';
import { type Spoken, say } from './spoken.ts';

export interface PlacedInterval {
  readonly label: string;
  /** Of the part that begins here, else empty. */
  readonly heading: string;
  /** Null for a row without a number, which says `words` in its place. */
  readonly dot: PlacedDot | null;
  readonly value: string;
  readonly words: string;
  readonly base: string;
  readonly spoken: Spoken;
}

export interface IntervalsLayout extends RowAxis {
  readonly panels: readonly { readonly label: string; readonly rows: readonly PlacedInterval[] }[];
  readonly rule: Rule | null;
  readonly band: { readonly from: number; readonly width: number } | null;
  readonly baseHeading: string;
  readonly notes: readonly string[];
  readonly nothing: string;
}

/** Places everything of a figure of intervals; panels and rows stay in their order. */
export function intervalsLayout(figure: IntervalsFigure): IntervalsLayout {
  const { unit, signed, reference, band } = figure;
  const quantities = figure.panels.flatMap(({ rows }) => rows.map(({ quantity }) => quantity));
  const drawn = quantities.filter(isDrawn);
  const read = reference === null ? [] : [reference.value - (band ?? 0), reference.value + (band ?? 0)];
  const extent = [...extentOf(drawn), ...read];
  const around = signed || extent.some((value) => value < 0);
  const axis = around ? signedAxis(extent, unit) : axisOf(extent, unit);
  const across = scaleLinear([axis.low, axis.high], [0, 100]).clamp(true);
  const x = (value: number) => round(across(value));
  const bases = baseColumn(quantities.map((one) => (isDrawn(one) ? one.base : '')));
  // A base that all share stands in the subtitle.
  const shared = new Set(bases.cells.filter((cell) => cell !== '')).size < 2;
  const [from = 0, to = 0] = read.map(x);
  let at = 0;
  const panels = figure.panels.map(({ label, rows }) => ({
    label,
    rows: rows.map((row, k): PlacedInterval => {
      const { quantity } = row;
      const dot = placeDot(quantity, x);
      const base = bases.cells[at++] ?? '';
      return {
        label: row.label,
        heading: headingOf(rows, k),
        dot,
        value: dot === null ? '' : quantity.text,
        words: dot === null ? wordsOfAbsence(quantity) : '',
        base: shared ? '' : base,
        spoken: { words: say(label === '' ? row.label : `${row.label}, ${label}`, quantity) },
      };
    }),
  }));
  const empty = drawn.length === 0;
  return {
    ...(empty
      ? NO_ROW_AXIS
      : rowAxisOf(axis, unit, x, signed ? (value) => signedTick(value, unit, axis.step) : undefined)),
    panels,
    rule: reference === null || empty ? null : ruleAt(x(reference.value), reference.text),
    band: band === null || reference === null || empty ? null : { from, width: round(to - from) },
    baseHeading: shared ? '' : bases.heading,
    notes: empty
      ? []
      : notesOf(
          figure,
          drawn.some(({ status }) => status === 'low_base'),
          around ? '' : axisNote(axis, unit),
        ),
    nothing: quantities.length === 0 ? 'There is nothing to show.' : '',
  };
}

function notesOf({ signed, unit, band, margin }: IntervalsFigure, isLowBase: boolean, axis: string): string[] {
  return [
    axis,
    signed && unit === 'share' ? 'Axis in points.' : '',
    bandNote(band, margin),
    isLowBase ? 'Hollow: low base, read with care.' : '',
  ].filter((note) => note !== '');
}
