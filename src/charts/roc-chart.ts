/**
 * How well scores tell those with an outcome from those without: their curves over the diagonal of chance and, beside
 * them, the observed share of the outcome in each fifth of the first score.
 */
import { line, scaleLinear } from 'd3';
import type { RocFigure } from '../report/types/analysis-figure.ts';
import { axisOf } from './axis.ts';
import { FLAGS, flagOfAbsence, isDrawn, wordsOfAbsence } from './flags.ts';
import { round } from './round.ts';
import { type Spoken, say } from './spoken.ts';
import { shorten, textWidth } from './text-width.ts';
import { tickText } from './ticks.ts';
import { wholePerCent } from './whole-per-cent.ts';

export interface PlacedScore {
  readonly index: number;
  /** Path in a box of 100 by `SQUARE` pixels; empty where the curve may not be shown. */
  readonly path: string;
  readonly label: string;
  /** The area under the curve, or the flag in its place. */
  readonly area: string;
  /** Middle of its words, in pixels from the top. */
  readonly y: number;
  readonly spoken: Spoken;
}

export interface PlacedFifth {
  readonly x: number;
  readonly label: string;
  /** Pixels from the top; null where the share may not be shown, which has a `flag` instead. */
  readonly y: number | null;
  readonly interval: { readonly top: number; readonly bottom: number } | null;
  readonly expected: number | null;
  readonly text: string;
  readonly flag: string;
  readonly spoken: Spoken;
}

export interface RocLayout {
  readonly scores: readonly PlacedScore[];
  /** Empty where the figure has no fifths. */
  readonly fifths: readonly PlacedFifth[];
  readonly fifthTicks: readonly { readonly y: number; readonly text: string }[];
  readonly fifthsLeft: number;
  readonly titles: { readonly found: string; readonly wrong: string; readonly fifths: string };
  /** Title of the axis under the fifths. */
  readonly fifthsAxis: string;
  readonly notes: readonly string[];
  readonly nothing: string;
}

/** Side of the curves' plot in pixels, which the style sheet knows too; the fifths beside it are as high. */
export const SQUARE = 228;
/** Pixels over both plots. */
export const TOP = 34;
/** Ticks of both axes of the curves, which run from nobody to everybody. */
export const SHARES = [0, 0.25, 0.5, 0.75, 1].map((share) => ({ share, text: tickText(share, 'share', 0.25) }));
const SIZE = 12;
const ROW = 18;
/** A score's name at the axis of the fifths, in pixels. */
const WIDEST_SCORE = 120;
/** A sample of the line behind the words of a score. */
export const SAMPLE = 22;

/** Places everything of a figure of scores. */
export function rocLayout(figure: RocFigure): RocLayout {
  const { curves, calibration, outcome } = figure;
  const drawn = calibration.map(({ observed }) => observed).filter(isDrawn);
  const shown = curves.some(({ points, auc }) => points.length > 1 && isDrawn(auc));
  const nothing = shown || drawn.length > 0 ? '' : nothingOf(figure);
  const axis = axisOf(
    [
      0,
      ...drawn.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
      ...calibration.flatMap(({ expected }) => (expected === undefined ? [] : [expected])),
    ],
    'share',
  );
  const down = scaleLinear([axis.low, axis.high], [TOP + SQUARE, TOP]).clamp(true);
  const y = (value: number) => round(down(value));
  const texts = axis.ticks.map((value) => tickText(value, 'share', axis.step));
  const fifths = drawn.length === 0 ? [] : calibration.map((fifth, k) => placeFifth(fifth, k, calibration.length, y));
  return {
    scores: nothing === '' ? curves.map((curve, k) => placeScore(curve, k, curves.length)) : [],
    fifths,
    fifthTicks: fifths.length === 0 ? [] : axis.ticks.map((value, k) => ({ y: y(value), text: texts[k] ?? '' })),
    fifthsLeft: Math.max(...texts.map((text) => textWidth(text, SIZE))) + 10,
    titles: {
      found: `Of those that ${outcome}: found`,
      wrong: 'Of the others: taken for them',
      fifths: `Share that ${outcome}`,
    },
    fifthsAxis:
      figure.parts ?? `Fifths of ${shorten(curves[0]?.label ?? 'the score', WIDEST_SCORE, SIZE)}, lowest first`,
    notes: notesOf(figure),
    nothing,
  };
}

function placeScore({ label, points, auc }: RocFigure['curves'][number], k: number, count: number): PlacedScore {
  const path = line<(typeof points)[number]>()
    .x(({ falsePositive }) => falsePositive * 100)
    .y(({ truePositive }) => (1 - truePositive) * SQUARE)
    .digits(1);
  const shown = isDrawn(auc);
  const area = shown ? auc.text : `[${flagOfAbsence(auc) ?? 'x'}]`;
  // Words stand in the corner under the diagonal, which leaves each row less room the higher it is.
  const y = SQUARE - 12 - ROW * (count - 1 - k);
  const room = y - SAMPLE - textWidth(`  ${area}`, SIZE) - 16;
  return {
    index: k,
    path: shown && points.length > 1 ? (path(points) ?? '') : '',
    label: shorten(label, room, SIZE),
    area,
    y,
    spoken: { words: say(`${label}, area under the curve`, auc) },
  };
}

function placeFifth(
  { label, observed, expected }: RocFigure['calibration'][number],
  k: number,
  count: number,
  y: (value: number) => number,
): PlacedFifth {
  const said = expected === undefined ? [] : [`expected ${wholePerCent(expected)}`];
  const about = {
    x: round(((k + 0.5) / count) * 100),
    label,
    expected: expected === undefined ? null : y(expected),
    spoken: { words: say(label, observed, said) },
  };
  if (!isDrawn(observed)) return { ...about, y: null, interval: null, text: '', flag: flagOfAbsence(observed) ?? 'x' };
  const { value, low, high, text } = observed;
  return {
    ...about,
    y: y(value),
    interval: low === undefined || high === undefined ? null : { top: y(high), bottom: y(low) },
    text,
    flag: '',
  };
}

function notesOf({ curves, calibration }: RocFigure): string[] {
  const hidden = curves.filter(({ auc }) => !isDrawn(auc));
  const flags = calibration.map(({ observed }) => flagOfAbsence(observed));
  const reasons = new Set([
    ...hidden.map(({ auc }) => wordsOfAbsence(auc)),
    ...flags.flatMap((flag) => (flag === null ? [] : [`[${flag}] ${FLAGS[flag]}`])),
  ]);
  return [
    'Diagonal: a score that tells nothing, area 0.50.',
    calibration.some(({ expected }) => expected !== undefined) ? 'Ticks: the share expected from the score.' : '',
    ...[...reasons].map((reason) => `${reason}.`),
  ].filter((note) => note !== '');
}

function nothingOf({ curves }: RocFigure): string {
  const suppressed = curves.some(({ auc }) => flagOfAbsence(auc) === 'c');
  return suppressed ? 'Too few cases to publish a figure.' : 'There are no scores to show.';
}
