/**
 * The slice that holds both groups of a comparison, so that comparisons of one kind share their preparation.
 */
import type { Dimension } from '../../dataset/dataset.ts';
import type { Group, Slice } from '../definition.ts';

/**
 * The smallest slice with both groups: all values of a dimension where each group is one value of it, else the two
 * periods of one restriction.
 *
 * @throws Error for groups that differ in more than a period and one dimension: nobody compares such.
 */
export function sliceOfBoth(a: Group, b: Group): Slice {
  const periods =
    a.period.start === b.period.start && a.period.end === b.period.end
      ? [a.period]
      : [a.period, b.period].sort((one, other) => one.start - other.start);
  const dimension = onlyDimension(a);
  if (dimension !== null && dimension === onlyDimension(b)) return { periods, dimension, where: {} };
  if (whereKey(a) !== whereKey(b)) throw new Error(`Groups without a common slice: ${whereKey(a)}, ${whereKey(b)}`);
  return { periods, dimension: null, where: a.where };
}

/** Number of a group in the slice, `period × values + value`; −1 for a value that no row has. */
export function groupNumber(
  { periods, dimension }: Slice,
  values: readonly string[],
  { period, where }: Group,
): number {
  const when = periods.findIndex(({ start, end }) => start === period.start && end === period.end);
  const value = dimension === null ? 0 : values.indexOf(where[dimension] as string);
  return value < 0 ? -1 : when * values.length + value;
}

function onlyDimension({ where }: Group): Dimension | null {
  const [dimension, ...others] = Object.keys(where) as Dimension[];
  return dimension === undefined || others.length > 0 ? null : dimension;
}

function whereKey({ where }: Group): string {
  return JSON.stringify(Object.entries(where).sort(([a], [b]) => (a < b ? -1 : 1)));
}
