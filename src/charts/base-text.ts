/**
 * The number and the noun of a base: `n = 1,204 answers` is `1,204` and `answers`, so that a column of them
 * can name the noun once.
 *
 * @returns null for any other wording, such as `would reveal a group of fewer than 10 customers`.
 */
export function partsOfBase(base: string): { readonly count: string; readonly noun: string } | null {
  const [, count, noun] = /^n = (\d[\d.,\s\u00a0\u2009\u202f’']*?)\s+(\D.*)$/u.exec(base) ?? [];
  return count === undefined || noun === undefined ? null : { count, noun };
}

/**
 * Bases as a column: the heading and one cell each.
 *
 * The noun moves to the heading when all figures share it; otherwise every cell says all.
 */
export function baseColumn(bases: readonly string[]): { readonly heading: string; readonly cells: readonly string[] } {
  const parts = bases.map(partsOfBase);
  const nouns = new Set(parts.flatMap((part) => (part === null ? [] : [part.noun])));
  const [noun] = nouns;
  if (nouns.size !== 1 || noun === undefined) return { heading: '', cells: bases };
  return {
    heading: noun.charAt(0).toUpperCase() + noun.slice(1),
    cells: bases.map((base, k) => parts[k]?.count ?? base),
  };
}
