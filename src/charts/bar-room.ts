/**
 * What fits onto and over stacked bars: numbers into their segments, names of parts over the first bar.
 */
import { plotWidth, ROOMS, type Room } from './room.ts';
import { round } from './round.ts';
import { textWidth } from './text-width.ts';

/** Pixels that a bar has at least in every figure of a room and wider. */
export type BarWidths = Readonly<Record<Room, number>>;

/** A part of a bar, in per cent of its length. */
export interface Part {
  readonly x: number;
  readonly width: number;
  readonly name: string;
}

const LABEL_SIZE = 13;
const NAME_SIZE = 12;
const CELL_SIZE = 14;
/** Width of a figure from which the bars' labels stand beside them; the style sheet knows it too. */
const LABELS_BESIDE = 560;
const WIDEST_LABEL = 240;
const COLUMN_GAP = 12;

/**
 * @param labels of the bars, which stand before them in a wide figure.
 * @param ends texts that stand after them.
 */
export function barWidths(labels: readonly string[], ends: readonly string[]): BarWidths {
  const after = Math.max(0, ...ends.map((text) => textWidth(text, CELL_SIZE))) + COLUMN_GAP;
  const before = Math.max(0, ...labels.map((text) => textWidth(text, CELL_SIZE))) + 8;
  const switched = (width: number) => width - after - Math.min(before, WIDEST_LABEL) - COLUMN_GAP;
  return {
    0: Math.min(plotWidth(0, 0), switched(LABELS_BESIDE)),
    480: Math.min(plotWidth(480, 0), switched(LABELS_BESIDE)),
    720: switched(720),
  };
}

/** The narrowest figure in which a number fits into its part of the bar; null when it never does. */
export function roomInBar(label: string, share: number, barWidth: BarWidths): Room | null {
  return ROOMS.find((room) => share * barWidth[room] >= textWidth(label, LABEL_SIZE) + 6) ?? null;
}

/** Names where their parts begin, the last one where the bar ends, from the room on in which each fits over its own. */
export function namesOverBar(
  parts: readonly Part[],
  barWidth: BarWidths,
): {
  readonly names: readonly { readonly x: number; readonly anchor: 'start' | 'end'; readonly label: string }[];
  readonly namesRoom: Room | null;
} {
  const namesRoom = ROOMS.find((room) =>
    parts.every(({ name, width }) => (width / 100) * barWidth[room] >= textWidth(name, NAME_SIZE) + 10),
  );
  if (namesRoom === undefined || parts.length === 0) return { names: [], namesRoom: null };
  const names = parts.map(({ name, x, width }, k) => {
    const last = k > 0 && k === parts.length - 1;
    return { x: last ? round(x + width) : x, anchor: last ? ('end' as const) : ('start' as const), label: name };
  });
  return { names, namesRoom };
}
