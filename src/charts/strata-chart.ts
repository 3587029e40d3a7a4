/**
 * Two groups in every stratum, an open and a filled dot with their intervals, and below them their difference over all
 * strata together on an axis of its own.
 */
import { scaleLinear } from 'd3';
import type { StrataFigure } from '../report/types/contrast-figure.ts';
import { axisNote, axisOf } from './axis.ts';
import { bandNote, extentOf, headingOf, type PlacedDot, placeDot } from './dot-rows.ts';
import { flagOfAbsence, isDrawn, notesOfPairs, wordsOfAbsence } from './flags.ts';
import { inSentence } from './in-sentence.ts';
import { round } from './round.ts';
import { NO_ROW_AXIS, type RowAxis, rowAxisOf } from './row-axis.ts';
import { signedAxis, signedTick } from './signed-axis.ts';
import { type Spoken, say } from './spoken.ts';

/** The number of a group, or the flag in its place. */
export interface PlacedGroup {
  readonly dot: PlacedDot | null;
  readonly text: string;
}

export interface PlacedStratum {
  readonly label: string;
  /** Of the part that begins here, else empty. */
  readonly heading: string;
  readonly first: PlacedGroup;
  readonly second: PlacedGroup;
  /** Said instead of both numbers where neither may be shown; else empty. */
  readonly words: string;
  readonly spoken: Spoken;
}

export interface PlacedDifference {
  readonly label: string;
  readonly dot: PlacedDot | null;
  readonly value: string;
  readonly range: string;
  readonly words: string;
  readonly spoken: Spoken;
}

export interface StrataLayout extends RowAxis {
  readonly rows: readonly PlacedStratum[];
  /** Null where no difference over all strata is part of the figure. */
  readonly pooled:
    | (RowAxis & {
        readonly heading: string;
        readonly rows: readonly PlacedDifference[];
        readonly band: { readonly from: number; readonly width: number } | null;
      })
    | null;
  readonly notes: readonly string[];
  readonly nothing: string;
}

/** Places everything of a figure of strata; rows stay in their order. */
export function strataLayout(figure: StrataFigure): StrataLayout {
  const { unit, groups, rows } = figure;
  const quantities = rows.flatMap(({ first, second }) => [first, second]);
  const drawn = quantities.filter(isDrawn);
  const axis = axisOf(extentOf(drawn), unit);
  const across = scaleLinear([axis.low, axis.high], [0, 100]).clamp(true);
  const x = (value: number) => round(across(value));
  const empty = drawn.length === 0;
  return {
    ...(empty ? NO_ROW_AXIS : rowAxisOf(axis, unit, x)),
    rows: rows.map(({ label, first, second }, k) => {
      const placed = [first, second].map((one) => ({
        dot: placeDot(one, x),
        text: isDrawn(one) ? one.text : `[${flagOfAbsence(one) ?? 'x'}]`,
      }));
      const [a, b] = placed as [PlacedGroup, PlacedGroup];
      return {
        label,
        heading: headingOf(rows, k),
        first: a,
        second: b,
        words: a.dot === null && b.dot === null ? wordsOfAbsence(first) : '',
        spoken: { words: `${label}. ${say(groups[0], first)}; ${say(groups[1], second)}` },
      };
    }),
    pooled: pooledOf(figure),
    notes: notesOf(figure, empty ? '' : axisNote(axis, unit)),
    nothing: rows.length === 0 && figure.pooled.length === 0 ? 'There is nothing to show.' : '',
  };
}

function pooledOf({ unit, groups, pooled, band }: StrataFigure): StrataLayout['pooled'] {
  if (pooled.length === 0) return null;
  const drawn = pooled.map(({ quantity }) => quantity).filter(isDrawn);
  const axis = signedAxis([...extentOf(drawn), -(band ?? 0), band ?? 0], unit);
  const across = scaleLinear([axis.low, axis.high], [0, 100]).clamp(true);
  const x = (value: number) => round(across(value));
  const empty = drawn.length === 0;
  return {
    ...(empty ? NO_ROW_AXIS : rowAxisOf(axis, unit, x, (value) => signedTick(value, unit, axis.step))),
    heading: `Difference: ${inSentence(groups[1])} minus ${inSentence(groups[0])}`,
    rows: pooled.map(({ label, quantity }) => {
      const dot = placeDot(quantity, x);
      return {
        label,
        dot,
        value: dot === null ? '' : quantity.text,
        range: dot === null ? '' : quantity.range,
        words: dot === null ? wordsOfAbsence(quantity) : '',
        spoken: { words: say(`${label}, difference`, quantity) },
      };
    }),
    band: band === null || empty ? null : { from: x(-band), width: round(x(band) - x(-band)) },
  };
}

function notesOf({ rows, pooled, band, margin }: StrataFigure, axis: string): string[] {
  return [
    axis,
    pooled.length === 0 ? '' : bandNote(band, margin),
    ...notesOfPairs(rows.map(({ first, second }) => [first, second])),
  ].filter((note) => note !== '');
}
