/**
 * Two numbers a point with both their intervals, named at the point.
 */
import { scaleLinear } from 'd3';
import type { ScatterFigure } from '../report/types/analysis-figure.ts';
import { type Axis, axisNote, axisOf } from './axis.ts';
import { isDrawn, wordsOfAbsence } from './flags.ts';
import { type Room, roomByRank } from './room.ts';
import { round } from './round.ts';
import { type Seated, seatLabels, seatsAround } from './seats.ts';
import { type Spoken, say, spokenOf } from './spoken.ts';
import { textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';

type Point = ScatterFigure['points'][number];
type DrawnPoint = Point & { readonly across: { readonly value: number }; readonly up: { readonly value: number } };

export interface ScatterLayout {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly acrossTicks: readonly { readonly x: number; readonly text: string; readonly room: Room }[];
  readonly upTicks: readonly { readonly y: number; readonly text: string }[];
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly strong: boolean;
    readonly look: 'solid' | 'low-base';
    /** Ends of the interval across in per cent and of the one upwards in pixels; null where there is none. */
    readonly reachAcross: readonly [number, number] | null;
    readonly reachUp: readonly [number, number] | null;
    readonly spoken: Spoken;
  }[];
  readonly labels: readonly (Seated & { readonly strong: boolean })[];
  readonly notes: readonly string[];
  readonly nothing: string;
}

const TOP = 20;
const PLOT_HEIGHT = 300;
const RIGHT = 18;
const SIZE = 12;
const LABEL_SIZE = 13;

/** Places everything of a scatter figure. Pure: equal figures give equal layouts. */
export function scatterLayout(figure: ScatterFigure): ScatterLayout {
  const [acrossUnit, upUnit] = figure.units;
  const drawn = figure.points.filter(isPlaced);
  const bottom = TOP + PLOT_HEIGHT;
  if (drawn.length === 0) return { ...EMPTY, bottom, nothing: 'Too few customers to publish a figure.' };
  const acrossAxis = axisOf(
    drawn.flatMap(({ across }) => extentOf(across)),
    acrossUnit,
  );
  const upAxis = axisOf(
    drawn.flatMap(({ up }) => extentOf(up)),
    upUnit,
  );
  const upTexts = upAxis.ticks.map((value) => tickText(value, upUnit, upAxis.step));
  const left = Math.max(...upTexts.map((text) => textWidth(text, SIZE))) + 10;
  const across = scaleLinear([acrossAxis.low, acrossAxis.high], [0, 100]);
  const down = scaleLinear([upAxis.low, upAxis.high], [bottom, TOP]);
  const points = drawn.map((point) => ({
    x: round(across(point.across.value)),
    y: round(down(point.up.value)),
    strong: point.strong,
    look: point.up.status === 'low_base' ? ('low-base' as const) : ('solid' as const),
    reachAcross: endsOf(point.across, (value) => round(across(value))),
    reachUp: endsOf(point.up, (value) => round(down(value))),
    spoken: spokenOf(
      figure.table,
      point.label,
      say(point.label, point.up, [`${figure.names[0]} ${point.across.text}`]),
    ),
  }));
  return {
    height: bottom + 46,
    top: TOP,
    bottom,
    left,
    right: RIGHT,
    acrossTicks: ticksOf(acrossAxis, (value) => round(across(value)), acrossUnit, left + RIGHT),
    upTicks: upAxis.ticks.map((value, k) => ({ y: Math.round(down(value)), text: upTexts[k] ?? '' })),
    points,
    labels: labelsOf(drawn, points, { bottom, beside: left + RIGHT }),
    notes: [
      'Lines: 95% intervals.',
      axisNote(upAxis, upUnit),
      ...figure.points
        .filter((point) => !isPlaced(point))
        .map(({ label, across: one, up }) => `${label}: ${wordsOfAbsence(isDrawn(one) ? up : one)}.`),
    ].filter((note) => note !== ''),
    nothing: '',
  };
}

const EMPTY = {
  height: 0,
  top: TOP,
  left: 0,
  right: 0,
  acrossTicks: [],
  upTicks: [],
  points: [],
  labels: [],
  notes: [],
};

function isPlaced(point: Point): point is DrawnPoint {
  return isDrawn(point.across) && isDrawn(point.up);
}

function extentOf({ value, low, high }: { value: number; low?: number; high?: number }): number[] {
  return [value, low ?? value, high ?? value];
}

function endsOf(
  { low, high }: { readonly low?: number; readonly high?: number },
  place: (value: number) => number,
): readonly [number, number] | null {
  return low === undefined || high === undefined ? null : [place(low), place(high)];
}

function ticksOf(
  axis: Axis,
  place: (value: number) => number,
  unit: ScatterFigure['units'][0],
  beside: number,
): ScatterLayout['acrossTicks'] {
  const labels = axis.ticks.map((value, k) => {
    const text = tickText(value, unit, axis.step);
    return { x: place(value), text, rank: k % 2, width: textWidth(text, SIZE), anchor: 'middle' as const };
  });
  const rooms = roomByRank(labels, beside);
  return labels.flatMap(({ x, text }, k) => {
    const room = rooms[k];
    return room === null || room === undefined ? [] : [{ x, text, room }];
  });
}

/** What the headline names first, then what lies highest. */
function labelsOf(
  drawn: readonly DrawnPoint[],
  places: ScatterLayout['points'],
  { bottom, beside }: { readonly bottom: number; readonly beside: number },
): ScatterLayout['labels'] {
  const wishes = drawn
    .map((point, k) => ({ point, place: places[k] as ScatterLayout['points'][number] }))
    .sort((a, b) => Number(b.point.strong) - Number(a.point.strong) || a.place.y - b.place.y);
  const seated = seatLabels(
    wishes.map(({ point, place }) => seatsAround(place.x, place.y, [point.label], 10, 16)),
    { size: LABEL_SIZE, beside, top: TOP - 12, bottom: bottom - 2, over: [0, 0], marks: places, reach: 6 },
  );
  return seated.flatMap((one, k) => (one === null ? [] : [{ ...one, strong: wishes[k]?.point.strong ?? false }]));
}
