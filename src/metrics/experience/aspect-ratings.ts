/**
 * How responses rate single aspects.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { ABSENT } from '../estimators/sample.ts';

/**
 * By row of the responses the rating of each aspect as its place between the ends of its own scale, 0 to 1; NaN where the
 * response does not rate it.
 */
export function ratedPlaces(dataset: Dataset, aspects: readonly string[]): Float64Array[] {
  const places = aspects.map(() => new Float64Array(dataset.responses?.rows ?? 0).fill(Number.NaN));
  forEachRating(dataset, aspects, (which, response, value, scale) => {
    (places[which] as Float64Array)[response] = (value - scale.min) / (scale.max - scale.min);
  });
  return places;
}

/** By row of the responses 1 for a positive rating of the aspect, 0 for another, `ABSENT` for none. */
export function positiveRatings(dataset: Dataset, aspect: string): Int8Array {
  const positive = new Int8Array(dataset.responses?.rows ?? 0).fill(ABSENT);
  forEachRating(dataset, [aspect], (_, response, value, { positiveFrom }) => {
    positive[response] = value >= positiveFrom ? 1 : 0;
  });
  return positive;
}

/** Why there are no ratings of an aspect, where the table of aspects is there; null when there are some. */
export function missingAspect({ aspects }: Dataset, aspect: string): string | null {
  return aspects?.columns.aspect?.values.includes(aspect) ? null : `no rated aspect is called “${aspect}”`;
}

function forEachRating(
  { aspects }: Dataset,
  wanted: readonly string[],
  visit: (
    which: number,
    response: number,
    value: number,
    scale: { readonly min: number; readonly max: number; readonly positiveFrom: number },
  ) => void,
): void {
  const { aspect, score } = aspects?.columns ?? {};
  if (aspects === null || aspect === undefined || score === undefined) return;
  const whichOf = aspect.values.map((name) => wanted.indexOf(name));
  for (let row = 0; row < aspects.rows; row++) {
    const which = whichOf[aspect.codes[row] as number] ?? -1;
    const scale = score.scales[score.scale[row] as number];
    if (which >= 0 && scale !== undefined)
      visit(which, aspects.response[row] as number, score.values[row] as number, scale);
  }
}
