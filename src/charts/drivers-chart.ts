/**
 * What goes with an outcome: one bar each from zero, with its interval; hollow and hatched where nothing is shown.
 */
import { scaleLinear } from 'd3';
import type { DriversFigure } from '../report/types/analysis-figure.ts';
import { axisOf } from './axis.ts';
import { baseColumn } from './base-text.ts';
import { isDrawn, wordsOfAbsence } from './flags.ts';
import { round } from './round.ts';
import { NO_ROW_AXIS, type RowAxis, rowAxisOf } from './row-axis.ts';
import { type Spoken, say } from './spoken.ts';
import { wholePerCent } from './whole-per-cent.ts';

export interface PlacedBar {
  readonly label: string;
  /** From zero to the value, in per cent of the plot's width; null for a row that says `words` instead. */
  readonly bar: { readonly x: number; readonly width: number } | null;
  readonly interval: { readonly from: number; readonly to: number } | null;
  readonly clear: boolean;
  /** How sure it is that the first bar is the longest; empty for all others. */
  readonly first: string;
  readonly value: string;
  readonly words: string;
  readonly base: string;
  readonly spoken: Spoken;
}

export interface DriversLayout extends RowAxis {
  readonly rows: readonly PlacedBar[];
  readonly total: string;
  readonly baseHeading: string;
  readonly notes: readonly string[];
  readonly nothing: string;
}

/** Places everything of a drivers figure; bars stay in their order. */
export function driversLayout(figure: DriversFigure): DriversLayout {
  const { bars, unit } = figure;
  const drawn = bars.map(({ quantity }) => quantity).filter(isDrawn);
  const axis = axisOf([0, ...drawn.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])], unit);
  const across = scaleLinear([axis.low, axis.high], [0, 100]).clamp(true);
  const x = (value: number) => round(across(value));
  const bases = baseColumn(bars.map(({ quantity }) => (isDrawn(quantity) ? quantity.base : '')));
  // A base that all share says nothing row by row.
  const shared = new Set(bases.cells.filter((cell) => cell !== '')).size < 2;
  const top = bars.findIndex(({ quantity }) => isDrawn(quantity));
  return {
    ...(drawn.length === 0 ? NO_ROW_AXIS : rowAxisOf(axis, unit, x)),
    rows: bars.map(({ label, quantity, first, clear }, k) => {
      const certainty = k === top && first !== undefined ? `most likely first: ${wholePerCent(first)}` : '';
      const spoken = { words: say(label, quantity, [certainty, clear ? '' : 'not clear of nothing at all']) };
      if (!isDrawn(quantity)) {
        const words = wordsOfAbsence(quantity);
        return { label, bar: null, interval: null, clear, first: '', value: '', words, base: '', spoken };
      }
      const { value, low, high } = quantity;
      const [from, to] = [x(Math.min(0, value)), x(Math.max(0, value))];
      return {
        label,
        bar: { x: from, width: round(to - from) },
        interval: low === undefined || high === undefined ? null : { from: x(low), to: x(high) },
        clear,
        first: certainty,
        value: quantity.text,
        words: '',
        base: shared ? '' : (bases.cells[k] ?? ''),
        spoken,
      };
    }),
    total: drawn.length === 0 ? '' : `All together ${figure.totalText}`,
    baseHeading: shared ? '' : bases.heading,
    notes: bars.some(({ quantity, clear }) => isDrawn(quantity) && !clear)
      ? ['Hatched: these data cannot tell it from nothing at all.']
      : [],
    nothing: bars.length === 0 ? 'There is nothing to show.' : '',
  };
}
