/**
 * Stages of the journey as a company declares them, and as its exports name them.
 */

/**
 * The place of each value among the declared stages, −1 for a value that is none. Names that differ in case or blanks
 * only are the same.
 */
export function stagePlaces(declared: readonly string[], values: readonly string[]): Int32Array {
  const places = new Map(declared.map((stage, place) => [folded(stage), place]));
  return Int32Array.from(values, (value) => places.get(folded(value)) ?? -1);
}

function folded(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
