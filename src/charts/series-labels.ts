/**
 * Words at the line of a chart over time: its last value, the periods that are not complete, the target.
 */
import type { SeriesFigure } from '../report/types/figure.ts';
import { type Drawn, isDrawn, isPartial } from './flags.ts';
import { LINE, meet, type PlacedText } from './placed-text.ts';
import { plotWidth } from './room.ts';
import { round } from './round.ts';
import { completeOf, isLonely, type SeriesPlace } from './series-place.ts';
import { textWidth } from './text-width.ts';
import { valueText } from './ticks.ts';

const TICK_SIZE = 12;
const LABEL_SIZE = 14;
/** Pixels between the target's words and the band beyond which more is no better. */
const ENOUGH = 24;

/** Room at the right for the label of the last point, less the half period that the plot leaves there anyway. */
export function roomForEnd({ points }: SeriesFigure): number {
  const last = points.at(-1);
  if (last === undefined || !isDrawn(last)) return 12;
  const width = Math.max(...endLines(last).map((text) => textWidth(text, LABEL_SIZE)));
  const spare = 160 / (2 * points.length);
  return Math.max(12, Math.ceil(width + 16 - spare));
}

function endLines(point: Drawn): string[] {
  return isPartial(point) ? [...wrapped(point.text), 'so far'] : wrapped(point.text);
}

/** A long text such as `75% [low base]` goes on two lines. */
function wrapped(text: string): string[] {
  const space = text.length > 11 ? text.indexOf(' ', 3) : -1;
  return space < 0 ? [text] : [text.slice(0, space), text.slice(space + 1)];
}

/**
 * The value of the last complete period, and words at every period that is not complete. No two of them meet at any
 * width: the value gives way to that of a running period at the right edge, other periods go without words.
 */
export function endLabels(place: SeriesPlace): {
  readonly endLabel: PlacedText | null;
  readonly partialLabels: readonly PlacedText[];
} {
  const { figure } = place;
  const end = completeOf(figure).findLast((point) => point !== null) ?? null;
  const last = figure.points.at(-1);
  const running = last !== undefined && isDrawn(last) && isPartial(last) ? atEdge(place, last, endLines(last)) : null;
  const endLabel =
    end === null ? null : end === last ? atEdge(place, end, wrapped(end.text)) : beside(place, end, running);
  const said = [running, endLabel].filter((text) => text !== null);
  const partialLabels = running === null ? [] : [running];
  for (const point of figure.points.filter(isDrawn).filter(isPartial)) {
    if (point === last) continue;
    const side =
      point === figure.points[0] ? { dx: -5, anchor: 'start' as const } : { dx: 0, anchor: 'middle' as const };
    const text = { x: place.x(point), y: besideLine(place, point, 1), ...side, lines: ['partial'] };
    if (said.some((other) => areClose(place, text, other))) continue;
    said.push(text);
    partialLabels.push(text);
  }
  return { endLabel, partialLabels };
}

/** Right of the last point, and clear of the axis. */
function atEdge({ x, y, axis }: SeriesPlace, point: Drawn, lines: readonly string[]): PlacedText {
  const lowest = y(axis.low) - ((lines.length - 1) * LINE + 0.7) * LABEL_SIZE;
  return { x: x(point), y: round(Math.min(y(point.value), lowest)), dx: 11, anchor: 'start', lines };
}

/** Over or under its point; to the left where it would meet the text at the right edge. */
function beside(place: SeriesPlace, end: Drawn, running: PlacedText | null): PlacedText {
  const lines = wrapped(end.text);
  const centred: PlacedText = {
    x: place.x(end),
    y: besideLine(place, end, lines.length),
    dx: 0,
    anchor: 'middle',
    lines,
  };
  return running !== null && areClose(place, centred, running) ? { ...centred, dx: 5, anchor: 'end' } : centred;
}

function areClose({ beside }: SeriesPlace, a: PlacedText, b: PlacedText): boolean {
  return meet(a, b, LABEL_SIZE, plotWidth(0, beside));
}

/** Above the point, or below where the line comes from or goes to above; beyond the whisker where there is one. */
function besideLine({ figure, axis, y }: SeriesPlace, point: Drawn, lines: number): number {
  const k = figure.points.indexOf(point);
  const beside = [figure.points[k - 1], figure.points[k + 1]].filter((one) => one !== undefined).filter(isDrawn);
  const whisker = isLonely(figure, k);
  const high = y(whisker ? (point.high ?? point.value) : point.value);
  const low = y(whisker ? (point.low ?? point.value) : point.value);
  const mean = beside.reduce((sum, one) => sum + one.value, 0) / (beside.length || 1);
  const below = beside.length > 0 && mean > point.value && low < y(axis.low) - 34;
  const away = whisker ? 11 : 18;
  return below ? low + away : high - away - 16 * (lines - 1);
}

/** The target's rule with its words where they stay clear of the band. */
export function targetLabel({ figure, beside, x, y }: SeriesPlace): (PlacedText & { readonly rule: number }) | null {
  const drawn = figure.points.filter(isDrawn);
  if (figure.target === undefined || drawn.length === 0) return null;
  const lines = [`Target ${valueText(figure.target, figure.metric.unit)}`];
  const rule = y(figure.target);
  const share = (textWidth(lines[0] ?? '', TICK_SIZE) / plotWidth(0, beside)) * 100;
  const step = 100 / figure.points.length;
  const seats = [
    { x: 0, anchor: 'start' as const, from: 0, to: share },
    ...[25, 50, 75].map((middle) => ({
      x: middle,
      anchor: 'middle' as const,
      from: middle - share / 2,
      to: middle + share / 2,
    })),
    { x: 100, anchor: 'end' as const, from: 100 - share, to: 100 },
  ].flatMap((seat) => [-9, 10].map((dy) => ({ ...seat, y: rule + dy })));
  const clearance = (seat: (typeof seats)[number]) =>
    Math.min(
      ...drawn
        .filter((point) => x(point) >= seat.from - step && x(point) <= seat.to + step)
        .map((point) => {
          const top = y(point.high ?? point.value);
          const bottom = y(point.low ?? point.value);
          return seat.y > bottom ? seat.y - bottom : seat.y < top ? top - seat.y : 0;
        }),
      ENOUGH,
    );
  const best = seats.reduce((a, b) => (clearance(b) > clearance(a) ? b : a));
  return { rule, x: best.x, y: best.y, dx: 0, anchor: best.anchor, lines };
}
