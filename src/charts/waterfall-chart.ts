/**
 * How a difference comes about, row by row: levels stand on the ground, changes hang between them.
 */
import { scaleLinear } from 'd3';
import type { Quantity, WaterfallFigure } from '../report/types/analysis-figure.ts';
import { axisNote, axisOf } from './axis.ts';
import { isDrawn, wordsOfAbsence } from './flags.ts';
import { round } from './round.ts';
import { NO_ROW_AXIS, type RowAxis, rowAxisOf } from './row-axis.ts';
import { type Spoken, say } from './spoken.ts';

export interface PlacedStep {
  readonly label: string;
  readonly kind: 'level' | 'rise' | 'fall';
  /**
   * In per cent of the plot's width; null for a step that is not published, which says `words` instead, and for a
   * change whose place is not known because the one before it is not.
   */
  readonly bar: { readonly x: number; readonly width: number } | null;
  readonly interval: { readonly from: number; readonly to: number } | null;
  /** Where the rule from the step before arrives and where the one to the next step leaves; null where there is none. */
  readonly linkIn: number | null;
  readonly linkOut: number | null;
  readonly value: string;
  readonly words: string;
  readonly spoken: Spoken;
}

export interface WaterfallLayout extends RowAxis {
  readonly rows: readonly PlacedStep[];
  readonly notes: readonly string[];
  readonly nothing: string;
}

type Step = WaterfallFigure['steps'][number];

/** A step with the level before it and after it, where they are known. */
interface Hung {
  readonly step: Step;
  readonly from: number | null;
  readonly to: number | null;
}

/** Places everything of a waterfall figure; steps stay in their order. */
export function waterfallLayout(figure: WaterfallFigure): WaterfallLayout {
  const { unit } = figure;
  const steps = hang(figure.steps);
  const edges = steps
    .flatMap(({ step, from, to }) => [from, to, ...intervalOf(step, from)])
    .filter((one) => one !== null);
  // A score has no zero: its ground is where the axis begins, which the axis says.
  const axis = axisOf(unit === 'score' ? edges : [0, ...edges], unit);
  const ground = unit === 'score' ? axis.low : 0;
  const across = scaleLinear([axis.low, axis.high], [0, 100]).clamp(true);
  const x = (value: number) => round(across(value));
  const drawn = steps.some(({ to }) => to !== null);
  return {
    ...(drawn ? rowAxisOf(axis, unit, x) : NO_ROW_AXIS),
    rows: steps.map(({ step, from, to }, k) => {
      const { label, role, quantity } = step;
      const shown = isDrawn(quantity);
      const start = role === 'level' ? ground : from;
      const [low, high] = intervalOf(step, from);
      return {
        label,
        kind: role === 'level' ? 'level' : shown && quantity.value < 0 ? 'fall' : 'rise',
        bar: start === null || to === null ? null : barOf(x(start), x(to)),
        interval: low === undefined || high === undefined ? null : { from: x(low), to: x(high) },
        linkIn: from === null || !shown ? null : x(from),
        linkOut: to === null || !isPlaced(steps[k + 1]) ? null : x(to),
        value: shown ? quantity.text : '',
        words: shown ? '' : wordsOfAbsence(quantity),
        spoken: { words: say(label, quantity) },
      };
    }),
    notes: drawn ? notesOf(steps, unit === 'score' ? axisNote(axis, unit) : '') : [],
    nothing: steps.length === 0 ? 'There are no steps to show.' : '',
  };
}

/** Changes hang on the level before them; after one that is not published nothing hangs until the next level. */
function hang(steps: readonly Step[]): Hung[] {
  let level: number | null = null;
  return steps.map((step): Hung => {
    const { role, quantity } = step;
    const from = level;
    const value: number | null = isDrawn(quantity) ? quantity.value : null;
    level = value === null ? null : role === 'level' ? value : from === null ? null : from + value;
    return { step, from, to: level };
  });
}

function isPlaced(hung: Hung | undefined): boolean {
  return hung !== undefined && hung.to !== null;
}

/** The interval on the axis: a change's ends are counted from the level on which it hangs. */
function intervalOf({ role, quantity }: { role: Step['role']; quantity: Quantity }, from: number | null): number[] {
  const { low, high } = quantity;
  if (!isDrawn(quantity) || low === undefined || high === undefined) return [];
  if (role === 'level') return [low, high];
  return from === null ? [] : [from + low, from + high];
}

function notesOf(steps: readonly Hung[], axis: string): string[] {
  const floating = steps.some(({ step, to }) => isDrawn(step.quantity) && to === null);
  return [axis, floating ? 'A change after one that is not published has no place on the axis.' : ''].filter(
    (note) => note !== '',
  );
}

function barOf(from: number, to: number): NonNullable<PlacedStep['bar']> {
  return { x: Math.min(from, to), width: round(Math.abs(to - from)) };
}
