/**
 * Stages of the journey as a company declares them, and as its exports name them.
 */

/**
 * The place of each value among the declared stages, −1 for a value that is none. Names that differ in case or blanks
 * only are the same.
 */
export function stagePlaces(declared: readonly string[], values: readonly string[]): Int32Array {
  const places = new Map(declared.map((stage, place) => [foldedName(stage), place]));
  return Int32Array.from(values, (value) => places.get(foldedName(value)) ?? -1);
}

/** What names that differ in case or blanks only have in common. */
export function foldedName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
