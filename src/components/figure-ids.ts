/**
 * Ids of figures in a writer's text. The page may show the same figure in a section of its own, and the text show it twice.
 */

/**
 * An id that no other figure on the page has, noted as taken.
 *
 * @param taken ids of the figures of the text so far.
 */
export function ownId(taken: Set<string>, figure: string): string {
  const id = `${figure}-in-text`;
  let own = id;
  for (let number = 2; taken.has(own); number += 1) own = `${id}-${number}`;
  taken.add(own);
  return own;
}
