/**
 * How closely one series follows another: a stem for the correlation at each lag, over the band that chance alone
 * fills.
 */
import { scaleLinear } from 'd3';
import type { LagFigure } from '../report/types/analysis-figure.ts';
import type { PlacedText } from './placed-text.ts';
import { NARROWEST, type Room, roomByRank } from './room.ts';
import { round } from './round.ts';
import { type Seated, seatLabels, seatsAround } from './seats.ts';
import type { Spoken } from './spoken.ts';
import { shorten, textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';
import { inTwo } from './two-lines.ts';

export interface Stem {
  readonly x: number;
  /** End of the stem in pixels from the top. */
  readonly y: number;
  /** Whether it is longer than chance makes them. */
  readonly beyond: boolean;
  readonly text: string;
  /** Narrowest figure in which the tick shows; null where it never does. */
  readonly room: Room | null;
  readonly spoken: Spoken;
}

export interface LagLayout {
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly valueTicks: readonly { readonly y: number; readonly text: string }[];
  readonly zero: number;
  /** Edges of the band of chance. */
  readonly band: { readonly top: number; readonly bottom: number };
  readonly stems: readonly Stem[];
  /** The correlation at the longest stem beyond the band. */
  readonly label: Seated | null;
  /** Names of the two sides: left who moves first at negative lags, right at positive ones. */
  readonly sides: readonly [left: PlacedText, right: PlacedText] | null;
  /** What a lag counts. */
  readonly axisTitle: string;
  readonly notes: readonly string[];
  readonly nothing: string;
}

const TOP = 34;
const PLOT_HEIGHT = 208;
const SIZE = 12;
const LABEL_SIZE = 13;
const RIGHT = 12;
const LINE = 16;

/** Places everything of a lag figure. */
export function lagLayout({ lags, bound, names, step }: LagFigure): LagLayout {
  const [before, after] = sideLines(names);
  const top = TOP + LINE * (Math.max(before.length, after.length) - 1);
  const bottom = top + PLOT_HEIGHT;
  const most = Math.min(1, 1.1 * Math.max(bound, ...lags.map(({ correlation }) => Math.abs(correlation)), 0.1));
  const down = scaleLinear([-most, most], [bottom, top]);
  const y = (value: number) => round(down(value));
  const ticks = down.ticks(5);
  const size = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const texts = ticks.map((value) => tickText(value, 'coefficient', size));
  const left = Math.max(...texts.map((text) => textWidth(text, SIZE))) + 10;
  const frame = { height: bottom + 46, top, bottom, left, right: RIGHT };
  const band = { top: y(bound), bottom: y(-bound) };
  if (lags.length === 0) {
    return { ...frame, ...EMPTY, left: 0, zero: y(0), band };
  }
  const from = Math.min(...lags.map(({ lag }) => lag));
  const to = Math.max(...lags.map(({ lag }) => lag));
  const across = scaleLinear([from - 0.5, to + 0.5], [0, 100]);
  const x = (lag: number) => round(across(lag));
  const rooms = roomByRank(
    lags.map(({ lag }) => ({
      x: x(lag),
      width: textWidth(lagText(lag), SIZE),
      anchor: 'middle',
      rank: lag % 2 === 0 ? 0 : 1,
    })),
    left + RIGHT,
  );
  const stems = lags.map(({ lag, correlation }, k): Stem => {
    const beyond = Math.abs(correlation) > bound;
    const value = tickText(correlation, 'coefficient', 0.01);
    const first =
      lag === 0 ? 'Both at once' : `${names[lag > 0 ? 0 : 1]} first by ${Math.abs(lag)} ${stepWord(step, lag)}`;
    return {
      x: x(lag),
      y: y(correlation),
      beyond,
      text: lagText(lag),
      room: rooms[k] ?? null,
      spoken: { words: `${first}: r ${value}, ${beyond ? 'beyond' : 'within'} what chance alone does` },
    };
  });
  return {
    ...frame,
    valueTicks: ticks.map((value, k) => ({ y: Math.round(y(value)), text: texts[k] ?? '' })),
    zero: y(0),
    band,
    stems,
    label: labelOf(lags, stems, { top, bottom, beside: left + RIGHT }),
    sides: [
      { x: 0, y: 10, dx: -left, anchor: 'start', lines: before },
      { x: 100, y: 10, dx: RIGHT, anchor: 'end', lines: after },
    ],
    axisTitle: `Lag${step === undefined ? '' : ` in ${step}s`}`,
    notes: [
      'Band: what chance alone passes in 5 of 100 pairs of series.',
      stems.some(({ beyond }) => !beyond) ? 'Hollow: within the band.' : '',
    ].filter((note) => note !== ''),
    nothing: '',
  };
}

const EMPTY = {
  valueTicks: [],
  stems: [],
  label: null,
  sides: null,
  axisTitle: '',
  notes: [],
  nothing: 'There are too few periods to compare.',
};

/** Who moves first on the left and on the right: in one line each where both fit into the narrowest figure. */
function sideLines([first, second]: LagFigure['names']): readonly [left: string[], right: string[]] {
  const [left, right] = [`← ${second} moves first`, `${first} moves first →`];
  if (textWidth(left, LABEL_SIZE) + textWidth(right, LABEL_SIZE) + 24 <= NARROWEST) return [[left], [right]];
  const short = (name: string) => inTwo(name).map((line) => shorten(line, NARROWEST / 2 - 30, LABEL_SIZE));
  const [from = '', ...more] = short(second);
  return [
    [`← ${from}`, ...more, 'moves first'],
    [...short(first), 'moves first →'],
  ];
}

function lagText(lag: number): string {
  return tickText(lag, 'net', 1);
}

function stepWord(step: LagFigure['step'], lag: number): string {
  return Math.abs(lag) === 1 ? (step ?? 'period') : `${step ?? 'period'}s`;
}

/** Above or below the longest stem, if it reaches beyond the band. */
function labelOf(
  lags: LagFigure['lags'],
  stems: readonly Stem[],
  { top, bottom, beside }: { readonly top: number; readonly bottom: number; readonly beside: number },
): Seated | null {
  const [longest] = lags
    .map(({ correlation }, k) => ({ correlation, stem: stems[k] as Stem }))
    .filter(({ stem }) => stem.beyond)
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  if (longest === undefined) return null;
  const { correlation, stem } = longest;
  const seats = seatsAround(stem.x, stem.y, [`r ${tickText(correlation, 'coefficient', 0.01)}`], 9, 16);
  const hall = { size: LABEL_SIZE, beside, top: top - 12, bottom: bottom + 8, over: [0, RIGHT] as const, reach: 6 };
  const [label = null] = seatLabels([seats], { ...hall, marks: stems });
  return label;
}
