/**
 * Several series over a few ordered levels: points with intervals, joined by lines, each named at its end, and a curve
 * that is no measurement to read them against.
 */
import { scaleLinear } from 'd3';
import type { LevelsFigure } from '../report/types/contrast-figure.ts';
import { axisNote, axisOf } from './axis.ts';
import { extentOf } from './dot-rows.ts';
import { flagOfAbsence, isDrawn, notesOfAbsence, wordsOfNothing } from './flags.ts';
import { type Room, roomOfEach } from './room.ts';
import { round } from './round.ts';
import { signedAxis } from './signed-axis.ts';
import { spaced } from './spaced.ts';
import { type Spoken, say } from './spoken.ts';
import { textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';
import { fitted } from './two-lines.ts';

export interface PlacedLevel {
  readonly x: number;
  readonly y: number;
  readonly interval: { readonly top: number; readonly bottom: number } | null;
  readonly look: 'solid' | 'low-base';
  readonly spoken: Spoken;
}

export interface PlacedLine {
  /** Place among the series, which decides how its line is broken; null for the reference. */
  readonly index: number | null;
  /** In a box of 100 by the plot's height; empty where no two neighbours are known. */
  readonly path: string;
  readonly band: string;
  readonly points: readonly PlacedLevel[];
  /** The last number and, under it, the name in one or two lines; null for a series without a point. */
  readonly label: { readonly y: number; readonly lines: readonly string[]; readonly value: string } | null;
}

export interface LevelsLayout {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly valueTicks: readonly { readonly y: number; readonly text: string; readonly zero: boolean }[];
  /** On one line where all fit in every figure, else on two in turn; `y` in pixels under the plot. */
  readonly levels: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly room: Room | null;
  }[];
  readonly axisTitle: string;
  /** Series first, the reference last. */
  readonly lines: readonly PlacedLine[];
  /** Points that are not there, marked over the axis. */
  readonly flags: readonly {
    readonly x: number;
    readonly text: string;
    readonly room: Room | null;
    readonly spoken: Spoken;
  }[];
  readonly notes: readonly string[];
  readonly nothing: string;
}

const TOP = 12;
const PLOT_HEIGHT = 240;
const SIZE = 12;
const LINE = 15;
const WIDEST_LABEL = 100;
/** From the plot's edge to a label: a sample of the series' line stands between. */
export const SAMPLE = 24;
/** Per cent of the distance between levels by which series stand apart. */
const APART = 9;

/** Places everything of a figure of levels; series keep their order. */
export function levelsLayout(figure: LevelsFigure): LevelsLayout {
  const { unit, levels, series, reference } = figure;
  const bottom = TOP + PLOT_HEIGHT;
  const frame = { height: bottom + 48, top: TOP, bottom };
  const quantities = series.flatMap((one) => one.quantities);
  if (!quantities.some(isDrawn)) return { ...EMPTY, ...frame, nothing: wordsOfNothing(quantities) };
  const values = [...extentOf(quantities), ...(reference?.values ?? []).filter((value) => value !== null)];
  const axis = values.some((value) => value < 0) ? signedAxis(values, unit) : axisOf(values, unit);
  const down = scaleLinear([axis.low, axis.high], [bottom, TOP]).clamp(true);
  const y = (value: number) => round(down(value));
  const step = 100 / levels.length;
  const x = (k: number, apart = 0) => round((k + 0.5) * step + (apart * step) / 100);
  const tickTexts = axis.ticks.map((value) => tickText(value, unit, axis.step));
  const left = Math.max(...tickTexts.map((text) => textWidth(text, SIZE))) + 12;
  const bare = series.map(({ label, quantities: own }, index): Omit<PlacedLine, 'label'> & { end: End | null } => {
    const at = (k: number) => x(k, (index - (series.length - 1) / 2) * APART);
    const points = own.map((quantity, k) => {
      if (!isDrawn(quantity)) return null;
      const { value, low, high, status } = quantity;
      const interval = low === undefined || high === undefined ? null : { top: y(high), bottom: y(low) };
      const spoken = { words: say(`${label}, ${levels[k] ?? ''}`, quantity) };
      return { x: at(k), y: y(value), interval, look: status === 'low_base' ? 'low-base' : 'solid', spoken } as const;
    });
    const last = own.findLast(isDrawn);
    const end = own.at(-1) ?? NOTHING;
    return {
      index,
      path: pathOf(points),
      band: figure.intervals === 'ribbon' ? bandOf(points) : '',
      points: points.filter((point) => point !== null),
      // A number from an earlier level is none of the end.
      end:
        last === undefined
          ? null
          : { label, value: isDrawn(end) ? end.text : `[${flagOfAbsence(end)}]`, y: y(last.value) },
    };
  });
  const curve = referenceOf(figure, x, y);
  const all = curve === null ? bare : [...bare, curve];
  const { lines, right } = labelled(all, bottom);
  const ticks = levelTicks(levels, x, left + right);
  return {
    ...frame,
    height: bottom + 31 + Math.max(...ticks.map((tick) => tick.y)),
    left,
    right,
    valueTicks: axis.ticks.map((value, k) => ({ y: y(value), text: tickTexts[k] ?? '', zero: value === 0 })),
    levels: ticks,
    axisTitle: figure.axis,
    lines,
    flags: flagsOf(figure, x, left + right),
    notes: notesOf(figure, axisNote(axis, unit)),
    nothing: '',
  };
}

