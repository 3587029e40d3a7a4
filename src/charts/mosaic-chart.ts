/**
 * Two splits at once: columns as wide as their share of all, parts as high as their share of the column.
 */
import type { MosaicFigure } from '../report/types/analysis-figure.ts';
import { FLAGS, flagOfAbsence, isDrawn } from './flags.ts';
import { plotWidth, ROOMS, type Room, roomOfEach } from './room.ts';
import { round } from './round.ts';
import { spaced } from './spaced.ts';
import type { Spoken } from './spoken.ts';
import { shorten, textWidth } from './text-width.ts';
import { type Tone, toneOf } from './tone.ts';
import { inTwo } from './two-lines.ts';

type Column = MosaicFigure['columns'][number];

export interface PlacedPart {
  /** Pixels from the top. */
  readonly y: number;
  readonly height: number;
  readonly kind: 'negative' | 'neutral' | 'positive';
  readonly tone: Tone;
  readonly label: string;
  /** Narrowest figure in which the label fits into the part; null when it never does. */
  readonly room: Room | null;
}

export interface PlacedColumn {
  /** Per cent of the plot's width. */
  readonly x: number;
  readonly width: number;
  /** Name in one or two lines and share; the letter stands for them where they do not fit. */
  readonly lines: readonly string[];
  readonly letter: string;
  /** Narrowest figure in which the letter has room. */
  readonly letterRoom: Room | null;
  readonly name: string;
  readonly text: string;
  readonly base: string;
  /** Empty for a column that is not published, which has a `flag` instead. */
  readonly parts: readonly PlacedPart[];
  readonly flag: { readonly text: string /** As for labels. */; readonly room: Room | null } | null;
  readonly spoken: Spoken;
}

export interface MosaicLayout {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
  readonly columns: readonly PlacedColumn[];
  /** Narrowest figure in which all names fit over their columns; null where letters stand at every width. */
  readonly namesRoom: Room | null;
  /** Names of the parts, beside the last column. */
  readonly names: readonly { readonly y: number; readonly text: string; readonly strong: boolean }[];
  readonly notes: readonly string[];
  readonly nothing: string;
}

const PLOT_HEIGHT = 260;
const LINE = 16;
const SIZE = 13;
const NAME_SIZE = 12;
const NAME_LINE = 15;
const WIDEST_NAME = 104;
/** Pixels between columns. */
const COLUMN_GAP = 2;

/** Places everything of a mosaic figure; columns and parts stay in their order. */
export function mosaicLayout({ columns }: MosaicFigure): MosaicLayout {
  const shown = columns.filter(isShown);
  const last = shown.at(-1);
  const right = last === undefined ? 0 : Math.max(...last.parts.flatMap(namesOf).map(widthOfName)) + 10;
  const lines = columns.map(({ label, text }) => [...inTwo(label), text]);
  const fits = (room: Room) =>
    columns.every(
      ({ share }, k) =>
        widthIn(share, room, right) >= Math.max(...(lines[k] ?? []).map((text) => textWidth(text, SIZE))) + 6,
    );
  const namesRoom = ROOMS.find(fits) ?? null;
  const top = 8 + LINE * (namesRoom === null ? 1 : Math.max(1, ...lines.map((one) => one.length)));
  const bottom = top + PLOT_HEIGHT;
  let from = 0;
  const places = columns.map(({ share }) => {
    const x = round(from);
    from += share * 100;
    return { x, width: round(round(from) - x) };
  });
  const letterRooms = roomOfEach(
    places.map(({ x, width }) => ({ x: x + width / 2, width: 4, anchor: 'middle' })),
    right,
  );
  const placed = columns.map(
    (column, k): PlacedColumn => ({
      ...placeColumn(column, places[k] as (typeof places)[number], top, right),
      lines: lines[k] ?? [],
      letter: String.fromCharCode(65 + k),
      letterRoom: letterRooms[k] ?? null,
    }),
  );
  return {
    height: bottom + 6,
    top,
    bottom,
    right,
    columns: placed,
    namesRoom,
    names:
      last === undefined
        ? []
        : namesBeside(
            last,
            placed.findLast(({ parts }) => parts.length > 0),
            top,
          ),
    notes: [...new Set(placed.flatMap(({ flag }) => (flag === null ? [] : [`[${flag.text}] ${FLAGS[flag.text]}.`])))],
    nothing: columns.length === 0 ? 'There are no groups to show.' : '',
  };
}

