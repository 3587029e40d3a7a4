/**
 * Shares of a few classes in two places: a line from left to right for each, named with its number at both ends.
 */
import { scaleLinear } from 'd3';
import type { Quantity } from '../report/types/analysis-figure.ts';
import type { SlopeFigure } from '../report/types/contrast-figure.ts';
import { extentOf } from './dot-rows.ts';
import { flagOfAbsence, isDrawn, notesOfPairs, wordsOfNothing } from './flags.ts';
import type { PlacedText } from './placed-text.ts';
import { NARROWEST } from './room.ts';
import { round } from './round.ts';
import { spaced } from './spaced.ts';
import { type Spoken, say } from './spoken.ts';
import { shorten, textWidth } from './text-width.ts';
import { fitted } from './two-lines.ts';

/** An end of a line with its label. */
export interface SlopeEnd {
  /** Pixels; null where the number is not published. */
  readonly y: number | null;
  readonly interval: { readonly top: number; readonly bottom: number } | null;
  readonly name: string;
  /** The number, or the flag in its place. */
  readonly value: string;
  /** Middle of the label's first line, which is the number. */
  readonly labelY: number;
}

export interface PlacedSlope {
  readonly tone: SlopeFigure['lines'][number]['tone'];
  readonly left: SlopeEnd;
  readonly right: SlopeEnd;
  readonly spoken: Spoken;
}

export interface SlopeLayout {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  /** Pixels that the labels take on both sides. */
  readonly side: number;
  /** Names of the two places, over the plot's outer edges. */
  readonly places: readonly PlacedText[];
  readonly lines: readonly PlacedSlope[];
  readonly notes: readonly string[];
  readonly nothing: string;
}

const PLACE_SIZE = 13;
const PLACE_LINE = 16;
const LEAST_HEIGHT = 200;
const NAME_SIZE = 12;
const VALUE_SIZE = 14;
/** A number and, under it, its name. */
const LABEL = 36;
const WIDEST_NAME = 82;
/** Between the plot's edge and a label: a rule leads from one to the other. */
export const LEAD = 18;

/** Places everything of a slope figure; lines stay in their order. */
export function slopeLayout(figure: SlopeFigure): SlopeLayout {
  const { places, lines } = figure;
  const shown = lines.filter(({ left, right }) => isDrawn(left) || isDrawn(right));
  const names = places.map((name) => fitted(name, NARROWEST / 2 - 10, PLACE_SIZE));
  const top = 18 + PLACE_LINE * Math.max(...names.map((name) => name.length));
  const bottom = top + Math.max(LEAST_HEIGHT, shown.length * (LABEL + 8));
  const frame = { height: bottom + 8, top, bottom };
  if (shown.length === 0)
    return {
      ...frame,
      side: 0,
      places: [],
      lines: [],
      notes: [],
      nothing: wordsOfNothing(lines.flatMap(({ left, right }) => [left, right])),
    };
  const values = extentOf(shown.flatMap(({ left, right }) => [left, right]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const down = low === high ? () => (top + bottom) / 2 : scaleLinear([low, high], [bottom - 16, top + 16]);
  const y = (value: number) => round(down(value));
  const labels = shown.map(({ label }) => shorten(label, WIDEST_NAME, NAME_SIZE));
  const leftEnds = endsOf(
    shown.map(({ left }) => left),
    labels,
    y,
    frame,
  );
  const rightEnds = endsOf(
    shown.map(({ right }) => right),
    labels,
    y,
    frame,
  );
  const widths = [...leftEnds, ...rightEnds].flatMap(({ name, value }) => [
    textWidth(name, NAME_SIZE),
    textWidth(value, VALUE_SIZE),
  ]);
  const side = Math.max(...widths) + LEAD + 4;
  return {
    ...frame,
    side,
    places: [
      { x: 0, y: 9, dx: -side, anchor: 'start', lines: names[0] ?? [] },
      { x: 100, y: 9, dx: side, anchor: 'end', lines: names[1] ?? [] },
    ],
    lines: shown.map(({ label, tone, left, right }, k) => ({
      tone,
      left: leftEnds[k] as SlopeEnd,
      right: rightEnds[k] as SlopeEnd,
      spoken: { words: `${label}. ${say(places[0], left)}; ${say(places[1], right)}` },
    })),
    notes: notesOfPairs(shown.map(({ left, right }) => [left, right])),
    nothing: '',
  };
}

/** Labels of a side, moved apart as little as possible; what is not known is named at the foot. */
function endsOf(
  quantities: readonly Quantity[],
  names: readonly string[],
  y: (value: number) => number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): SlopeEnd[] {
  const wishes = quantities.map((quantity) => (isDrawn(quantity) ? y(quantity.value) : bottom));
  const middles = spaced(wishes, LABEL, top + LABEL / 2, bottom - LABEL / 2);
  return quantities.map((quantity, k): SlopeEnd => {
    const about = { name: names[k] ?? '', labelY: (middles[k] as number) - 7 };
    if (!isDrawn(quantity)) {
      return { ...about, y: null, interval: null, value: `[${flagOfAbsence(quantity) ?? 'x'}]` };
    }
    const { value, low, high, text } = quantity;
    const interval = low === undefined || high === undefined ? null : { top: y(high), bottom: y(low) };
    return { ...about, y: y(value), interval, value: text };
  });
}
