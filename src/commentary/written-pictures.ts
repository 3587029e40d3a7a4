/**
 * Finds the pictures in a writer's text.
 */
import type { MdastNode } from 'satteri';
import { Mistake } from '../config/mistake.ts';
import { isElement, nodesIn, placeOf } from './nodes.ts';
import type { WrittenPicture } from './pictures.ts';
import type { UsePlace } from './vocabulary/component.ts';

/**
 * Every picture of a text.
 *
 * @throws Mistake for one that is written as HTML, or whose file is named elsewhere in the text.
 */
export function writtenPictures(tree: MdastNode, file: string): WrittenPicture[] {
  return nodesIn(tree).flatMap((node) => {
    const place = placeOf(node, file);
    if (node.type === 'image') return [{ place, alt: node.alt ?? '', source: decoded(node.url) }];
    const isTag = isElement(node) && node.name === 'img';
    if (isTag || node.type === 'imageReference') throw otherwiseWritten(place, isTag ? '<img>' : '![…][…]');
    return [];
  });
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function otherwiseWritten(place: UsePlace, found: string): Mistake {
  return new Mistake({
    ...place,
    what: 'A picture is written in another way',
    found,
    expected: '![what it shows](picture.png)',
    remedy: 'Write what it shows between square brackets, and its file between round ones.',
  });
}
