/**
 * The nodes of a writer's text, once it has been parsed.
 */
import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import type { UsePlace } from './vocabulary/component.ts';

/** A component, or a tag of HTML. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

export function isElement(node: MdastNode): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** What stands directly in a node. */
export function childrenOf(node: MdastNode): readonly MdastNode[] {
  return 'children' in node ? (node.children as MdastNode[]) : [];
}

/** A node and all that stand in it, in the order of the text. */
export function nodesIn(node: MdastNode): MdastNode[] {
  return [node, ...childrenOf(node).flatMap(nodesIn)];
}

/** Where a node begins, as messages say it. */
export function placeOf(node: MdastNode, file: string): UsePlace {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { file, line, column };
}
