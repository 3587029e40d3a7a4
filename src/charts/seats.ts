/**
 * Labels at points of a plot: each takes the first of its seats where it meets nothing, in the narrowest figure that
 * has such a seat. What finds none goes without; the table under the chart has it.
 */
import { heightOf, meet, type PlacedText, sidesOf } from './placed-text.ts';
import { type Beside, plotWidth, ROOMS, type Room } from './room.ts';

export interface Seated {
  readonly text: PlacedText;
  /** Narrowest figure in which it shows. */
  readonly room: Room;
}

/** Where labels may stand. */
export interface Hall {
  /** Font size in pixels. */
  readonly size: number;
  /** Pixels of the figure that the plot does not have. */
  readonly beside: Beside;
  /** Pixels from the top between which every line of a label must stand. */
  readonly top: number;
  readonly bottom: number;
  /** Pixels that a label may reach over the plot's edges. */
  readonly over: readonly [left: number, right: number];
  /** Marks that no label may cover, as far around their place as `reach` in pixels. */
  readonly marks: readonly Mark[];
  readonly reach: number;
}

/** `x` in per cent, `y` in pixels. */
export interface Mark {
  readonly x: number;
  readonly y: number;
}

/**
 * A seat or none for each label. Places move apart as the figure widens: who has a seat in a narrow figure keeps it.
 *
 * @param labels in order of importance, each with its seats in order of preference.
 */
export function seatLabels(labels: readonly (readonly PlacedText[])[], hall: Hall): (Seated | null)[] {
  const seated: (Seated | null)[] = labels.map(() => null);
  for (const room of ROOMS) {
    const width = plotWidth(room, hall.beside);
    for (const [k, seats] of labels.entries()) {
      if (seated[k] !== null) continue;
      const others = seated.flatMap((one) => (one === null ? [] : [one.text]));
      const free = seats.find(
        (seat) =>
          isInside(seat, hall, width) &&
          others.every((other) => !meet(seat, other, hall.size, width)) &&
          hall.marks.every((mark) => !covers(seat, mark, hall, width)),
      );
      if (free !== undefined) seated[k] = { text: free, room };
    }
  }
  return seated;
}

/**
 * Whether a label covers a mark, in this figure or in a wider one: a mark right of the label's place has to stand
 * right of the whole label, for the two move apart, and one at its very place moves with it.
 */
function covers(seat: PlacedText, mark: Mark, { size, reach }: Hall, width: number): boolean {
  const [upper, lower] = heightOf(seat, size);
  if (mark.y + reach <= upper || mark.y - reach >= lower) return false;
  const [left, right] = sidesOf(seat, size, width);
  const x = (mark.x / 100) * width;
  const beyondLeft = x + reach <= left;
  const beyondRight = x - reach >= right;
  if (mark.x === seat.x) return !beyondLeft && !beyondRight;
  return mark.x < seat.x ? !beyondLeft : !beyondRight;
}

/** Right of a place, left of it, over and under it, in this order. */
export function seatsAround(x: number, y: number, lines: readonly string[], away: number, line: number): PlacedText[] {
  const middle = y - ((lines.length - 1) * line) / 2;
  return [
    { x, y: middle, dx: away, anchor: 'start', lines },
    { x, y: middle, dx: -away, anchor: 'end', lines },
    { x, y: y - away - 4 - (lines.length - 1) * line, dx: 0, anchor: 'middle', lines },
    { x, y: y + away + 4, dx: 0, anchor: 'middle', lines },
  ];
}

function isInside(seat: PlacedText, { size, top, bottom, over }: Hall, width: number): boolean {
  const [left, right] = sidesOf(seat, size, width);
  const [upper, lower] = heightOf(seat, size);
  return left >= -over[0] && right <= width + over[1] && upper >= top && lower <= bottom;
}
