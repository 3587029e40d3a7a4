/**
 * Groups by size against the limits within which chance alone would scatter them. Nothing is ranked: only groups
 * beyond the limits stand out.
 */
import { line, scaleLinear } from 'd3';
import type { FunnelFigure } from '../report/types/analysis-figure.ts';
import { axisNote, axisOf } from './axis.ts';
import { partsOfBase } from './base-text.ts';
import { isDrawn, wordsOfAbsence } from './flags.ts';
import { round } from './round.ts';
import { type Seated, seatLabels, seatsAround } from './seats.ts';
import { type SizeAxis, sizeAxis } from './size-axis.ts';
import { spaced } from './spaced.ts';
import { type Spoken, say } from './spoken.ts';
import { textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';

type Point = FunnelFigure['points'][number];
type Beyond = Point['beyond'];

export interface FunnelLayout {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly valueTicks: readonly { readonly y: number; readonly text: string }[];
  readonly sizeTicks: SizeAxis['ticks'];
  readonly sizeTitle: string;
  /** Paths in a box of 100 by `height`; they may run out of the plot, which cuts them. */
  readonly inner: string;
  readonly outer: string;
  readonly centre: number | null;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly look: 'solid' | 'low-base';
    readonly beyond: Beyond;
    readonly spoken: Spoken;
  }[];
  /** Names of the groups beyond the limits and, where there is room, of others. */
  readonly labels: readonly (Seated & { readonly beyond: Beyond })[];
  readonly endLabels: readonly { readonly y: number; readonly text: string; readonly strong: boolean }[];
  /** Groups that may not be shown, with the reason. */
  readonly notes: readonly string[];
  readonly nothing: string;
}

const TOP = 16;
const PLOT_HEIGHT = 300;
const SIZE = 12;
const LABEL_SIZE = 13;

/** Places everything of a funnel figure. */
export function funnelLayout(figure: FunnelFigure): FunnelLayout {
  const { unit, limits } = figure;
  const drawn = figure.points.flatMap(({ label, estimate, beyond }) =>
    isDrawn(estimate) && estimate.n !== undefined ? [{ label, estimate, beyond, n: estimate.n }] : [],
  );
  const bottom = TOP + PLOT_HEIGHT;
  if (drawn.length === 0) return { ...EMPTY, height: 0, top: TOP, bottom, nothing: nothingOf(figure) };
  const axis = axisOf(
    [...drawn.map(({ estimate }) => estimate.value), ...limits.flatMap(({ low95, high95 }) => [low95, high95])],
    unit,
  );
  const texts = axis.ticks.map((value) => tickText(value, unit, axis.step));
  const left = Math.max(...texts.map((text) => textWidth(text, SIZE))) + 10;
  const right = Math.max(...['overall', figure.centreText].map((text) => textWidth(text, LABEL_SIZE))) + 10;
  const across = sizeAxis([...drawn.map(({ n }) => n), ...limits.map(({ n }) => n)], left + right);
  const down = scaleLinear([axis.low, axis.high], [bottom, TOP]);
  const y = (value: number) => round(down(value));
  const curve = (edge: Exclude<keyof FunnelFigure['limits'][number], 'n'>) =>
    line<FunnelFigure['limits'][number]>()
      .x(({ n }) => across.at(n))
      .y((limit) => y(limit[edge]))
      .digits(1)(limits) ?? '';
  const points = drawn.map(({ label, estimate, beyond, n }) => ({
    x: across.at(n),
    y: y(estimate.value),
    look: estimate.status === 'low_base' ? ('low-base' as const) : ('solid' as const),
    beyond,
    spoken: { words: say(label, estimate, [beyond === null ? 'within the limits' : `beyond the ${beyond}% limits`]) },
  }));
  const noun = partsOfBase(drawn[0]?.estimate.base ?? '')?.noun;
  return {
    height: bottom + 46,
    top: TOP,
    bottom,
    left,
    right,
    valueTicks: axis.ticks.map((value, k) => ({ y: Math.round(y(value)), text: texts[k] ?? '' })),
    sizeTicks: across.ticks,
    sizeTitle: `${noun === undefined ? 'n' : `n (${noun})`}${across.log ? ', log scale' : ''}`,
    inner: curve('low95') + curve('high95'),
    outer: curve('low998') + curve('high998'),
    centre: y(figure.centre),
    points,
    labels: labelsOf(drawn, points, { top: TOP, bottom, beside: left + right }),
    endLabels: endLabelsOf(figure, y, bottom),
    notes: notesOf(figure, axisNote(axis, unit)),
    nothing: '',
  };
}

