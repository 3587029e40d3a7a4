/**
 * Local time of IANA time zones, fast enough to be asked once per cell of a CSV file.
 *
 * `Intl` knows the rules but takes microseconds to answer. A clock therefore asks it once per block of years where the
 * offset changes and answers from that table; neighbouring questions are answered from the last stretch found.
 */
import { type CivilDate, civilDate, DAY_MS, dayNumber } from './civil.ts';

/** What a calendar and a clock on the wall show. Hours and below default to zero. */
export interface LocalTime extends CivilDate {
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
}

export interface LocalDateTime extends CivilDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * The instant of a local time. `gap`: the clocks skipped that local time, the instant is as much later as the clocks
 * jumped; `overlap`: the local time occurred twice, the instant is the first.
 */
export interface ResolvedInstant {
  readonly instant: number;
  readonly kind: 'exact' | 'gap' | 'overlap';
}

/** Instants `from` (inclusive) to `to` (exclusive) in which the zone is `offset` milliseconds ahead of UTC. */
export interface OffsetStretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** The local time of one zone. All instants are epoch milliseconds; an instant that is no date gives NaN. */
export interface ZoneClock {
  readonly zone: string;
  /** Milliseconds by which local time is ahead of UTC, as `Intl` says, also for times before the zone was set up. */
  offsetAt(instant: number): number;
  /** A stretch of constant offset around the instant; its neighbours may have the same offset. */
  stretchAt(instant: number): OffsetStretch;
  instantOfLocal(local: LocalTime): ResolvedInstant;
  localDate(instant: number): LocalDateTime;
  /** First instant of the local date on which the instant falls. */
  startOfDay(instant: number): number;
  /** First instant of a local date, or of the next one that exists where the zone skipped it. */
  startOfDate(year: number, month: number, day: number): number;
}

/** Instants that `Date` can hold reach from minus to plus this many milliseconds. */
const LAST_INSTANT = 8.64e15;

/** About 17 years, a power of two so that block edges are exact. */
const BLOCK_MS = 2 ** 39;

/** The shortest stretch between two changes on record since 1970 is one week (Brazil, October 2000). */
const PROBE_MS = 2 * DAY_MS;

/** No zone is further than this from UTC, and none changes its offset twice within it. */
const REACH_MS = DAY_MS;

const QUARTER_HOUR_MS = 15 * 60 * 1000;

const NOWHERE: OffsetStretch = { from: Number.NaN, to: Number.NaN, offset: Number.NaN };

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of a zone; the same object for the same name, so that its table is built once.
 *
 * @throws RangeError when `Intl` does not know the zone (ask `isTimeZone` first).
 */
export function zoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = createClock(zone);
  clocks.set(zone, clock);
  return clock;
}

/** Whether `Intl` knows the zone: an IANA name (`Europe/London`) or a fixed offset (`+05:30`). */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** `ZoneClock.offsetAt` of a zone by its name. In loops, keep the clock. */
export function offsetAt(zone: string, instant: number): number {
  return zoneClock(zone).offsetAt(instant);
}

/** `ZoneClock.instantOfLocal` of a zone by its name. In loops, keep the clock. */
export function instantOfLocal(zone: string, local: LocalTime): ResolvedInstant {
  return zoneClock(zone).instantOfLocal(local);
}

/** `ZoneClock.localDate` of a zone by its name. In loops, keep the clock. */
export function localDate(zone: string, instant: number): LocalDateTime {
  return zoneClock(zone).localDate(instant);
}

/** First instant of the local date `2026-03-12`, or of the date `days` later, in a zone by its name. */
export function startOfDate(zone: string, date: string, days = 0): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return zoneClock(zone).startOfDate(year, month, day + days);
}

/** `ZoneClock.startOfDay` of a zone by its name. In loops, keep the clock. */
export function startOfDay(zone: string, instant: number): number {
  return zoneClock(zone).startOfDay(instant);
}

