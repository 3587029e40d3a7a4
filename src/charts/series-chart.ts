/**
 * A metric over time: from the published figure to places on paper.
 *
 * Across, places are per cent of the plot's width, so that the drawing stretches and its text does not;
 * down, they are pixels.
 */
import { area, line, scaleLinear } from 'd3';
import type { Estimate } from '../report/types/estimate.ts';
import type { SeriesFigure } from '../report/types/figure.ts';
import { type Axis, axisNote, axisOf } from './axis.ts';
import { type Drawn, FLAGS, flagOfAbsence, isDrawn, isPartial } from './flags.ts';
import { type PlacedGap, placeGaps } from './gaps.ts';
import type { PlacedText } from './placed-text.ts';
import type { Room } from './room.ts';
import { round } from './round.ts';
import { type PlacedEvent, placeEvents } from './series-events.ts';
import { endLabels, roomForEnd, targetLabel } from './series-labels.ts';
import { acrossOf, completeOf, isLonely, isParted, type SeriesPlace } from './series-place.ts';
import { type Spoken, say, spokenOf } from './spoken.ts';
import { textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';
import { type TimeTick, timeTicks } from './time-axis.ts';

export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
  readonly look: 'solid' | 'low-base' | 'partial';
  /** Narrowest figure in which the marker shows; null where it only appears under the reading aid. */
  readonly room: Room | null;
  readonly spoken: Spoken;
}

export interface SeriesLayout {
  readonly height: number;
  /** Edges of the plotting area, in pixels from the top. */
  readonly top: number;
  readonly bottom: number;
  /** Room for texts beside the plot, in pixels. */
  readonly left: number;
  readonly right: number;
  readonly valueTicks: readonly { readonly y: number; readonly text: string; readonly zero: boolean }[];
  readonly timeTicks: readonly TimeTick[];
  /** Where years begin, in per cent. */
  readonly yearStarts: readonly number[];
  /** Paths in a box of 100 by `height`. Empty where there is nothing to draw. */
  readonly band: string;
  readonly line: string;
  readonly partialLine: string;
  /** Intervals of points that the band cannot show: partial periods and points without neighbours. */
  readonly whiskers: readonly { readonly x: number; readonly top: number; readonly bottom: number }[];
  readonly points: readonly PlacedPoint[];
  readonly gaps: readonly PlacedGap[];
  /** Value of the last complete period. */
  readonly endLabel: PlacedText | null;
  readonly partialLabels: readonly PlacedText[];
  readonly target: (PlacedText & { readonly rule: number }) | null;
  /** `y` is the middle of the text in pixels. */
  readonly events: readonly (PlacedEvent & { readonly y: number })[];
  /** Sentences that stand under the plot. */
  readonly notes: readonly string[];
  /** What stands in an empty plot; empty when there is something to see. */
  readonly nothing: string;
}

const PLOT_HEIGHT = 208;
/** With no figure there is only the axis, with a flag on each period. */
const EMPTY_HEIGHT = 8;
const ROW = 18;
const TICK_SIZE = 12;

/** What a chart that stands among others takes from them. */
export interface SeriesFrame {
  /** Height of the plotting area in pixels. */
  readonly height: number;
  /** Least room for texts beside the plot, in pixels, so that plots lie under each other. */
  readonly left: number;
  readonly right: number;
}

const ALONE: SeriesFrame = { height: PLOT_HEIGHT, left: 0, right: 0 };

/** Places everything of a series figure. Pure: equal figures give equal layouts. */
export function seriesLayout(figure: SeriesFigure, frame: SeriesFrame = ALONE): SeriesLayout {
  const { unit } = figure.metric;
  const drawn = figure.points.filter(isDrawn);
  const axis = axisOf([...drawn.flatMap(extentOf), ...(figure.target === undefined ? [] : [figure.target])], unit);
  const valueTexts = axis.ticks.map((value) => tickText(value, unit, axis.step));
  const beside = drawn.length === 0 ? 0 : Math.max(...valueTexts.map((text) => textWidth(text, TICK_SIZE))) + 10;
  const left = Math.max(beside, frame.left);
  const right = Math.max(roomForEnd(figure), frame.right);
  const across = acrossOf(figure.points.map(({ period }) => period));
  const events = placeEvents(figure.events, across, left + right);
  const top = 16 + ROW * (events.length === 0 ? 0 : 1 + Math.max(...events.map((event) => event.row)));
  const bottom = top + (drawn.length === 0 ? EMPTY_HEIGHT : frame.height);
  const down = scaleLinear([axis.low, axis.high], [bottom, top]);
  const midOf = (estimate: Drawn) => across.at((estimate.period.start + estimate.period.end) / 2);
  const place: SeriesPlace = { figure, axis, across, beside: left + right, x: midOf, y: (value) => round(down(value)) };
  const ticks = timeTicks(
    figure.points.map(({ period }) => ({ period, x: across.at((period.start + period.end) / 2) })),
    left + right,
  );
  return {
    height: bottom + 14 + ROW * (ticks.some((tick) => tick.row === 1) ? 2 : 1),
    top,
    bottom,
    left,
    right,
    valueTicks:
      drawn.length === 0
        ? []
        : axis.ticks.map((value, k) => ({ y: Math.round(down(value)), text: valueTexts[k] ?? '', zero: value === 0 })),
    timeTicks: ticks,
    yearStarts: figure.points.flatMap(({ period }, k) =>
      k > 0 && /-(Q1|01)$/.test(period.code) ? [across.at(period.start)] : [],
    ),
    ...pathsOf(place),
    points: pointsOf(place, drawn),
    gaps: placeGaps(figure.points, across, left + right, (point) => spokenAt(figure, point)),
    ...endLabels(place),
    target: targetLabel(place),
    events: events.map((event) => ({ ...event, y: 10 + ROW * event.row })),
    notes: drawn.length === 0 ? [] : notesOf(figure, axis, drawn),
    nothing: nothingOf(figure, drawn),
  };
}

