/**
 * Cells of two splits, each with its number and shaded by it. In a wide figure cells stand in columns under their names;
 * in one too narrow for the names every cell is named itself.
 */
import { extent } from 'd3';
import type { Quantity } from '../report/types/analysis-figure.ts';
import type { StripFigure } from '../report/types/contrast-figure.ts';
import { flagOfAbsence, isDrawn, notesOfAbsence } from './flags.ts';
import { plotWidth, ROOMS, type Room } from './room.ts';
import { type Spoken, say } from './spoken.ts';
import { shorten, textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';
import type { Tone } from './tone.ts';
import { inTwo } from './two-lines.ts';

export type CellLook = 'shaded' | 'low-base' | 'zero' | 'hidden' | 'missing' | 'none';

export interface PlacedCell {
  readonly look: CellLook;
  /** Of a shaded cell; else null. */
  readonly tone: Tone | null;
  /** The number, or the flag in its place; nothing where the question does not apply. */
  readonly text: string;
  /** `n 412` under a number that is no count; else empty. */
  readonly base: string;
  /** Of the column, cut to half of a narrow figure. */
  readonly name: string;
}

export interface StripLayout {
  /** Names of the columns in one or two lines. */
  readonly columns: readonly (readonly string[])[];
  /** Narrowest figure in which the names fit over their columns; null where every cell is named at any width. */
  readonly columnsRoom: Room | null;
  readonly rows: readonly { readonly label: string; readonly cells: readonly PlacedCell[]; readonly spoken: Spoken }[];
  /** Pixels of a cell under its column's name, and of one that is named itself. */
  readonly cellHeight: number;
  readonly namedHeight: number;
  /** Whether a cell's name stands over its number and not beside it. */
  readonly namesAbove: boolean;
  readonly notes: readonly string[];
  readonly nothing: string;
}

const NAME_SIZE = 12;
const VALUE_SIZE = 14;
/** Shares of the panel's colour in the shades, from light to dark: text on each keeps 4.5 to 1. */
const SHADES = [10, 22, 33, 45, 100] as const;
/** Pixels that the labels of the rows take beside the cells in a wide figure; in a narrow one they stand above. */
const LABELS: Readonly<Record<Room, number>> = { 0: 0, 480: 0, 720: 212 };
const CELL_GAP = 4;
/** Pixels from a cell's edge to its texts. */
export const PADDING = 8;

/** Places everything of a heat strip; rows and columns stay in their order. */
export function stripLayout(figure: StripFigure): StripLayout {
  const { unit, columns, rows } = figure;
  const lines = columns.map(inTwo);
  const widest = Math.max(0, ...lines.flat().map((line) => textWidth(line, NAME_SIZE)));
  const cellIn = (room: Room) => plotWidth(room, LABELS[room]) / Math.max(columns.length, 1) - CELL_GAP;
  const columnsRoom = ROOMS.find((room) => cellIn(room) >= widest + 4) ?? null;
  const shade = shadeOf(figure);
  const counted = unit === 'count';
  const placed = rows.map(({ cells }) => cells.map((cell) => placeCell(cell, shade, counted)));
  // Two named cells stand side by side in the narrowest figure.
  const half = plotWidth(0, 0) / 2 - CELL_GAP - 2 * PADDING;
  const number = Math.max(
    0,
    ...placed.flat().map(({ text, base }) => textWidth(base === '' ? text : base, VALUE_SIZE)),
  );
  const namesAbove = columns.some((name) => textWidth(name, NAME_SIZE) + PADDING + number > half);
  const names = columns.map((name) => shorten(name, half, NAME_SIZE));
  return {
    columns: lines,
    columnsRoom,
    rows: rows.map(({ label, cells }, j) => ({
      label,
      cells: (placed[j] ?? []).map((cell, k) => ({ ...cell, name: names[k] ?? '' })),
      spoken: { words: `${label}. ${cells.map((cell, k) => say(columns[k] ?? '', cell)).join('; ')}` },
    })),
    cellHeight: counted ? 32 : 44,
    namedHeight: namesAbove || !counted ? 46 : 32,
    namesAbove,
    notes: notesOf(figure),
    nothing: rows.length === 0 || columns.length === 0 ? 'There is nothing to show.' : '',
  };
}

function placeCell(cell: Quantity, shade: (value: number) => Tone, counted: boolean): Omit<PlacedCell, 'name'> {
  const flag = flagOfAbsence(cell);
  if (!isDrawn(cell)) {
    const look = flag === 'c' ? 'hidden' : flag === 'z' ? 'none' : 'missing';
    return { look, tone: null, text: `[${flag ?? 'x'}]`, base: '' };
  }
  const base = counted || cell.n === undefined ? '' : `n ${tickText(cell.n, 'count', 1)}`;
  if (cell.status === 'low_base') return { look: 'low-base', tone: null, text: cell.text, base };
  if (counted && cell.value === 0) return { look: 'zero', tone: null, text: cell.text, base };
  return { look: 'shaded', tone: shade(cell.value), text: cell.text, base };
}

/** Counts differ by orders of magnitude: their shades follow the root. All else follows its own extent. */
function shadeOf({ unit, rows }: StripFigure): (value: number) => Tone {
  const values = rows.flatMap(({ cells }) => cells.filter(isDrawn).map(({ value }) => value));
  const [low = 0, high = 1] = extent(values);
  return (value) => {
    const place = unit === 'count' ? Math.sqrt(value / high) : (value - low) / (high - low || 1);
    const share = SHADES[Math.min(Math.floor(place * SHADES.length), SHADES.length - 1)] ?? SHADES[0];
    return { share, towards: 'paper', text: share === 100 ? 'paper' : 'ink' };
  };
}

function notesOf({ unit, shade, rows }: StripFigure): string[] {
  const cells = rows.flatMap((row) => row.cells);
  return [
    cells.some(isDrawn) ? `Stronger colour: ${unit === 'count' ? 'more' : 'higher'} ${shade}.` : '',
    cells.some(({ status }) => status === 'low_base') ? 'Hollow: low base, read with care.' : '',
    ...notesOfAbsence(cells),
  ].filter((note) => note !== '');
}
