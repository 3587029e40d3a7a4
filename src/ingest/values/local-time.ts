/**
 * Local times of one zone to instants, for millions of cells.
 */
import { civilDate, DAY_MS } from '../../calendar/civil.ts';
import type { ZoneClock } from '../../calendar/zone.ts';

export class LocalTimes {
  readonly #clock: ZoneClock;
  /** Wall times between which the offset is known to be `#offset`. */
  #from = Number.NaN;
  #to = Number.NaN;
  #offset = 0;

  constructor(clock: ZoneClock) {
    this.#clock = clock;
  }

  /**
   * The instant at which clocks show the wall time. A time that the clocks skipped is the same distance after the
   * jump; one that occurred twice is the first; midnight is the first moment of its day.
   *
   * @param wall local time as milliseconds, as if it were UTC.
   */
  instantOf(wall: number): number {
    return wall >= this.#from && wall < this.#to ? wall - this.#offset : this.#lookUp(wall);
  }

  #lookUp(wall: number): number {
    const stretch = this.#clock.stretchAt(wall);
    const from = stretch.from + stretch.offset + DAY_MS;
    const to = stretch.to + stretch.offset - DAY_MS;
    if (wall >= from && wall < to) {
      this.#from = from;
      this.#to = to;
      this.#offset = stretch.offset;
      return wall - stretch.offset;
    }
    const days = Math.floor(wall / DAY_MS);
    const date = civilDate(days);
    const millisecond = wall - days * DAY_MS;
    if (millisecond === 0) return this.#clock.startOfDate(date.year, date.month, date.day);
    return this.#clock.instantOfLocal({ ...date, millisecond }).instant;
  }
}
