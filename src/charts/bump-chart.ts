/**
 * Ranks of groups on several measures: a line for each group from measure to measure, with the interval of each rank.
 * Groups stand a little apart in every column, so that their intervals can be told from each other.
 */
import type { BumpFigure } from '../report/types/contrast-figure.ts';
import { FLAGS, flagOfAbsence, isDrawn, wordsOfNothing } from './flags.ts';
import { plotWidth, ROOMS, type Room } from './room.ts';
import { round } from './round.ts';
import { spaced } from './spaced.ts';
import { type Spoken, say } from './spoken.ts';
import { textWidth } from './text-width.ts';
import { fitted, inTwo } from './two-lines.ts';

export interface PlacedRank {
  readonly x: number;
  readonly y: number;
  readonly interval: { readonly top: number; readonly bottom: number } | null;
  readonly look: 'solid' | 'low-base';
  readonly spoken: Spoken;
}

export interface PlacedRankLine {
  readonly strong: boolean;
  /** In a box of 100 by the plot's height. */
  readonly path: string;
  readonly points: readonly PlacedRank[];
  /** Place among the strong lines, which decides how it is broken; 0 for all others. */
  readonly index: number;
  /** Name in one or two lines, with a flag where the last rank is not there: such names stand at the foot. */
  readonly label: readonly string[];
  /** Middle of its first line. */
  readonly labelY: number;
}

export interface BumpLayout {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly ranks: readonly { readonly y: number; readonly text: string }[];
  /** Names of the measures: in lines over their column, and on a step of a stair in figures too narrow for that. */
  readonly measures: readonly { readonly x: number; readonly lines: readonly string[]; readonly name: string }[];
  /** Narrowest figure in which the names fit over their columns; null where they stand on a stair at every width. */
  readonly measuresRoom: Room | null;
  readonly lines: readonly PlacedRankLine[];
  readonly notes: readonly string[];
  readonly nothing: string;
}

const SIZE = 12;
const LINE = 15;
/** Pixels from rank to rank. */
const ROW = 34;
const TOP = 14;
const LEFT = 26;
const WIDEST_LABEL = 112;
/** Per cent of the distance between columns over which groups are spread. */
const SPREAD = 58;
/** The most that two neighbours stand apart, in the same measure. */
const APART = 9;

/** Places everything of a figure of ranks; lines keep their order, the strong ones are drawn over the others. */
export function bumpLayout(figure: BumpFigure): BumpLayout {
  const { measures, lines } = figure;
  const shown = lines.filter(({ ranks }) => ranks.some(isDrawn));
  const last = Math.max(
    ...shown.flatMap(({ ranks }) => ranks.filter(isDrawn).map(({ value, high }) => high ?? value)),
    1,
  );
  const y = (rank: number) => round(TOP + (rank - 1) * ROW);
  const bottom = y(last);
  const frame = { height: bottom + 14, top: TOP, bottom, left: LEFT };
  if (shown.length === 0) return { ...EMPTY, ...frame, nothing: wordsOfNothing(lines.flatMap(({ ranks }) => ranks)) };
  const pitch = 100 / measures.length;
  const apart = (Math.min(SPREAD / Math.max(shown.length - 1, 1), APART) / 100) * pitch;
  const names = shown.map(({ label, ranks }) => {
    const flag = flagOfAbsence(ranks.at(-1) ?? { status: 'no_data' });
    return fitted(flag === null ? label : `${label} [${flag}]`, WIDEST_LABEL, SIZE);
  });
  // Strong names are bold, which is a little wider.
  const right = Math.max(...names.flat().map((line) => textWidth(line, SIZE))) + 18;
  const placed = shown.map(({ label, ranks, strong }, index) => {
    const points = ranks.map((rank, k) => {
      if (!isDrawn(rank)) return null;
      const { value, low, high, status } = rank;
      return {
        x: round((k + 0.5) * pitch + (index - (shown.length - 1) / 2) * apart),
        y: y(value),
        interval: low === undefined || high === undefined ? null : { top: y(low), bottom: y(high) },
        look: status === 'low_base' ? 'low-base' : 'solid',
        spoken: { words: say(`${label}, ${measures[k] ?? ''}`, { ...rank, text: `rank ${rank.text}` }) },
      } as const;
    });
    const path = points
      .map((point, k) => (point === null ? '' : `${points[k - 1] ? 'L' : 'M'}${point.x},${point.y}`))
      .join('');
    return {
      strong,
      index: strong ? shown.slice(0, index).filter((line) => line.strong).length : 0,
      path,
      points: points.filter((point) => point !== null),
      label: names[index] ?? [label],
      end: points.at(-1)?.y ?? bottom + ROW,
    };
  });
  const most = Math.max(...names.map((lines) => lines.length));
  const missing = placed.some(({ end }) => end > bottom) ? ROW : 0;
  const ends = spaced(
    placed.map(({ end }) => end - ((most - 1) * LINE) / 2),
    most * LINE + 2,
    TOP - (most * LINE) / 2,
    bottom + missing + 6 - ((most - 1) * LINE) / 2,
  );
  return {
    ...frame,
    height: frame.height + missing,
    right,
    ranks: Array.from({ length: Math.round(last) }, (_, k) => ({ y: y(k + 1), text: String(k + 1) })),
    ...measuresOver(measures, pitch, LEFT + right),
    lines: placed
      .map(({ end: _, ...line }, k) => ({ ...line, labelY: labelAt(ends[k] as number, line.label, most) }))
      .sort((a, b) => Number(a.strong) - Number(b.strong)),
    notes: notesOf(figure),
    nothing: '',
  };
}

/** One line among names of two stands at their middle. */
function labelAt(y: number, lines: readonly string[], most: number): number {
  return y + ((most - lines.length) * LINE) / 2;
}

function measuresOver(
  measures: readonly string[],
  pitch: number,
  beside: number,
): Pick<BumpLayout, 'measures' | 'measuresRoom'> {
  const placed = measures.map((name, k) => ({ x: round((k + 0.5) * pitch), lines: inTwo(name), name }));
  const widest = Math.max(...placed.flatMap(({ lines }) => lines.map((line) => textWidth(line, SIZE))));
  const measuresRoom = ROOMS.find((room) => (plotWidth(room, beside) * pitch) / 100 >= widest + 8) ?? null;
  return { measures: placed, measuresRoom };
}

const EMPTY = { right: 0, ranks: [], measures: [], measuresRoom: 0 as const, lines: [], notes: [] };

function notesOf({ lines }: BumpFigure): string[] {
  const quantities = lines.flatMap(({ ranks }) => ranks);
  const hidden = lines.filter(({ ranks }) => !ranks.every(isDrawn)).map(({ label }) => label);
  const flag = quantities.map(flagOfAbsence).find((one) => one !== null);
  return [
    'Rank 1 is best. Bars: 95% interval of the rank.',
    quantities.some(({ status }) => status === 'low_base') ? 'Hollow: low base, read with care.' : '',
    flag === undefined || flag === null ? '' : `[${flag}] ${FLAGS[flag]}: ${hidden.join(', ')}.`,
  ].filter((note) => note !== '');
}
