/**
 * Who is in which combination of sets: one row a combination with a dot for each set it is in, and a bar for its share.
 */
import type { UpsetFigure } from '../report/types/contrast-figure.ts';
import { baseColumn } from './base-text.ts';
import { isDrawn, wordsOfAbsence } from './flags.ts';
import { inSentence } from './in-sentence.ts';
import { round } from './round.ts';
import { type Spoken, say } from './spoken.ts';

export interface PlacedCombination {
  /** One per set, in pixels from the left of the matrix. */
  readonly dots: readonly { readonly x: number; readonly member: boolean }[];
  /** From the first member to the last; null for less than two. */
  readonly link: { readonly from: number; readonly to: number } | null;
  /** Whether it is in no set at all. */
  readonly isNobodys: boolean;
  /** Per cent of the plot's width, from zero; null for a combination that says `words` instead. */
  readonly width: number | null;
  readonly value: string;
  readonly base: string;
  readonly words: string;
  readonly spoken: Spoken;
}

export interface UpsetLayout {
  /** Names of the sets, each on a line of its own over its column, in pixels. */
  readonly sets: readonly { readonly x: number; readonly y: number; readonly name: string }[];
  /** Pixels. */
  readonly matrixWidth: number;
  readonly headHeight: number;
  readonly rows: readonly PlacedCombination[];
  readonly baseHeading: string;
  readonly nothing: string;
}

/** Pixels from column to column, and from a name to the next. */
const COLUMN = 28;
const LINE = 17;

/** Places everything of a figure of combinations, which stay in their order. */
export function upsetLayout({ sets, combinations }: UpsetFigure): UpsetLayout {
  const x = (k: number) => COLUMN / 2 + k * COLUMN;
  const drawn = combinations.map(({ share }) => share).filter(isDrawn);
  const longest = Math.max(...drawn.map(({ value }) => value), 0) || 1;
  const bases = baseColumn(combinations.map(({ share }) => (isDrawn(share) ? share.base : '')));
  return {
    sets: sets.map((name, k) => ({ x: x(k), y: 9 + k * LINE, name })),
    matrixWidth: sets.length * COLUMN,
    headHeight: sets.length * LINE + 4,
    rows: combinations.map(({ members, share }, k): PlacedCombination => {
      const dots = sets.map((_, j) => ({ x: x(j), member: members[j] === true }));
      const within = dots.filter(({ member }) => member).map((dot) => dot.x);
      const isDrawnOne = isDrawn(share);
      return {
        dots,
        link: within.length < 2 ? null : { from: Math.min(...within), to: Math.max(...within) },
        isNobodys: within.length === 0,
        width: isDrawnOne ? round((share.value / longest) * 100) : null,
        value: isDrawnOne ? share.text : '',
        base: isDrawnOne ? (bases.cells[k] ?? '') : '',
        words: isDrawnOne ? '' : wordsOfAbsence(share),
        spoken: { words: say(nameOf(sets, members), share) },
      };
    }),
    baseHeading: bases.heading,
    nothing: combinations.length === 0 ? 'There are no groups to show.' : '',
  };
}

/** `Score and ticket, nothing else`, `None of these`. */
function nameOf(sets: readonly string[], members: readonly boolean[]): string {
  const [first, ...others] = sets.filter((_, k) => members[k]);
  if (first === undefined) return 'None of these';
  if (others.length + 1 === sets.length) return 'All of these';
  const names = [first, ...others.map(inSentence)];
  return `${names.join(' and ')}, nothing else`;
}
