/**
 * Words in a control chart: at points outside the limits, at the ends of limits and centre, over a change.
 */
import { range } from 'd3';
import type { ControlFigure } from '../report/types/analysis-figure.ts';
import { isDrawn } from './flags.ts';
import type { PlacedText } from './placed-text.ts';
import { round } from './round.ts';
import { type Seated, seatLabels, seatsAround } from './seats.ts';
import type { PlacedEvent } from './series-events.ts';
import { spaced } from './spaced.ts';
import { shortPeriod } from './time-axis.ts';

const LABEL_SIZE = 13;
/** Distance of lines in a label of two, in pixels. */
const LINE_STEP = 16;
/** From a point to its label, past the ring. */
const AWAY = 15;
/** How far around a marker nothing may stand. */
const REACH = 6;

/** A stretch of time from `x` over `width`, in per cent. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
}

/** A name at the right end of a limit or of the centre; `strong` for the centre's value. */
export interface EndLabel {
  readonly y: number;
  readonly text: string;
  readonly strong: boolean;
}

/** The time in which the series changed; its words stand under the plot where they have no seat over it. */
export interface PlacedChange extends Stretch {
  readonly top: number;
  readonly label: Seated | null;
  readonly text: string;
}

/** Over what is high and under what is low, else beside it; the farthest from the centre first. */
export function pointLabels(
  { points, centre }: ControlFigure,
  placed: readonly { readonly x: number; readonly y: number }[],
  events: readonly PlacedEvent[],
  { top, bottom, beside }: { readonly top: number; readonly bottom: number; readonly beside: number },
): Seated[] {
  const drawn = points.filter(({ estimate }) => isDrawn(estimate));
  const outside = drawn
    .flatMap(({ period, estimate, signal }, k) => {
      const place = placed[k];
      return signal !== 'outside' || place === undefined || !isDrawn(estimate) ? [] : [{ period, estimate, place }];
    })
    .sort((a, b) => Math.abs(b.estimate.value - centre) - Math.abs(a.estimate.value - centre));
  const wishes = outside.map(({ period, estimate, place }) => {
    const [after, before, over, under] = seatsAround(
      place.x,
      place.y,
      [estimate.text, shortPeriod(period)],
      AWAY,
      LINE_STEP,
    ) as [PlacedText, PlacedText, PlacedText, PlacedText];
    const high = estimate.value > centre;
    // Near an edge a label stands upright along it.
    const [far, near] = high ? [over, under] : [under, over];
    const turned = (anchor: 'start' | 'end') => ({ ...far, dx: anchor === 'start' ? -9 : 9, anchor });
    return [far, turned('start'), turned('end'), after, before, near];
  });
  const rules = events.flatMap(({ x }) => range(top, bottom, 2 * REACH).map((y) => ({ x, y })));
  const seated = seatLabels(wishes, {
    size: LABEL_SIZE,
    beside,
    top: top - 12,
    bottom: bottom - 2,
    over: [0, 0],
    marks: [...placed, ...rules],
    reach: REACH,
  });
  return seated.filter((one) => one !== null);
}

/** Limits and centre are named where they end, moved apart where they end close together. */
export function endLabelsOf(
  { points, centre, centreText }: ControlFigure,
  y: (value: number) => number,
  top: number,
  bottom: number,
): EndLabel[] {
  const last = points.findLast(({ limits }) => limits !== undefined)?.limits;
  const texts = [
    ...(last === undefined ? [] : [{ wish: y(last.high), text: 'limit', strong: false }]),
    { wish: y(centre) - 8, text: 'centre', strong: false },
    { wish: y(centre) + 8, text: centreText, strong: true },
    ...(last === undefined ? [] : [{ wish: y(last.low), text: 'limit', strong: false }]),
  ];
  const places = spaced(
    texts.map(({ wish }) => wish),
    15,
    top,
    bottom - 4,
  );
  return texts.map(({ text, strong }, k) => ({ y: places[k] as number, text, strong }));
}

/** The time in which the series changed, and its words above it. */
export function changeOf(
  { change }: ControlFigure,
  spans: (from: number, to: number) => Stretch,
  left: number,
  right: number,
): PlacedChange | null {
  if (change === null) return null;
  const span = spans(change.from.start, change.to.end);
  const lines = [change.text];
  const seats: PlacedText[] = [
    { x: round(span.x + span.width / 2), y: 10, dx: 0, anchor: 'middle', lines },
    { x: span.x, y: 10, dx: 0, anchor: 'start', lines },
    { x: round(span.x + span.width), y: 10, dx: 0, anchor: 'end', lines },
  ];
  const hall = {
    size: LABEL_SIZE,
    beside: left + right,
    top: 0,
    bottom: 20,
    over: [left, right] as const,
    marks: [],
    reach: 0,
  };
  const [label = null] = seatLabels([seats], hall);
  return { ...span, top: 20, label, text: change.text };
}
