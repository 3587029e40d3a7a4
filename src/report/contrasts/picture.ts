/**
 * The number that decides a test as a small picture: a dot and its interval on a line.
 */
import type { Quantity } from '../types/analysis-figure.ts';
import type { EffectPicture } from '../types/contrast.ts';
import type { Unit } from '../types/estimate.ts';
import type { Weighed } from './view.ts';

/** A difference is drawn between so many margins to either side at least, so that small ones look small. */
const MARGINS_DRAWN = 4;

/** What lies farther out stands so much inside the ends of the line. */
const ROOM = 1.1;

/** A difference around nothing, on the scale of the comparison: of waits the logarithm of their ratio. */
export function differencePicture({ difference, margin, unit }: Weighed): EffectPicture {
  const place = (value: number) => (unit === 'duration' ? Math.log(value) : value);
  const value = place(difference.difference);
  const low = place(difference.low);
  const high = place(difference.high);
  const farthest = Math.max(...[value, low, high].map(Math.abs).filter(Number.isFinite));
  const reach = Math.max(MARGINS_DRAWN * place(margin), ROOM * farthest);
  return {
    value,
    low,
    high,
    from: -reach,
    to: reach,
    margin: place(margin),
  };
}

/** The whole scale of what has one. */
const SCALES: { readonly [U in Unit]?: readonly [from: number, to: number] } = {
  share: [0, 1],
  coefficient: [0, 1],
  net: [-100, 100],
};

/** A number on the scale of its unit; null where the unit has none, or nothing is shown. */
export function quantityPicture({ value, low, high }: Quantity, unit: Unit): EffectPicture | null {
  const scale = SCALES[unit];
  if (scale === undefined || value === undefined || low === undefined || high === undefined) return null;
  const [from, to] = scale;
  // Correlations may be negative; only then their scale has two sides.
  return { value, low, high, from: unit === 'coefficient' && low < 0 ? -1 : from, to, margin: null };
}
