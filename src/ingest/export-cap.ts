/**
 * Exports that a tool may have cut off.
 */

/** Row counts at which tools stop, and what a sheet of a spreadsheet can hold, with or without its header. */
const CAPS: ReadonlySet<number> = new Set([
  1_000, 2_000, 5_000, 10_000, 20_000, 25_000, 50_000, 65_535, 65_536, 100_000, 150_000, 200_000, 250_000, 500_000,
  1_000_000, 1_048_575, 1_048_576,
]);

/** A word of warning when a file has just as many rows as tools export at most. */
export function capNotes(rows: number): string[] {
  if (!CAPS.has(rows)) return [];
  const count = String(rows).replace(/\B(?=(\d{3})+$)/g, ',');
  return [
    `exactly ${count} rows: the tool may have cut the export off there; compare with what it shows, or export shorter periods`,
  ];
}
