/**
 * Texts that stand in others: every `<Include>` followed to the text that it names.
 */
import { Mistake } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import { PARTIALS_FOLDER, partialNamed } from './site-pages.ts';
import type { ComponentUse } from './uses.ts';

/** Uses of components in each text of the folder of partials, by the name that includes it. */
export type Partials = ReadonlyMap<string, readonly ComponentUse[]>;

/**
 * The uses of a text with those of the texts that it includes after each `<Include>`, as readers meet them.
 *
 * @param path names of the partials in which this text stands, the outermost first.
 * @throws Mistake for a partial that is not there, and for one that includes itself, by whatever way.
 */
export function withIncluded(
  uses: readonly ComponentUse[],
  partials: Partials,
  path: readonly string[] = [],
): ComponentUse[] {
  return uses.flatMap((use) => {
    const name = includedBy(use);
    if (name === null) return [use];
    const inside = partials.get(name);
    if (inside === undefined) throw unknownPartial(use, name, partials);
    if (path.includes(name)) throw circle(use, [...path.slice(path.indexOf(name)), name]);
    return [use, ...standingIn(use, withIncluded(inside, partials, [...path, name]))];
  });
}

/** Names of the partials that texts include, by whatever way. */
export function namesIncluded(texts: readonly (readonly ComponentUse[])[]): ReadonlySet<string> {
  return new Set(texts.flat().flatMap((use) => includedBy(use) ?? []));
}

/** What an included text holds stands in whatever its `<Include>` stands in. */
function standingIn(include: ComponentUse, uses: readonly ComponentUse[]): ComponentUse[] {
  const copies = new Map<object, ComponentUse>();
  return uses.map((use) => {
    const copy = { ...use, within: (use.within && copies.get(use.within)) ?? include };
    copies.set(use, copy);
    return copy;
  });
}

function includedBy({ component, props }: ComponentUse): string | null {
  if (component !== 'Include') return null;
  return partialNamed(String(props.text));
}

function unknownPartial({ place }: ComponentUse, name: string, partials: Partials): Mistake {
  const known = [...partials.keys()];
  const guess = nearest(name, known);
  return new Mistake({
    ...place,
    what: `There is no text called "${name}" to include`,
    found: `text="${name}"`,
    expected: known.length === 0 ? `a file in content/${PARTIALS_FOLDER}, which holds none` : known.join(', '),
    remedy:
      guess === undefined ? `Write the text into content/${PARTIALS_FOLDER}${name}.mdx.` : `Did you mean "${guess}"?`,
  });
}

function circle({ place }: ComponentUse, path: readonly string[]): Mistake {
  return new Mistake({
    ...place,
    what: 'A text includes itself',
    found: path.join(' → '),
    expected: 'texts that end',
    remedy: 'Take this <Include> out, or include a part of that text that stands in a file of its own.',
  });
}