function createClock(zone: string): ZoneClock {
  const findStretch = stretchFinder(zone);
  let last = NOWHERE;

  function stretchAt(instant: number): OffsetStretch {
    if (instant >= last.from && instant < last.to) return last;
    const found = findStretch(instant);
    if (found !== NOWHERE) last = found;
    return found;
  }

  function offsetAtInstant(instant: number): number {
    return stretchAt(instant).offset;
  }

  function resolve(wall: number): ResolvedInstant {
    const before = stretchAt(wall - REACH_MS);
    if (wall + REACH_MS < before.to) return { instant: wall - before.offset, kind: 'exact' };
    const after = stretchAt(wall + REACH_MS);
    const early = wall - Math.max(before.offset, after.offset);
    const late = wall - Math.min(before.offset, after.offset);
    const earlyHolds = early + offsetAtInstant(early) === wall;
    const lateHolds = late + offsetAtInstant(late) === wall;
    if (earlyHolds && lateHolds) return { instant: early, kind: early === late ? 'exact' : 'overlap' };
    if (earlyHolds) return { instant: early, kind: 'exact' };
    if (lateHolds) return { instant: late, kind: 'exact' };
    return { instant: wall - before.offset, kind: 'gap' };
  }

  function startOfLocalDay(days: number): number {
    const wall = days * DAY_MS;
    const { instant, kind } = resolve(wall);
    if (kind !== 'gap') return instant;
    // Midnight was skipped: the day begins when the clocks jumped, which may be less than the whole jump later.
    const skippedFrom = offsetAtInstant(wall - REACH_MS);
    return firstInstant(wall - REACH_MS, instant, (probe) => offsetAtInstant(probe) !== skippedFrom);
  }

  return {
    zone,
    offsetAt: offsetAtInstant,
    stretchAt,
    instantOfLocal({ year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 }) {
      const time = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
      return resolve(dayNumber(year, month, day) * DAY_MS + time);
    },
    localDate(instant) {
      const wall = instant + offsetAtInstant(instant);
      const days = Math.floor(wall / DAY_MS);
      const seconds = Math.floor((wall - days * DAY_MS) / 1000);
      const { year, month, day } = civilDate(days);
      return {
        year,
        month,
        day,
        hour: Math.floor(seconds / 3600),
        minute: Math.floor(seconds / 60) % 60,
        second: seconds % 60,
      };
    },
    startOfDay: (instant) => startOfLocalDay(Math.floor((instant + offsetAtInstant(instant)) / DAY_MS)),
    startOfDate: (year, month, day) => startOfLocalDay(dayNumber(year, month, day)),
  };
}

/** Finds the stretch around any instant; UTC has one, other zones a table per block of years, made when asked for. */
function stretchFinder(zone: string): (instant: number) => OffsetStretch {
  const askOffset = offsetSource(zone);
  if (isUtc(zone)) {
    const always = { from: -LAST_INSTANT, to: LAST_INSTANT + 1, offset: 0 };
    return (instant) => (Math.abs(instant) <= LAST_INSTANT ? always : NOWHERE);
  }
  const blocks = new Map<number, readonly OffsetStretch[]>();
  return (instant) => {
    if (!(Math.abs(instant) <= LAST_INSTANT)) return NOWHERE;
    const index = Math.floor(instant / BLOCK_MS);
    let block = blocks.get(index);
    if (block === undefined) {
      block = probeBlock(askOffset, index);
      blocks.set(index, block);
    }
    return searchStretch(block, instant);
  };
}

function isUtc(zone: string): boolean {
  return /^(etc\/)?(utc|gmt|uct|zulu|universal|greenwich)$/i.test(zone);
}

function searchStretch(block: readonly OffsetStretch[], instant: number): OffsetStretch {
  let low = 0;
  let high = block.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((block[middle] as OffsetStretch).from <= instant) low = middle;
    else high = middle - 1;
  }
  return block[low] as OffsetStretch;
}

/** The stretches of one block of years, without gaps, in order. */
function probeBlock(askOffset: (instant: number) => number, index: number): OffsetStretch[] {
  const start = Math.max(index * BLOCK_MS, -LAST_INSTANT);
  const end = Math.min((index + 1) * BLOCK_MS, LAST_INSTANT + 1);
  const stretches: OffsetStretch[] = [];
  let from = start;
  let offset = askOffset(start);
  for (let probed = start; probed < end - 1; ) {
    const next = Math.min(probed + PROBE_MS, end - 1);
    const nextOffset = askOffset(next);
    if (nextOffset !== offset) {
      const before = offset;
      const change = firstInstant(probed, next, (instant) => askOffset(instant) !== before);
      stretches.push({ from, to: change, offset });
      from = change;
      offset = nextOffset;
    }
    probed = next;
  }
  stretches.push({ from, to: end, offset });
  return stretches;
}

/**
 * The first whole instant after `before` at which `holds`; it must not hold at `before` and must hold at `after`. Nearly
 * all changes fall on a quarter of an hour: those are looked through first.
 */
function firstInstant(before: number, after: number, holds: (instant: number) => boolean): number {
  const near = between(before, after, QUARTER_HOUR_MS, holds);
  return holds(near.high - 1) ? between(near.low, near.high - 1, 1, holds).high : near.high;
}

/** Halves the way until nothing that is divisible by the step is left between: `holds` changes after `low`, by `high`. */
function between(before: number, after: number, step: number, holds: (instant: number) => boolean) {
  let [low, high] = [before, after];
  for (;;) {
    const middle = Math.ceil((low + high) / 2 / step) * step;
    const probe = middle < high ? middle : middle - step;
    if (!(probe > low && probe < high)) return { low, high };
    if (holds(probe)) high = probe;
    else low = probe;
  }
}

/** Asks `Intl` for the offset of a zone in milliseconds; slow, and right for every instant. */
function offsetSource(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (instant) => {
    const answer = format.format(instant);
    const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(answer);
    if (match === null) throw new Error(`Intl gives the offset of ${zone} as “${answer}”`);
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = match;
    const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -size : size;
  };
}
