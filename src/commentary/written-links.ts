/**
 * Finds the links in a writer's text.
 */
import type { MdastNode } from 'satteri';
import { Mistake } from '../config/mistake.ts';
import { isElement, nodesIn, placeOf } from './nodes.ts';
import type { UsePlace } from './vocabulary/component.ts';

/** A link as it stands in a text. */
export interface WrittenLink {
  readonly place: UsePlace;
  /** Where it leads, as it was written. */
  readonly target: string;
}

/**
 * Every link of a text, in order.
 *
 * @throws Mistake for one that is written as HTML: no base path is put before its address.
 */
export function writtenLinks(tree: MdastNode, file: string): WrittenLink[] {
  return nodesIn(tree).flatMap((node) => {
    const place = placeOf(node, file);
    if (node.type === 'link' || node.type === 'definition') return [{ place, target: node.url }];
    const isTag = isElement(node) && node.name === 'a';
    if (!isTag) return [];
    throw new Mistake({
      ...place,
      what: 'A link is written in another way',
      found: '<a>',
      expected: '[the words that are linked](/service/)',
      remedy: 'Write the words between square brackets, and where they lead between round ones.',
    });
  });
}