function extentOf({ value, low, high }: Drawn): number[] {
  return [value, low ?? value, high ?? value];
}

function pathsOf({ figure, x, y }: SeriesPlace): Pick<SeriesLayout, 'band' | 'line' | 'partialLine' | 'whiskers'> {
  const complete = completeOf(figure).flatMap((point, k) => (isParted(figure, k) ? [null, point] : [point]));
  const lineOf = line<Drawn | null>()
    .defined((point) => point !== null)
    .x((point) => (point === null ? 0 : x(point)))
    .y((point) => (point === null ? 0 : y(point.value)))
    .digits(1);
  const bandOf = area<Drawn | null>()
    .defined((point) => point?.low !== undefined && point.high !== undefined)
    .x((point) => (point === null ? 0 : x(point)))
    .y0((point) => y(point?.low ?? 0))
    .y1((point) => y(point?.high ?? 0))
    .digits(1);
  const linked = figure.points.flatMap((point, k) => {
    const previous = figure.points[k - 1];
    if (previous === undefined || !isDrawn(previous) || !isDrawn(point) || isParted(figure, k)) return [];
    return isPartial(previous) || isPartial(point) ? [lineOf([previous, point]) ?? ''] : [];
  });
  const lonely = figure.points.filter((_, k) => isLonely(figure, k)).filter(isDrawn);
  return {
    band: bandOf(complete) ?? '',
    line: lineOf(complete) ?? '',
    partialLine: linked.join(''),
    whiskers: lonely.flatMap((point) =>
      point.low === undefined || point.high === undefined
        ? []
        : [{ x: x(point), top: y(point.high), bottom: y(point.low) }],
    ),
  };
}

function pointsOf({ figure, x, y }: SeriesPlace, drawn: readonly Drawn[]): PlacedPoint[] {
  const crowd: Room | null = drawn.length <= 16 ? 0 : drawn.length <= 36 ? 720 : null;
  const last = completeOf(figure).findLastIndex((point) => point !== null);
  return figure.points.flatMap((point, k) => {
    if (!isDrawn(point)) return [];
    const look = isPartial(point) ? 'partial' : point.status === 'low_base' ? 'low-base' : 'solid';
    const stands = look !== 'solid' || k === last || isLonely(figure, k);
    return [{ x: x(point), y: y(point.value), look, room: stands ? 0 : crowd, spoken: spokenAt(figure, point) }];
  });
}

function spokenAt({ table }: SeriesFigure, point: Estimate): Spoken {
  return spokenOf(table, point.period.label, say(point.period.label, point));
}

function notesOf(figure: SeriesFigure, axis: Axis, drawn: readonly Drawn[]): string[] {
  const flags = figure.points.map(flagOfAbsence);
  return [
    axisNote(axis, figure.metric.unit),
    drawn.some(isPartial) ? 'Broken outline: a period that is not complete.' : '',
    drawn.some((point) => point.status === 'low_base' && !isPartial(point)) ? 'Hollow: low base, read with care.' : '',
    ...['c', 'x', 'z'].map((flag) => (flags.includes(flag) ? `[${flag}] ${FLAGS[flag]}.` : '')),
  ].filter((note) => note !== '');
}

function nothingOf({ points }: SeriesFigure, drawn: readonly Drawn[]): string {
  if (drawn.length > 0) return '';
  if (points.some((point) => point.status === 'suppressed'))
    return 'Too few cases in every period to publish a figure.';
  return 'There are no data to show.';
}