/** Parts of a column are known all or not at all: one that is missing could be worked out from the others. */
function isShown({ parts }: Column): boolean {
  return parts.length > 0 && parts.every(({ quantity }) => isDrawn(quantity));
}

function placeColumn(
  column: Column,
  place: { readonly x: number; readonly width: number },
  top: number,
  right: number,
): Omit<PlacedColumn, 'lines' | 'letter' | 'letterRoom'> {
  const { label, share, text, base, parts } = column;
  const about = { ...place, name: label, text, base };
  const head = [`${label}: ${text}`, base].filter((one) => one !== '').join(', ');
  const roomFor = (words: string) =>
    ROOMS.find((room) => widthIn(share, room, right) >= textWidth(words, SIZE) + 6) ?? null;
  if (!isShown(column)) {
    const flag = parts.map(({ quantity }) => flagOfAbsence(quantity)).find((one) => one !== null) ?? 'x';
    const spoken = { words: `${head}; ${FLAGS[flag]}` };
    return { ...about, parts: [], flag: { text: flag, room: roomFor(`[${flag}]`) }, spoken };
  }
  let upTo = 0;
  const placed = parts.map(({ tone, quantity }, k): PlacedPart => {
    const bottom = round(top + PLOT_HEIGHT * (1 - upTo));
    upTo += quantity.value ?? 0;
    const y = round(top + PLOT_HEIGHT * (1 - Math.min(upTo, 1)));
    const height = round(bottom - y);
    const room = height < LINE ? null : roomFor(quantity.text);
    return { y, height, kind: tone, tone: toneOf(parts, k), label: quantity.text, room };
  });
  const told = parts.map(({ label: name, quantity }) => `${name} ${quantity.text}`).join(', ');
  return { ...about, parts: placed, flag: null, spoken: { words: `${head}; ${told}` } };
}

/** Pixels of a column in the narrowest figure of a room. */
function widthIn(share: number, room: Room, beside: number): number {
  return share * plotWidth(room, beside) - COLUMN_GAP;
}

/** At the middle of the last column's parts, with the value where the part has no room for it. */
function namesBeside(
  { parts }: Column,
  last: PlacedColumn | undefined,
  top: number,
): readonly { readonly y: number; readonly text: string; readonly strong: boolean }[] {
  if (last === undefined) return [];
  let after = top;
  const texts = parts
    .map((part, k) => ({ part, place: last.parts[k] as PlacedPart }))
    .toReversed()
    .flatMap(({ part, place: { y, height, room } }) => {
      const lines = namesOf(part).map((text) => ({ text, strong: false }));
      if (room !== 0) lines.push({ text: part.quantity.text, strong: true });
      // Lines of one name stay together: none wishes to stand before the name above it.
      const first = Math.max(y + height / 2 - ((lines.length - 1) * NAME_LINE) / 2, after);
      after = first + (lines.length - 1) * NAME_LINE;
      return lines.map((line, k) => ({ ...line, wish: first + k * NAME_LINE }));
    });
  const places = spaced(
    texts.map(({ wish }) => wish),
    NAME_LINE,
    top + 7,
    top + PLOT_HEIGHT - 7,
  );
  return texts.map(({ text, strong }, k) => ({ y: places[k] as number, text, strong }));
}

function namesOf({ label }: { readonly label: string }): string[] {
  return inTwo(label).map((line) => shorten(line, WIDEST_NAME, NAME_SIZE));
}

function widthOfName(line: string): number {
  return textWidth(line, NAME_SIZE);
}
