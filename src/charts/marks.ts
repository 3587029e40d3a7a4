/**
 * The shape that stands for each panel. Colours and line styles are the style sheet's.
 */
import { symbol, symbolCircle, symbolDiamond2, symbolSquare } from 'd3';
import type { Lens } from '../report/types.ts';

const SHAPES = { satisfaction: symbolCircle, service: symbolSquare, experience: symbolDiamond2 } as const;

/** Path of a panel's marker around the origin; the three shapes have the same area, so none looks heavier. */
export function markerPath(lens: Lens): string {
  return symbol(SHAPES[lens], 74).digits(2)() ?? '';
}
