/**
 * Events over a chart over time: thin rules with a short text each, in rows so that no two texts meet.
 */
import type { ChartEvent } from '../report/types/figure-base.ts';
import { plotWidth, spanOf } from './room.ts';
import type { Across } from './series-place.ts';
import { shorten, textWidth } from './text-width.ts';

const MOST_EVENTS = 3;
const SIZE = 12;
const LONGEST = 260;

export interface PlacedEvent {
  readonly x: number;
  /** 0 is the highest. */
  readonly row: number;
  readonly anchor: 'start' | 'end';
  /** Stands for the text in narrow figures, and before it in the list beneath the chart. */
  readonly letter: string;
  /** Shortened to what fits. */
  readonly label: string;
  readonly event: ChartEvent;
}

function inTime(a: ChartEvent, b: ChartEvent): number {
  return a.at - b.at;
}

/**
 * The latest events of the time shown, each in the highest row where its text is free.
 *
 * Texts left of their rule take rows from the right, so that a rule runs down beside the texts below it.
 */
export function placeEvents(events: readonly ChartEvent[], across: Across, beside: number): PlacedEvent[] {
  const width = plotWidth(480, beside);
  const within = events.filter((event) => event.at >= across.from && event.at < across.to);
  // A break must never be missed: it comes before all other events.
  const shown = [
    ...within.filter(({ isBreak }) => !isBreak).sort(inTime),
    ...within.filter(({ isBreak }) => isBreak).sort(inTime),
  ]
    .slice(-MOST_EVENTS)
    .sort(inTime)
    .map((event, k) => {
      const x = across.at(event.at);
      const anchor = x > 55 ? ('end' as const) : ('start' as const);
      const free = ((anchor === 'end' ? x : 100 - x) / 100) * width;
      const label = shorten(event.label, Math.min(free - 6, LONGEST), SIZE);
      return { x, anchor, letter: 'ABC'[k] ?? '', label, event };
    });
  const taken: (readonly [number, number])[][] = [];
  const rowOf = ({ x, anchor, label }: (typeof shown)[number]): number => {
    const [from, to] = spanOf({ x, width: textWidth(label, SIZE) + 16, anchor }, width);
    const free = taken.findIndex((row) => row.every((other) => to <= other[0] || from >= other[1]));
    const row = free < 0 ? taken.length : free;
    taken[row] = [...(taken[row] ?? []), [from, to]];
    return row;
  };
  const rightwards = shown
    .filter((event) => event.anchor === 'start')
    .map((event) => ({ ...event, row: rowOf(event) }));
  const leftwards = shown
    .filter((event) => event.anchor === 'end')
    .reverse()
    .map((event) => ({ ...event, row: rowOf(event) }));
  return [...rightwards, ...leftwards.reverse()];
}