const EMPTY = {
  left: 0,
  right: 0,
  valueTicks: [],
  sizeTicks: [],
  sizeTitle: '',
  inner: '',
  outer: '',
  centre: null,
  points: [],
  labels: [],
  endLabels: [],
  notes: [],
};

const IMPORTANCE: readonly Beyond[] = ['99.8', '95', null];

/** The groups beyond the limits first, then the larger ones. */
function labelsOf(
  drawn: readonly (Point & { readonly n: number })[],
  places: FunnelLayout['points'],
  { top, bottom, beside }: { readonly top: number; readonly bottom: number; readonly beside: number },
): FunnelLayout['labels'] {
  const wishes = drawn
    .map(({ label, beyond, n }, k) => ({ label, beyond, n, place: places[k] as FunnelLayout['points'][number] }))
    .sort((a, b) => IMPORTANCE.indexOf(a.beyond) - IMPORTANCE.indexOf(b.beyond) || b.n - a.n);
  const seated = seatLabels(
    wishes.map(({ label, beyond, place }) => seatsAround(place.x, place.y, [label], beyond === null ? 8 : 13, 16)),
    {
      size: LABEL_SIZE,
      beside,
      top,
      bottom: bottom - 2,
      over: [0, 0],
      marks: places,
      reach: 6,
    },
  );
  return seated.flatMap((one, k) => (one === null ? [] : [{ ...one, beyond: wishes[k]?.beyond ?? null }]));
}

/** The limits by their names above, the centre in the middle, apart from each other where the funnel is narrow. */
function endLabelsOf(
  { limits, centre, centreText }: FunnelFigure,
  y: (value: number) => number,
  bottom: number,
): FunnelLayout['endLabels'] {
  const last = limits.at(-1);
  const middle = y(centre);
  const inner = Math.min(last === undefined ? middle : y(last.high95), middle - 8);
  const limitTexts =
    last === undefined
      ? []
      : [
          { wish: Math.min(y(last.high998), inner), text: '99.8%', strong: false },
          { wish: inner, text: '95%', strong: false },
        ];
  const texts = [
    ...limitTexts,
    { wish: middle - 8, text: 'overall', strong: false },
    { wish: middle + 8, text: centreText, strong: true },
  ];
  const places = spaced(
    texts.map(({ wish }) => wish),
    15,
    TOP,
    bottom - 4,
  );
  return texts.map(({ text, strong }, k) => ({ y: places[k] as number, text, strong }));
}

function notesOf({ points }: FunnelFigure, axis: string): string[] {
  const drawn = points.filter(({ estimate }) => isDrawn(estimate));
  const has = (beyond: Beyond) => drawn.some((point) => point.beyond === beyond);
  return [
    'Dashed: 95% limits; solid: 99.8% limits.',
    has('95') ? 'Ringed: beyond the 95% limits.' : '',
    has('99.8') ? 'Ringed twice: beyond the 99.8% limits.' : '',
    axis,
    drawn.some(({ estimate }) => estimate.status === 'low_base') ? 'Hollow: low base, read with care.' : '',
    ...absentNotes(points),
  ].filter((note) => note !== '');
}

/** Groups without a dot by the reason why: `[c] too few to publish: Letter, Fax.` */
function absentNotes(points: readonly Point[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { label, estimate } of points) {
    if (isDrawn(estimate)) continue;
    const reason = wordsOfAbsence(estimate);
    byReason.set(reason, [...(byReason.get(reason) ?? []), label]);
  }
  return [...byReason].map(([reason, names]) => `${reason}: ${names.join(', ')}.`);
}

function nothingOf({ points }: FunnelFigure): string {
  return points.length === 0 ? 'There are no groups to show.' : 'Too few cases in every group to publish a figure.';
}
