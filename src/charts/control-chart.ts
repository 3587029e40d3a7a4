/**
 * A metric over time between the limits of what chance alone does: the band of the limits steps with each period's
 * base, points outside it are ringed and named, points of a run on one side of the centre are underlined.
 */
import { line, scaleLinear } from 'd3';
import type { ControlFigure } from '../report/types/analysis-figure.ts';
import type { Estimate } from '../report/types/estimate.ts';
import { type Axis, axisNote, axisOf } from './axis.ts';
import {
  changeOf,
  type EndLabel,
  endLabelsOf,
  type PlacedChange,
  pointLabels,
  type Stretch,
} from './control-labels.ts';
import { type Drawn, FLAGS, flagOfAbsence, isDrawn, isPartial } from './flags.ts';
import { type PlacedGap, placeGaps } from './gaps.ts';
import type { Room } from './room.ts';
import { round } from './round.ts';
import type { Seated } from './seats.ts';
import { type PlacedEvent, placeEvents } from './series-events.ts';
import { acrossOf } from './series-place.ts';
import { type Spoken, say } from './spoken.ts';
import { textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';
import { type TimeTick, timeTicks } from './time-axis.ts';

type Point = ControlFigure['points'][number];

export interface ControlPoint {
  readonly x: number;
  readonly y: number;
  readonly look: 'solid' | 'low-base' | 'partial';
  readonly signal: Point['signal'];
  /** Pixels from the point to its underline, away from the centre. */
  readonly under: number;
  /** Narrowest figure in which the marker shows; null where it only appears under the reading aid. */
  readonly room: Room | null;
  readonly spoken: Spoken;
}

export interface ControlLayout {
  readonly height: number;
  /** Edges of the plotting area, in pixels from the top. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly valueTicks: readonly { readonly y: number; readonly text: string; readonly zero: boolean }[];
  readonly timeTicks: readonly TimeTick[];
  readonly yearStarts: readonly number[];
  /** Paths in a box of 100 by `height`: the area between the limits, their two edges, the line and its partial end. */
  readonly band: string;
  readonly edges: string;
  readonly line: string;
  readonly partialLine: string;
  /** Pixels from the top; null where nothing is drawn. */
  readonly centre: number | null;
  readonly points: readonly ControlPoint[];
  readonly gaps: readonly PlacedGap[];
  /** Value and period of the points outside the limits, where there is a seat for them. */
  readonly labels: readonly Seated[];
  readonly endLabels: readonly EndLabel[];
  /** Where centre and limits come from, under the axis. */
  readonly baseline: (Stretch & { readonly y: number; readonly text: string }) | null;
  readonly change: PlacedChange | null;
  readonly events: readonly (PlacedEvent & { readonly y: number })[];
  readonly notes: readonly string[];
  readonly nothing: string;
}

const PLOT_HEIGHT = 224;
/** What a label beyond an outlying point takes, as a part of the extent of all values. */
const LABEL_SHARE = 0.3;
const EMPTY_HEIGHT = 8;
const ROW = 18;
const SIZE = 12;
const LABEL_SIZE = 13;

/** Places everything of a control figure. Pure: equal figures give equal layouts. */
export function controlLayout(figure: ControlFigure): ControlLayout {
  const { unit, points } = figure;
  const drawn = points.map(({ estimate }) => estimate).filter(isDrawn);
  const empty = drawn.length === 0;
  const limits = points.flatMap((point) => (point.limits === undefined ? [] : [point.limits.low, point.limits.high]));
  const axis = axisOf(roomyExtent([...drawn.map(({ value }) => value), ...limits, figure.centre], figure), unit);
  const valueTexts = axis.ticks.map((value) => tickText(value, unit, axis.step));
  const left = empty ? 0 : Math.max(...valueTexts.map((text) => textWidth(text, SIZE))) + 10;
  const right = empty ? 0 : Math.max(...['centre', figure.centreText].map((text) => textWidth(text, LABEL_SIZE))) + 10;
  const across = acrossOf(points.map(({ period }) => period));
  const events = placeEvents(figure.events, across, left + right);
  const changeRows = figure.change === null || empty ? 0 : 1;
  const rows = changeRows + (events.length === 0 ? 0 : 1 + Math.max(...events.map((event) => event.row)));
  const top = 16 + ROW * rows;
  const bottom = top + (empty ? EMPTY_HEIGHT : PLOT_HEIGHT);
  const down = scaleLinear([axis.low, axis.high], [bottom, top]).clamp(true);
  const y = (value: number) => round(down(value));
  const middle = ({ start, end }: Point['period']) => across.at((start + end) / 2);
  const ticks = timeTicks(
    points.map(({ period }) => ({ period, x: middle(period) })),
    left + right,
  );
  const underAxis = bottom + 14 + ROW * (ticks.some((tick) => tick.row === 1) ? 2 : 1);
  const spans = (from: number, to: number): Stretch => ({
    x: across.at(from),
    width: round(across.at(to) - across.at(from)),
  });
  const placed = points.flatMap((point) => placePoint(point, figure, drawn.length, middle, y));
  const baseline = baselineOf(figure, spans, underAxis + 4);
  return {
    height: baseline === null || empty ? underAxis : underAxis + 28,
    top,
    bottom,
    left,
    right,
    valueTicks: empty
      ? []
      : axis.ticks.map((value, k) => ({ y: Math.round(y(value)), text: valueTexts[k] ?? '', zero: value === 0 })),
    timeTicks: ticks,
    yearStarts: points.flatMap(({ period }, k) =>
      k > 0 && /-(Q1|01)$/.test(period.code) ? [across.at(period.start)] : [],
    ),
    ...limitPaths(points, across.at, y),
    ...linePaths(points, middle, y),
    centre: empty ? null : y(figure.centre),
    points: placed,
    gaps: placeGaps(
      points.map(({ estimate }) => estimate),
      across,
      left + right,
      (estimate) => ({ words: say(estimate.period.label, estimate) }),
    ),
    labels: pointLabels(figure, placed, events, { top, bottom, beside: left + right }),
    endLabels: empty ? [] : endLabelsOf(figure, y, top, bottom),
    baseline: empty ? null : baseline,
    change: empty ? null : changeOf(figure, spans, left, right),
    events: events.map((event) => ({ ...event, y: 10 + ROW * (event.row + changeRows) })),
    notes: empty ? [] : notesOf(figure, axis, drawn),
    nothing: empty ? nothingOf(points) : '',
  };
}

/** The values, and room beyond the points outside the limits for what is written at them. */
function roomyExtent(values: readonly number[], { points, centre }: ControlFigure): number[] {
  const margin = LABEL_SHARE * (Math.max(...values) - Math.min(...values));
  const beyond = points.flatMap(({ estimate, signal }) =>
    signal === 'outside' && isDrawn(estimate) ? [estimate.value + Math.sign(estimate.value - centre) * margin] : [],
  );
  return [...values, ...beyond];
}

function placePoint(
  { period, estimate, limits, signal }: Point,
  { centre }: ControlFigure,
  count: number,
  middle: (period: Point['period']) => number,
  y: (value: number) => number,
): ControlPoint[] {
  if (!isDrawn(estimate)) return [];
  const look = isPartial(estimate) ? 'partial' : estimate.status === 'low_base' ? 'low-base' : 'solid';
  const crowd: Room | null = count <= 24 ? 0 : count <= 48 ? 720 : null;
  const words =
    signal === 'outside'
      ? `${limits !== undefined && estimate.value < limits.low ? 'below' : 'above'} the limits`
      : signal === 'run'
        ? 'in a run on one side of the centre'
        : limits === undefined
          ? ''
          : 'within the limits';
  return [
    {
      x: middle(period),
      y: y(estimate.value),
      look,
      signal,
      under: estimate.value < centre ? 9 : -9,
      room: look !== 'solid' || signal !== null ? 0 : crowd,
      spoken: { words: say(period.label, estimate, [words]) },
    },
  ];
}

/** Steps along the periods; a period without limits interrupts them. */
function limitPaths(
  points: readonly Point[],
  x: (moment: number) => number,
  y: (value: number) => number,
): Pick<ControlLayout, 'band' | 'edges'> {
  const stretches: (Point & { readonly limits: NonNullable<Point['limits']> })[][] = [];
  points.forEach((point, k) => {
    const { limits } = point;
    if (limits === undefined) return;
    if (points[k - 1]?.limits === undefined) stretches.push([]);
    stretches.at(-1)?.push({ ...point, limits });
  });
  const steps = (stretch: (typeof stretches)[number], edge: 'low' | 'high') =>
    stretch.map(({ period, limits }) => [x(period.start), x(period.end), y(limits[edge])] as const);
  const forwards = (edge: ReturnType<typeof steps>) => edge.map(([from, to, at]) => `L${from},${at}H${to}`).join('');
  const backwards = (edge: ReturnType<typeof steps>) =>
    edge
      .toReversed()
      .map(([from, to, at]) => `L${to},${at}H${from}`)
      .join('');
  return {
    band: stretches.map((one) => `M${forwards(steps(one, 'high')).slice(1)}${backwards(steps(one, 'low'))}Z`).join(''),
    edges: stretches
      .flatMap((one) => (['high', 'low'] as const).map((edge) => `M${forwards(steps(one, edge)).slice(1)}`))
      .join(''),
  };
}

function linePaths(
  points: readonly Point[],
  middle: (period: Point['period']) => number,
  y: (value: number) => number,
): Pick<ControlLayout, 'line' | 'partialLine'> {
  const lineOf = line<Estimate>()
    .defined(isDrawn)
    .x(({ period }) => middle(period))
    .y(({ value }) => y(value ?? 0))
    .digits(1);
  const complete = line<Estimate>()
    .defined((estimate) => isDrawn(estimate) && !isPartial(estimate))
    .x(({ period }) => middle(period))
    .y(({ value }) => y(value ?? 0))
    .digits(1);
  const linked = points.flatMap(({ estimate }, k) => {
    const previous = points[k - 1]?.estimate;
    if (previous === undefined || !isDrawn(previous) || !isDrawn(estimate)) return [];
    return isPartial(previous) || isPartial(estimate) ? [lineOf([previous, estimate]) ?? ''] : [];
  });
  return { line: complete(points.map(({ estimate }) => estimate)) ?? '', partialLine: linked.join('') };
}

const NOUNS = { month: 'months', quarter: 'quarters', year: 'years', all: 'periods' } as const;

function baselineOf(
  { points, baseline, firm }: ControlFigure,
  spans: (from: number, to: number) => Stretch,
  y: number,
): ControlLayout['baseline'] {
  const [first] = points;
  const last = points[Math.min(baseline, points.length) - 1];
  if (first === undefined || last === undefined) return null;
  const count = `${baseline === points.length ? 'all' : 'these'} ${baseline} ${NOUNS[first.period.grain]}`;
  const text = `Limits from ${count}${firm ? '' : ', not firm yet'}`;
  return { ...spans(first.period.start, last.period.end), y, text };
}

function notesOf({ points, unit, firm }: ControlFigure, axis: Axis, drawn: readonly Drawn[]): string[] {
  const signals = points.filter(({ estimate }) => isDrawn(estimate)).map(({ signal }) => signal);
  const flags = points.map(({ estimate }) => flagOfAbsence(estimate));
  return [
    signals.includes('outside') ? 'Ringed: outside the limits.' : '',
    signals.includes('run') ? 'Underlined: in a run on one side of the centre.' : '',
    firm ? '' : 'There are few periods so far: the limits may still move.',
    axisNote(axis, unit),
    drawn.some(isPartial) ? 'Broken outline: a period that is not complete.' : '',
    drawn.some((point) => point.status === 'low_base' && !isPartial(point)) ? 'Hollow: low base, read with care.' : '',
    ...['c', 'x', 'z'].map((flag) => (flags.includes(flag) ? `[${flag}] ${FLAGS[flag]}.` : '')),
  ].filter((note) => note !== '');
}

function nothingOf(points: readonly Point[]): string {
  if (points.some(({ estimate }) => estimate.status === 'suppressed'))
    return 'Too few cases in every period to publish a figure.';
  return 'There are no data to show.';
}
