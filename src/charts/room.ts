/**
 * Which labels show at which width of the figure. The build does not know the width, so each label carries
 * the narrowest figure it fits into and the style sheet hides it below that.
 */

/** Widths of a figure, in pixels, at which more labels appear. The first holds everywhere. */
export const ROOMS = [0, 480, 720] as const;
export type Room = (typeof ROOMS)[number];

/** A figure on a 320-pixel screen with 16 pixels of margin on both sides. */
export const NARROWEST = 288;

/** Pixels of a figure that its plot does not have: the same in every room, or each room's own. */
export type Beside = number | Readonly<Record<Room, number>>;

/** A label beside others on one line. */
export interface Label {
  /** Per cent of the plot's width. */
  readonly x: number;
  /** Pixels. */
  readonly width: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const GAP = 8;

/** The class that hides what does not show in every figure; false for what does. */
export function fromRoom(room: Room): string | false {
  return room > 0 && `from-${room}`;
}

/**
 * The narrowest figure in which each label shows without touching another; null for labels that never fit.
 *
 * Labels are in order of importance. A label that shows in a narrow figure also shows in every wider one.
 */
export function roomOfEach(labels: readonly Label[], beside: Beside): (Room | null)[] {
  return admit(
    labels,
    labels.map((_, k) => [k]),
    beside,
    true,
  );
}

/**
 * As `roomOfEach`, for labels that belong together: those of one rank show all or none, and a rank shows only
 * after every lower one. So an axis reads every month, every quarter or every year and never an odd mixture.
 */
export function roomByRank(labels: readonly (Label & { readonly rank: number })[], beside: Beside): (Room | null)[] {
  const ranks = [...new Set(labels.map((label) => label.rank))].sort((a, b) => a - b);
  const groups = ranks.map((rank) => labels.flatMap((label, k) => (label.rank === rank ? [k] : [])));
  return admit(labels, groups, beside, false);
}

/** Lets groups of labels in, room by room; `onward` says whether to try the next group after one that did not fit. */
function admit(
  labels: readonly Label[],
  groups: readonly (readonly number[])[],
  beside: Beside,
  onward: boolean,
): (Room | null)[] {
  const rooms: (Room | null)[] = labels.map(() => null);
  for (const room of ROOMS) {
    const width = plotWidth(room, beside);
    for (const group of groups) {
      if (group.every((k) => rooms[k] !== null)) continue;
      const shown = labels.filter((_, k) => rooms[k] !== null || group.includes(k));
      if (areApart(shown, width)) for (const k of group) rooms[k] = room;
      else if (!onward) break;
    }
  }
  return rooms;
}

/** Pixels of the plot in the narrowest figure of a room. */
export function plotWidth(room: Room, beside: Beside): number {
  return Math.max(room, NARROWEST) - (typeof beside === 'number' ? beside : beside[room]);
}

/** From and to, in pixels, of a label in a plot of that width. */
export function spanOf(label: Label, width: number): readonly [number, number] {
  const x = (label.x / 100) * width;
  if (label.anchor === 'start') return [x, x + label.width];
  if (label.anchor === 'end') return [x - label.width, x];
  return [x - label.width / 2, x + label.width / 2];
}

function areApart(labels: readonly Label[], width: number): boolean {
  const spans = labels.map((label) => spanOf(label, width)).sort((a, b) => a[0] - b[0]);
  return spans.every(([from], k) => k === 0 || from - (spans[k - 1]?.[1] ?? -Infinity) >= GAP);
}
