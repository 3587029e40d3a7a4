/**
 * Words of two groups: how distinctive against how often used. Words beyond chance are written where there is room;
 * all stand in the table.
 */
import { scaleLinear } from 'd3';
import type { WordsFigure } from '../report/types/analysis-figure.ts';
import { inSentence } from './in-sentence.ts';
import { round } from './round.ts';
import { type Seated, seatLabels, seatsAround } from './seats.ts';
import { type SizeAxis, sizeAxis } from './size-axis.ts';
import type { Spoken } from './spoken.ts';
import { textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';

export interface PlacedWord {
  readonly x: number;
  readonly y: number;
  readonly distinctive: boolean;
  /** Null for a word that the reading aid passes over: there are many, and they say nothing. */
  readonly spoken: Spoken | null;
}

export interface WordsLayout {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly valueTicks: readonly { readonly y: number; readonly text: string; readonly zero: boolean }[];
  readonly sizeTicks: SizeAxis['ticks'];
  readonly sizeTitle: string;
  readonly words: readonly PlacedWord[];
  readonly labels: readonly Seated[];
  /** Names at the upper and the lower end of the axis. */
  readonly ends: readonly [upper: string, lower: string] | null;
  readonly notes: readonly string[];
  readonly nothing: string;
}

/** Room for the names of the groups over and under the words. */
const TOP = 30;
const PLOT_HEIGHT = 380;
const SIZE = 12;
const LABEL_SIZE = 13;
const RIGHT = 12;

/** Places everything of a figure of words. */
export function wordsLayout({ groups, words }: WordsFigure): WordsLayout {
  const bottom = TOP + PLOT_HEIGHT;
  const frame = { height: bottom + 66, top: TOP, bottom, right: RIGHT };
  if (words.length === 0) return { ...frame, ...EMPTY };
  // Zero stands in the middle, so that both groups have the same room.
  const most = 1.06 * Math.max(...words.map(({ z }) => Math.abs(z)), 1);
  const down = scaleLinear([-most, most], [bottom, TOP]);
  const ticks = down.ticks(6);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const texts = ticks.map((value) => tickText(value, 'net', step));
  const left = Math.max(...texts.map((text) => textWidth(text, SIZE))) + 10;
  const across = sizeAxis(
    words.map(({ customers }) => customers),
    left + RIGHT,
  );
  const y = (z: number) => round(down(z));
  const placed = words.map(({ word, customers, z, isBound, distinctive }) => ({
    x: across.at(customers),
    y: y(z),
    distinctive,
    spoken: distinctive
      ? {
          words: `${word}: ${customers} customers, more by ${inSentence(groups[z > 0 ? 1 : 0])}, z ${isBound ? 'beyond ' : ''}${tickText(z, 'net', 0.1)}`,
        }
      : null,
  }));
  return {
    ...frame,
    left,
    valueTicks: ticks.map((value, k) => ({ y: Math.round(y(value)), text: texts[k] ?? '', zero: value === 0 })),
    sizeTicks: across.ticks,
    sizeTitle: `Customers who use the word${across.log ? ', log scale' : ''}`,
    words: placed,
    labels: labelsOf(words, placed, { bottom, beside: left + RIGHT }),
    ends: [`↑ more by ${inSentence(groups[1])}`, `↓ more by ${inSentence(groups[0])}`],
    notes: [
      placed.some(({ distinctive }) => !distinctive) ? 'Faint: words that chance alone would spread as far.' : '',
      'The axis counts standard errors (z).',
    ].filter((note) => note !== ''),
    nothing: '',
  };
}

const EMPTY = {
  left: 0,
  valueTicks: [],
  sizeTicks: [],
  sizeTitle: '',
  words: [],
  labels: [],
  ends: null,
  notes: [],
  nothing: 'There are too few words to show.',
};

/** The most distinctive words first; none covers the dot of another distinctive word. */
function labelsOf(
  words: WordsFigure['words'],
  placed: readonly PlacedWord[],
  { bottom, beside }: { readonly bottom: number; readonly beside: number },
): Seated[] {
  const distinctive = words
    .map((word, k) => ({ ...word, place: placed[k] as PlacedWord }))
    .filter((word) => word.distinctive)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  const seated = seatLabels(
    distinctive.map(({ word, place }) => seatsAround(place.x, place.y, [word], 8, 16)),
    {
      size: LABEL_SIZE,
      beside,
      top: TOP - 6,
      bottom: bottom + 6,
      over: [0, RIGHT],
      marks: distinctive.map(({ place }) => place),
      reach: 4,
    },
  );
  return seated.filter((one) => one !== null);
}
