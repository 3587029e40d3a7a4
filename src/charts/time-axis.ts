/**
 * Two rows of labels under a chart over time: months or quarters, and years beneath them.
 */
import type { Period } from '../calendar/period.ts';
import { type Room, roomByRank } from './room.ts';
import { textWidth } from './text-width.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export interface TimeTick {
  /** Per cent of the plot's width. */
  readonly x: number;
  readonly text: string;
  /** 0 is next to the plot, 1 beneath it. */
  readonly row: 0 | 1;
  /** Narrowest figure in which it shows. */
  readonly room: Room;
}

interface Candidate {
  readonly x: number;
  readonly text: string;
  readonly row: 0 | 1;
  readonly rank: number;
}

const SIZE = 12;

/**
 * Labels of the periods, thinned so that they never touch at any width.
 *
 * @param placed periods in order of time with their place in per cent.
 * @param beside pixels of the figure that the plot does not have.
 */
export function timeTicks(
  placed: readonly { readonly period: Period; readonly x: number }[],
  beside: number,
): TimeTick[] {
  const candidates = placed.flatMap(({ period, x }, k) => labelsOf(period, x, k === 0));
  const ticks = ([0, 1] as const).map((row) =>
    thinned(
      candidates.filter((label) => label.row === row),
      beside,
    ),
  );
  const [small = [], large = []] = ticks;
  // A row that could only repeat "Jan" above every year says nothing.
  return new Set(small.map((tick) => tick.text)).size === 1 && large.length > 1 ? large : [...small, ...large];
}

function labelsOf(period: Period, x: number, first: boolean): Candidate[] {
  const [year = '', part = ''] = period.code.split('-');
  const row = (rank: number, text: string) => ({ x, text, row: 0 as const, rank });
  if (period.grain === 'all') return [row(0, period.label)];
  if (period.grain === 'year') return [row(rankOfYear(Number(year)), year)];
  const yearBeneath = { x, text: year, row: 1 as const, rank: rankOfYear(Number(year)) };
  if (period.grain === 'quarter') {
    const starts = part === 'Q1';
    const rank = starts ? 0 : part === 'Q3' ? 1 : 2;
    return [row(rank, part), ...(starts || first ? [yearBeneath] : [])];
  }
  const month = Number(part) - 1;
  const rank = month === 0 ? 0 : month === 6 ? 1 : month % 3 === 0 ? 2 : 3;
  return [row(rank, MONTHS[month] ?? ''), ...(month === 0 || first ? [yearBeneath] : [])];
}

/** Every year, every second, fourth, eighth. */
function rankOfYear(year: number): number {
  return [8, 4, 2].findIndex((stride) => year % stride === 0) + 1 || 4;
}

/** A period as a label in a chart names it: `Mar 2026`, `Q1 2026`, `2026`. */
export function shortPeriod({ code, grain, label }: Period): string {
  const [year = '', part = ''] = code.split('-');
  if (grain === 'month') return `${MONTHS[Number(part) - 1] ?? ''} ${year}`;
  return grain === 'quarter' ? `${part} ${year}` : label;
}

function thinned(candidates: readonly Candidate[], beside: number): TimeTick[] {
  const labels = candidates.map(({ x, text, rank }) => ({
    x,
    rank,
    width: textWidth(text, SIZE),
    anchor: 'middle' as const,
  }));
  const rooms = roomByRank(labels, beside);
  return candidates.flatMap(({ x, text, row }, k) => {
    const room = rooms[k];
    return room === null || room === undefined ? [] : [{ x, text, row, room }];
  });
}
