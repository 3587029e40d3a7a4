/**
 * Two numbers a row as bars to both sides of a common zero, with their intervals; the numbers stand at the plot's edges.
 */
import { scaleLinear } from 'd3';
import type { Quantity } from '../report/types/analysis-figure.ts';
import type { OpposedFigure } from '../report/types/contrast-figure.ts';
import { axisOf } from './axis.ts';
import { extentOf } from './dot-rows.ts';
import { flagOfAbsence, isDrawn, notesOfPairs, wordsOfAbsence } from './flags.ts';
import type { PlacedText } from './placed-text.ts';
import { NARROWEST } from './room.ts';
import { round } from './round.ts';
import { NO_ROW_AXIS, type RowAxis, rowAxisOf } from './row-axis.ts';
import { type Spoken, say } from './spoken.ts';
import { textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';
import { fitted } from './two-lines.ts';

/** One side of a row. */
export interface PlacedSide {
  /** In per cent of the plot's width; null where the number is not published. */
  readonly bar: { readonly x: number; readonly width: number } | null;
  readonly interval: { readonly from: number; readonly to: number } | null;
  /** The number, or the flag in its place. */
  readonly text: string;
}

export interface PlacedOpposites {
  readonly label: string;
  readonly left: PlacedSide;
  readonly right: PlacedSide;
  readonly word: string;
  /** Said instead of both numbers where neither may be shown; else empty. */
  readonly words: string;
  readonly spoken: Spoken;
}

export interface OpposedLayout extends RowAxis {
  readonly rows: readonly PlacedOpposites[];
  /** Pixels that the plot leaves to the numbers on each side. */
  readonly margin: number;
  /** Names of the sides, over their half. */
  readonly sides: readonly [left: PlacedText, right: PlacedText] | null;
  readonly notes: readonly string[];
  readonly nothing: string;
}

const VALUE_SIZE = 14;
const NAME_SIZE = 13;
const LINE = 16;

/** Places everything of a figure of two sides; rows stay in their order. */
export function opposedLayout(figure: OpposedFigure): OpposedLayout {
  const { unit, rows } = figure;
  const quantities = rows.flatMap(({ left, right }) => [left, right]);
  const drawn = quantities.filter(isDrawn);
  const one = axisOf([0, ...extentOf(drawn).map(Math.abs)], unit);
  const ticks = [
    ...one.ticks
      .slice(1)
      .map((tick) => -tick)
      .toReversed(),
    ...one.ticks,
  ];
  const axis = { ...one, low: -one.high, ticks };
  const across = scaleLinear([axis.low, axis.high], [0, 100]).clamp(true);
  const x = (value: number) => round(across(value));
  const place = (quantity: Quantity, sign: 1 | -1): PlacedSide => {
    if (!isDrawn(quantity)) return { bar: null, interval: null, text: `[${flagOfAbsence(quantity) ?? 'x'}]` };
    const { value, low, high, text } = quantity;
    const [from, to] = [x(Math.min(0, sign * value)), x(Math.max(0, sign * value))];
    const ends = low === undefined || high === undefined ? [] : [x(sign * low), x(sign * high)];
    const interval = ends.length === 0 ? null : { from: Math.min(...ends), to: Math.max(...ends) };
    return { bar: { x: from, width: round(to - from) }, interval, text };
  };
  const placed = rows.map(({ label, word, left, right }): PlacedOpposites => {
    const absent = !isDrawn(left) && !isDrawn(right);
    return {
      label,
      left: place(left, -1),
      right: place(right, 1),
      word: absent ? '' : word,
      words: absent ? wordsOfAbsence(left) : '',
      spoken: { words: told(figure, { label, word: absent ? '' : word, left, right }) },
    };
  });
  const texts = placed.flatMap(({ left, right }) => [left.text, right.text]);
  const margin = Math.max(20, ...texts.map((text) => textWidth(text, VALUE_SIZE) + 12));
  const empty = drawn.length === 0;
  return {
    ...(empty ? NO_ROW_AXIS : rowAxisOf(axis, unit, x, (value) => tickText(Math.abs(value), unit, one.step))),
    rows: placed,
    margin,
    sides: empty ? null : sidesOf(figure.sides, margin),
    notes: notesOfPairs(rows.map(({ left, right }) => [left, right])),
    nothing: rows.length === 0 ? 'There is nothing to show.' : '',
  };
}

/** Each in its half of the narrowest figure, ending or beginning beside the zero. */
function sidesOf(names: OpposedFigure['sides'], margin: number): readonly [PlacedText, PlacedText] {
  const lines = names.map((name) => fitted(name, NARROWEST / 2 - 10, NAME_SIZE));
  const most = Math.max(...lines.map((one) => one.length));
  const at = (own: readonly string[], anchor: 'start' | 'end'): PlacedText => ({
    x: anchor === 'end' ? 0 : 100,
    y: 9 + (most - own.length) * LINE,
    dx: anchor === 'end' ? -margin : margin,
    anchor: anchor === 'end' ? 'start' : 'end',
    lines: own,
  });
  return [at(lines[0] ?? [], 'end'), at(lines[1] ?? [], 'start')];
}

function told({ sides }: OpposedFigure, { label, left, right, word }: OpposedFigure['rows'][number]): string {
  const end = word === '' ? '' : `; ${word}`;
  return `${label}. ${say(sides[0], left)}; ${say(sides[1], right)}${end}`;
}
