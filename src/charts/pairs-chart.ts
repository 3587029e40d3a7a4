/**
 * Two numbers a row: two bars under each other, or a step from an open dot to a filled one.
 */
import { scaleLinear } from 'd3';
import type { PairsFigure, Quantity } from '../report/types/analysis-figure.ts';
import { axisNote, axisOf } from './axis.ts';
import { flagOfAbsence, isDrawn, notesOfPairs, wordsOfAbsence } from './flags.ts';
import { round } from './round.ts';
import { NO_ROW_AXIS, type RowAxis, rowAxisOf } from './row-axis.ts';
import { type Spoken, say } from './spoken.ts';

/** One of the two numbers of a row. */
export interface PlacedValue {
  /** End of the bar or place of the dot, in per cent; null where the number is not published. */
  readonly x: number | null;
  /** Where the bar begins. */
  readonly from: number;
  readonly interval: { readonly from: number; readonly to: number } | null;
  /** The number, or the flag in its place. */
  readonly text: string;
}

/** A name of one of the two numbers, at its mark in the first row. */
export interface PlacedName {
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

export interface PlacedPair {
  readonly label: string;
  readonly first: PlacedValue;
  readonly second: PlacedValue;
  /** Where the step goes, with the place of its sign; null in a chart of bars and where either number is missing. */
  readonly step: { readonly sign: '+' | '−' | '='; readonly x: number; readonly anchor: 'start' | 'end' } | null;
  /** Names of the two numbers above and below the first row that has both marks. */
  readonly names: readonly [PlacedName, PlacedName] | null;
  /** Said instead of both numbers where neither may be shown; else empty. */
  readonly words: string;
  readonly judgement: string;
  readonly spoken: Spoken;
}

export interface PairsLayout extends RowAxis {
  readonly rows: readonly PlacedPair[];
  readonly judgementHeading: string;
  readonly notes: readonly string[];
  readonly nothing: string;
}

type Row = PairsFigure['rows'][number];

/** Places everything of a figure of pairs; rows stay in their order. */
export function pairsLayout(figure: PairsFigure): PairsLayout {
  const { unit, mark, rows } = figure;
  const drawn = rows.flatMap(({ first, second }) => [first, second]).filter(isDrawn);
  const values = drawn.flatMap(({ value, low, high }) =>
    mark === 'bars' ? [value, low ?? value, high ?? value] : [value],
  );
  const grounded = mark === 'bars' && unit !== 'score';
  const axis = axisOf(grounded ? [0, ...values] : values, unit);
  const across = scaleLinear([axis.low, axis.high], [0, 100]).clamp(true);
  const x = (value: number) => round(across(value));
  const ground = x(grounded ? 0 : axis.low);
  const place = (quantity: Quantity): PlacedValue => {
    if (!isDrawn(quantity))
      return { x: null, from: ground, interval: null, text: `[${flagOfAbsence(quantity) ?? 'x'}]` };
    const { value, low, high, text } = quantity;
    const interval = low === undefined || high === undefined ? null : { from: x(low), to: x(high) };
    return { x: x(value), from: ground, interval, text };
  };
  const named = rows.findIndex(({ first, second }) => isDrawn(first) && isDrawn(second));
  const judged = rows.some(({ differs }) => differs !== null);
  return {
    ...(drawn.length === 0 ? NO_ROW_AXIS : rowAxisOf(axis, unit, x)),
    rows: rows.map((row, k) => {
      const [first, second] = [place(row.first), place(row.second)];
      return {
        label: row.label,
        first,
        second,
        step: mark === 'dots' ? stepOf(row, first.x, second.x) : null,
        names: k === named ? namesOf(figure, first, second) : null,
        words: first.x === null && second.x === null ? wordsOfAbsence(row.first) : '',
        judgement: row.differs === null ? '' : row.differs ? 'clear' : 'not clear',
        spoken: { words: told(figure, row) },
      };
    }),
    judgementHeading: judged && drawn.length > 0 ? 'Difference' : '',
    notes:
      drawn.length === 0
        ? []
        : [
            grounded ? '' : axisNote(axis, unit),
            ...notesOfPairs(rows.map(({ first, second }) => [first, second])),
          ].filter((note) => note !== ''),
    nothing: rows.length === 0 ? 'There is nothing to show.' : '',
  };
}

/** The sign stands beyond the dot to which the step leads. */
function stepOf({ first, second }: Row, from: number | null, to: number | null): PlacedPair['step'] {
  if (from === null || to === null || !isDrawn(first) || !isDrawn(second)) return null;
  if (first.text === second.text) return { sign: '=', x: Math.max(from, to), anchor: 'start' };
  return second.value > first.value ? { sign: '+', x: to, anchor: 'start' } : { sign: '−', x: to, anchor: 'end' };
}

/** Bars are named where they begin; dots over and under themselves, inwards at the edges. */
function namesOf({ mark, names }: PairsFigure, first: PlacedValue, second: PlacedValue): PlacedPair['names'] {
  const at = ({ x, from }: PlacedValue, text: string): PlacedName => {
    if (mark === 'bars') return { x: Math.min(from, x ?? from), anchor: 'start', text };
    const anchor = (x ?? 0) < 25 ? 'start' : (x ?? 0) > 75 ? 'end' : 'middle';
    return { x: x ?? 0, anchor, text };
  };
  return [at(first, names[0]), at(second, names[1])];
}

function told({ names }: PairsFigure, { label, first, second, differs }: Row): string {
  const judgement = differs === null ? '' : differs ? '; the two differ clearly' : '; no clear difference';
  return `${label}. ${say(names[0], first)}; ${say(names[1], second)}${judgement}`;
}
