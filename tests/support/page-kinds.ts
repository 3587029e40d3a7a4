/** Pages that are made alike, and how many of them stand for all. */
const KINDS = [
  { of: /^contrasts\/./, some: 2 },
  { of: /^(?:satisfaction|service|experience)\/$/, some: 1 },
  { of: /^(?:installations|about-this-report)\//, some: 1 },
] as const;

/** Of pages that are made alike some that stand for all, where a look takes its time; all others. */
export function oneOfEachKind(pages: readonly string[]): string[] {
  return pages.filter((path) => {
    const kind = KINDS.find(({ of }) => of.test(path));
    return kind === undefined || pages.filter((each) => kind.of.test(each)).indexOf(path) < kind.some;
  });
}
