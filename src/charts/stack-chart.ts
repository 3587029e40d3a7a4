/**
 * Parts of a whole as stacked bars: each part is told by how it is filled and, where there is room, by its name above.
 */
import { scaleLinear } from 'd3';
import type { PartRole, StackFigure } from '../report/types/contrast-figure.ts';
import { axisOf } from './axis.ts';
import { type BarWidths, barWidths, namesOverBar, roomInBar } from './bar-room.ts';
import { baseColumn } from './base-text.ts';
import { FLAGS, flagOfAbsence, isDrawn, wordsOfAbsence } from './flags.ts';
import type { Room } from './room.ts';
import { round } from './round.ts';
import { NO_ROW_AXIS, type RowAxis, rowAxisOf } from './row-axis.ts';
import { signedAxis } from './signed-axis.ts';
import type { Spoken } from './spoken.ts';

export interface PlacedPartOfBar {
  /** Per cent of the plot's width. */
  readonly x: number;
  readonly width: number;
  readonly role: PartRole;
  readonly name: string;
  readonly text: string;
  /** Narrowest figure in which the text fits into the part; null when it never does. */
  readonly room: Room | null;
}

export interface PlacedStack {
  readonly label: string;
  /** Empty for a bar that is not published, which says `words` instead. Parts of nothing are left out. */
  readonly parts: readonly PlacedPartOfBar[];
  /** From the first part's begin to the last one's end. */
  readonly extent: { readonly x: number; readonly width: number };
  readonly end: string;
  readonly words: string;
  readonly spoken: Spoken;
}

export interface StackLayout extends RowAxis {
  /** Names of the parts above the first bar, in place of the key, from `namesRoom` on. */
  readonly names: ReturnType<typeof namesOverBar>['names'];
  readonly namesRoom: Room | null;
  readonly bars: readonly PlacedStack[];
  readonly endHeading: string;
  readonly nothing: string;
}

type Bar = StackFigure['bars'][number];

/** What a plot with an axis leaves on both sides for half a tick. */
const AXIS_MARGIN = 40;

/** Places everything of a figure of stacked bars; bars and parts stay in their order. */
export function stackLayout(figure: StackFigure): StackLayout {
  const { unit, length } = figure;
  const drawn = figure.bars.filter(isShown);
  const axis = axisFor(figure, drawn);
  const across = scaleLinear([axis.low, axis.high], [0, 100]);
  const ends = baseColumn(figure.bars.map((bar) => (isShown(bar) ? bar.end : '')));
  const widths = barWidths(
    figure.bars.map(({ label }) => label),
    [ends.heading, ...ends.cells],
  );
  const barWidth = length === 'whole' ? widths : narrower(widths);
  const bars = figure.bars.map((bar, k): PlacedStack => {
    const told = figure.parts.map(({ label }, j) => `${label} ${bar.quantities[j]?.text ?? ''}`).join(', ');
    const placed = { label: bar.label, end: ends.cells[k] ?? '' };
    if (!isShown(bar)) {
      const absent = bar.quantities.find((one) => !isDrawn(one)) ?? { status: 'no_data' as const };
      const words = wordsOfAbsence(absent);
      const spoken = { words: `${bar.label}: ${FLAGS[flagOfAbsence(absent) ?? 'x']}` };
      return { ...placed, parts: [], extent: { x: 0, width: 0 }, words, spoken };
    }
    const parts = placeParts(figure, bar, (value) => round(across(value)), barWidth);
    const [first, last] = [Math.min(...parts.map(({ x }) => x)), Math.max(...parts.map(({ x, width }) => x + width))];
    const extent = parts.length === 0 ? { x: 0, width: 0 } : { x: first, width: round(last - first) };
    const spoken = { words: [`${bar.label}: ${told}`, bar.end].filter((text) => text !== '').join(', ') };
    return { ...placed, parts, extent, words: '', spoken };
  });
  return {
    ...(length === 'whole' || drawn.length === 0
      ? NO_ROW_AXIS
      : rowAxisOf(axis, unit, (value) => round(across(value)))),
    ...namesOf(figure, bars[0], barWidth),
    bars,
    endHeading: ends.heading,
    nothing: bars.length === 0 ? 'There is nothing to show.' : '',
  };
}

/** Parts of a bar are known all or not at all: one that is missing could be worked out from the others. */
function isShown({ quantities }: Bar): boolean {
  return quantities.length > 0 && quantities.every(isDrawn);
}

function valuesOf({ quantities }: Bar): number[] {
  return quantities.filter(isDrawn).map(({ value }) => value);
}

/** Of wholes the axis is the whole itself; other bars reach as far to both sides as the longest. */
function axisFor({ unit, length }: StackFigure, drawn: readonly Bar[]): ReturnType<typeof axisOf> {
  if (length === 'whole') return { low: 0, high: 1, step: 1, ticks: [] };
  const sums = drawn.flatMap((bar) => [sumOf(valuesOf(bar), 1), sumOf(valuesOf(bar), -1)]);
  return sums.some((sum) => sum < 0) ? signedAxis(sums, unit) : axisOf([0, ...sums], unit);
}

function sumOf(values: readonly number[], sign: 1 | -1): number {
  return values.reduce((sum, value) => sum + (value * sign > 0 ? value : 0), 0);
}

/** Parts above zero lie one after the other to its right, those below to its left. */
function placeParts(
  { parts, length }: StackFigure,
  bar: Bar,
  x: (value: number) => number,
  barWidth: BarWidths,
): PlacedPartOfBar[] {
  const whole = length === 'whole' ? sumOf(valuesOf(bar), 1) || 1 : 1;
  let [above, below] = [0, 0];
  return bar.quantities.flatMap((quantity, k): PlacedPartOfBar[] => {
    const part = parts[k];
    const value = (quantity.value ?? 0) / whole;
    if (part === undefined || value === 0) return [];
    const from = value > 0 ? above : below + value;
    if (value > 0) above += value;
    else below += value;
    const [start, end] = [x(from), x(from + Math.abs(value))];
    const width = round(end - start);
    const room = roomInBar(quantity.text, width / 100, barWidth);
    return [{ x: start, width, role: part.role, name: part.label, text: quantity.text, room }];
  });
}

/** Over the first bar, if it has every part, from left to right. */
function namesOf(
  { parts }: StackFigure,
  first: PlacedStack | undefined,
  barWidth: BarWidths,
): Pick<StackLayout, 'names' | 'namesRoom'> {
  const placed = first?.parts ?? [];
  const inOrder = placed.every(({ x }, k) => k === 0 || x >= (placed[k - 1]?.x ?? 0));
  if (placed.length < parts.length || !inOrder) return { names: [], namesRoom: null };
  return namesOverBar(placed, barWidth);
}

function narrower(widths: BarWidths): BarWidths {
  return { 0: widths[0] - AXIS_MARGIN, 480: widths[480] - AXIS_MARGIN, 720: widths[720] - AXIS_MARGIN };
}