interface End {
  readonly label: string;
  readonly value: string;
  readonly y: number;
}

type Point = { readonly x: number; readonly y: number; readonly interval: PlacedLevel['interval'] } | null;

/** A line through neighbours that are known; a missing point breaks it. */
function pathOf(points: readonly Point[]): string {
  return points.map((point, k) => (point === null ? '' : `${points[k - 1] ? 'L' : 'M'}${point.x},${point.y}`)).join('');
}

/** Along each stretch of known points, over the upper ends and back under the lower ones. */
function bandOf(points: readonly Point[]): string {
  const stretches: { x: number; top: number; bottom: number }[][] = [[]];
  for (const point of points) {
    if (point?.interval) stretches.at(-1)?.push({ x: point.x, ...point.interval });
    else stretches.push([]);
  }
  return stretches
    .filter((stretch) => stretch.length > 1)
    .map((stretch) => {
      const there = stretch.map(({ x, top }) => `${x},${top}`);
      const back = stretch.toReversed().map(({ x, bottom }) => `${x},${bottom}`);
      return `M${[...there, ...back].join('L')}Z`;
    })
    .join('');
}

function referenceOf(
  { reference, unit }: LevelsFigure,
  x: (k: number) => number,
  y: (value: number) => number,
): (Omit<PlacedLine, 'label'> & { end: End | null }) | null {
  if (reference === null) return null;
  const points = reference.values.map((value, k) => (value === null ? null : { x: x(k), y: y(value), interval: null }));
  const last = reference.values.findLast((value) => value !== null);
  const value = last === undefined ? '' : tickText(last, unit, 0.01);
  const end = last === undefined ? null : { label: reference.label, value, y: y(last) };
  return { index: null, path: pathOf(points), band: '', points: [], end };
}

/** Names at the ends of the lines, moved apart as little as possible. */
function labelled(
  lines: readonly (Omit<PlacedLine, 'label'> & { readonly end: End | null })[],
  bottom: number,
): { readonly lines: PlacedLine[]; readonly right: number } {
  const named = lines.map(({ end }) => {
    if (end === null) return null;
    const words = fitted(end.label, WIDEST_LABEL, SIZE);
    return { ...end, words, height: (words.length + 1) * LINE };
  });
  const shown = named.filter((one) => one !== null);
  const gap = Math.max(...shown.map(({ height }) => height)) + 4;
  const places = spaced(
    shown.map(({ y }) => y),
    gap,
    TOP,
    bottom + 40 - gap,
  );
  const widths = shown.flatMap(({ words, value }) => [
    ...words.map((word) => textWidth(word, SIZE)),
    textWidth(value, 14),
  ]);
  return {
    right: Math.max(...widths) + SAMPLE + 10,
    lines: lines.map(({ end: _, ...line }, k) => {
      const one = named[k] ?? null;
      if (one === null) return { ...line, label: null };
      return { ...line, label: { y: places[shown.indexOf(one)] as number, lines: one.words, value: one.value } };
    }),
  };
}

function levelTicks(levels: readonly string[], x: (k: number) => number, beside: number): LevelsLayout['levels'] {
  const labels = levels.map((text, k) => ({ x: x(k), text, width: textWidth(text, SIZE), anchor: 'middle' as const }));
  const inOneLine = roomOfEach(labels, beside).every((room) => room === 0);
  const lines = inOneLine ? [labels] : [0, 1].map((line) => labels.filter((_, k) => k % 2 === line));
  return lines.flatMap((line, k) => {
    const rooms = roomOfEach(line, beside);
    return line.map(({ x: at, text }, j) => ({ x: at, y: 17 + k * LINE, text, room: rooms[j] ?? null }));
  });
}

function flagsOf({ levels, series }: LevelsFigure, x: (k: number) => number, beside: number): LevelsLayout['flags'] {
  const flags = levels.flatMap((level, k) => {
    const absent = series.filter(({ quantities }) => !isDrawn(quantities[k] ?? NOTHING));
    const flag = absent.map(({ quantities }) => flagOfAbsence(quantities[k] ?? NOTHING))[0];
    if (flag === undefined || flag === null) return [];
    const words = `${level}. ${absent.map(({ label, quantities }) => say(label, quantities[k] ?? NOTHING)).join('; ')}`;
    return [{ x: x(k), text: `[${flag}]`, spoken: { words } }];
  });
  const rooms = roomOfEach(
    flags.map((flag) => ({ x: flag.x, width: textWidth(flag.text, SIZE), anchor: 'middle' })),
    beside,
  );
  return flags.map((flag, k) => ({ ...flag, room: rooms[k] ?? null }));
}

const NOTHING = { status: 'no_data', text: '', range: '', base: '' } as const;

const EMPTY = {
  left: 0,
  right: 0,
  valueTicks: [],
  levels: [],
  axisTitle: '',
  lines: [],
  flags: [],
  notes: [],
};

function notesOf({ series }: LevelsFigure, axis: string): string[] {
  const quantities = series.flatMap((one) => one.quantities);
  return [
    axis,
    quantities.some(({ status }) => status === 'low_base') ? 'Hollow: low base, read with care.' : '',
    ...notesOfAbsence(quantities),
  ].filter((note) => note !== '');
}
