/**
 * How long something takes: the share done by each time, with the median and the ninth decile marked.
 */
import { line, scaleLinear } from 'd3';
import type { Estimate } from '../report/types/estimate.ts';
import type { DurationFigure } from '../report/types/figure.ts';
import { isDrawn } from './flags.ts';
import { type LogTimeAxis, logTimeAxis } from './log-time.ts';
import type { PlacedText } from './placed-text.ts';
import { round } from './round.ts';
import { type Spoken, say, spokenOf } from './spoken.ts';
import { tickText, valueText } from './ticks.ts';
import { wholePerCent } from './whole-per-cent.ts';

/** A quantile on the curve, with guides to both axes. */
export interface PlacedQuantile {
  readonly x: number;
  readonly y: number;
  readonly interval: { readonly from: number; readonly to: number } | null;
  readonly label: PlacedText;
  readonly spoken: Spoken;
}

export interface DurationsLayout {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly shareTicks: readonly { readonly y: number; readonly text: string }[];
  readonly timeTicks: LogTimeAxis['ticks'];
  /** Path in a box of 100 by `height`. */
  readonly curve: string;
  readonly quantiles: readonly PlacedQuantile[];
  /** Points of the curve at which the reading aid stops besides the quantiles. */
  readonly stops: readonly { readonly x: number; readonly y: number; readonly spoken: Spoken }[];
  readonly notes: readonly string[];
  readonly nothing: string;
}

const TOP = 36;
const PLOT_HEIGHT = 208;
const LEFT = 44;
const RIGHT = 20;
/** Points drawn at most: one in each quarter of a per cent of the width. */
const GRAIN = 400;
/** Points of a curve that a reader can walk through one by one; a denser curve is read at the ticks. */
const WALKABLE = 40;

/** Places everything of a duration figure. */
export function durationsLayout(figure: DurationFigure): DurationsLayout {
  const bottom = TOP + PLOT_HEIGHT;
  const down = scaleLinear([0, 1], [bottom, TOP]);
  const y = (share: number) => round(down(share));
  const curve = figure.curve.filter((point) => Number.isFinite(point.seconds));
  const visible = curve.filter((point) => point.share >= 0.01 && point.seconds > 0);
  const frame = { height: bottom + 30, top: TOP, bottom, left: LEFT, right: RIGHT };
  const [first] = visible;
  const last = curve.at(-1);
  if (first === undefined || last === undefined) {
    return { ...frame, ...EMPTY, left: 0, right: 0, nothing: nothingOf(figure) };
  }
  const axis = logTimeAxis(first.seconds, last.seconds, LEFT + RIGHT);
  const path = thinned(withQuantiles(curve, figure), axis).map((point): [number, number] => [
    axis.at(point.seconds),
    y(point.share),
  ]);
  return {
    ...frame,
    shareTicks: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ y: y(share), text: tickText(share, 'share', 0.25) })),
    timeTicks: axis.ticks,
    curve: line().digits(1)(path) ?? '',
    quantiles: [
      ...quantile(figure.median, 0.5, 'half within', axis, y),
      ...quantile(figure.p90, 0.9, 'nine in ten within', axis, y),
    ],
    stops: stopsOf(curve, axis).map(({ seconds, share }) => ({
      x: axis.at(seconds),
      y: y(share),
      spoken: spokenOf(
        figure.table,
        valueText(seconds, 'duration'),
        `Within ${valueText(seconds, 'duration')}: ${wholePerCent(share)}`,
      ),
    })),
    notes: ['The time axis is logarithmic: each step to the right multiplies the time.'],
    nothing: '',
  };
}

const EMPTY = { shareTicks: [], timeTicks: [], curve: '', quantiles: [], stops: [], notes: [] };

/** The curve through its own quantiles, which are known exactly where the curve is known at some times only. */
function withQuantiles(curve: DurationFigure['curve'], { median, p90 }: DurationFigure): DurationFigure['curve'] {
  const exact = [
    { estimate: median, share: 0.5 },
    { estimate: p90, share: 0.9 },
  ].flatMap(({ estimate, share }) => (isDrawn(estimate) ? [{ seconds: estimate.value, share }] : []));
  const fitting = exact.filter(({ seconds, share }) =>
    curve.every((point) => (point.seconds <= seconds ? point.share <= share : point.share >= share)),
  );
  return [...curve, ...fitting].sort((a, b) => a.seconds - b.seconds || a.share - b.share);
}

function stopsOf(curve: DurationFigure['curve'], axis: LogTimeAxis): DurationFigure['curve'] {
  if (curve.length <= WALKABLE) return curve.filter(({ seconds }) => seconds >= axis.low);
  return axis.ticks.map(({ seconds }) => ({ seconds, share: shareBy(curve, seconds) }));
}

/** From the axis's left edge, with the share done before it, and one point for each place that differs on paper. */
function thinned(curve: DurationFigure['curve'], axis: LogTimeAxis): DurationFigure['curve'] {
  const byPlace = new Map<number, DurationFigure['curve'][number]>();
  byPlace.set(0, { seconds: axis.low, share: shareBy(curve, axis.low) });
  for (const point of curve) {
    if (point.seconds > axis.low) byPlace.set(Math.ceil((axis.at(point.seconds) / 100) * GRAIN), point);
  }
  return [...byPlace.values()];
}

function shareBy(curve: DurationFigure['curve'], seconds: number): number {
  return curve.findLast((point) => point.seconds <= seconds)?.share ?? 0;
}

function quantile(
  estimate: Estimate,
  share: number,
  words: string,
  axis: LogTimeAxis,
  y: (share: number) => number,
): PlacedQuantile[] {
  if (!isDrawn(estimate) || estimate.value > axis.high) return [];
  const { low, high } = estimate;
  const x = axis.at(estimate.value);
  // The curve rises to the right, so there is room below on its right and above on its left.
  const label: PlacedText =
    x < 50
      ? { x, y: y(share) + 18, dx: 10, anchor: 'start', lines: [words, estimate.text] }
      : { x, y: y(share) - 31, dx: -10, anchor: 'end', lines: [words, estimate.text] };
  return [
    {
      x,
      y: y(share),
      interval: low === undefined || high === undefined ? null : { from: axis.at(low), to: axis.at(high) },
      label,
      spoken: {
        words: say(
          words.replace(/^./, (letter) => letter.toUpperCase()),
          estimate,
        ),
      },
    },
  ];
}

function nothingOf({ median }: DurationFigure): string {
  return median.status === 'suppressed' ? 'The figure is kept back for privacy.' : 'There are no data to show.';
}
