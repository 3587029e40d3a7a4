/**
 * How many are left at each step: bars from zero, each a share of the first, with count, share and interval.
 */
import type { StepsFigure } from '../report/types/contrast-figure.ts';
import { isDrawn, wordsOfAbsence } from './flags.ts';
import { round } from './round.ts';
import { type Spoken, say } from './spoken.ts';

export interface PlacedStage {
  readonly label: string;
  /** Per cent of the plot's width, from zero; null for a step that says `words` instead. */
  readonly width: number | null;
  readonly interval: { readonly from: number; readonly to: number } | null;
  /** The step of which all others are shares. */
  readonly isWhole: boolean;
  readonly value: string;
  readonly count: string;
  readonly words: string;
  readonly spoken: Spoken;
}

export interface StepsLayout {
  readonly rows: readonly PlacedStage[];
  readonly countHeading: string;
  readonly notes: readonly string[];
  readonly nothing: string;
}

/** Places everything of a figure of steps; they stay in their order. */
export function stepsLayout({ steps, counts }: StepsFigure): StepsLayout {
  const x = (share: number) => round(Math.min(Math.max(share, 0), 1) * 100);
  const rows = steps.map(({ label, count, share }, k): PlacedStage => {
    const spoken = { words: say(label, share) };
    if (!isDrawn(share)) {
      const words = wordsOfAbsence(share);
      return { label, width: null, interval: null, isWhole: false, value: '', count: '', words, spoken };
    }
    const { value, low, high, text } = share;
    return {
      label,
      width: x(value),
      interval: low === undefined || high === undefined ? null : { from: x(low), to: x(high) },
      isWhole: k === 0,
      value: text,
      count,
      words: '',
      spoken,
    };
  });
  return {
    rows,
    countHeading: rows.some(({ count }) => count !== '') ? counts.charAt(0).toUpperCase() + counts.slice(1) : '',
    notes: steps.some(({ share }) => share.status === 'low_base')
      ? ['Some figures have a low base; the table says which.']
      : [],
    nothing: steps.length === 0 ? 'There are no steps to show.' : '',
  };
}
