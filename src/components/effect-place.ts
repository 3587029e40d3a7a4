/**
 * Where the parts of an effect's small picture stand, in per cent of its width.
 */
import type { EffectPicture } from '../report/types/contrast.ts';

export interface EffectPlaces {
  readonly dot: number;
  readonly low: number;
  readonly high: number;
  /** Nothing at all, where the line holds it inside. */
  readonly nothing: number | null;
  /** Too small to matter. */
  readonly band: { readonly from: number; readonly to: number } | null;
  /** Whether the picture ends before the interval does. */
  readonly beyond: { readonly low: boolean; readonly high: boolean };
}

/** Everything beyond an end of the line is drawn at that end. */
export function effectPlaces({ value, low, high, from, to, margin }: EffectPicture): EffectPlaces {
  const place = (at: number) => Math.round(1000 * Math.min(1, Math.max(0, (at - from) / (to - from)))) / 10;
  return {
    dot: place(value),
    low: place(low),
    high: place(high),
    nothing: from < 0 && to > 0 ? place(0) : null,
    band: margin === null ? null : { from: place(-margin), to: place(margin) },
    beyond: { low: low < from, high: high > to },
  };
}
