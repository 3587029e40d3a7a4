/**
 * Finds where writers use components in their MDX, with the line and column of each.
 */
import type { MdastNode, MdxJsxAttributeUnion } from 'satteri';
import { Mistake } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';
import { checkContent, checkProps } from './checked-props.ts';
import { parseMdx } from './mdx.ts';
import { childrenOf, isElement, placeOf } from './nodes.ts';
import type { EnclosingUse, UsePlace } from './vocabulary/component.ts';
import { VOCABULARY } from './vocabulary/vocabulary.ts';

/** A component in a writer's text. */
export type ComponentUse = EnclosingUse;

/** Stands in a text for a component in it that brings words of its own. */
export const SLOT = '\ufffc';

/**
 * Every use of a component in an MDX text, in order, checked against the vocabulary.
 *
 * @param source the whole file, front matter included, so that lines are the writer's.
 * @param file how messages name it.
 * @param filters names of the dimensions that may restrict a figure.
 * @throws Mistake when the text is not MDX, names an unknown component or gives a prop that the component does not take.
 */
export function componentUses(source: string, file: string, filters: readonly string[]): ComponentUse[] {
  return usesIn(parseMdx(source, file), file, filters);
}

/** The same for a text that has been parsed. */
export function usesIn(tree: MdastNode, file: string, filters: readonly string[]): ComponentUse[] {
  const uses: ComponentUse[] = [];
  visit<ComponentUse | undefined>(tree, undefined, (node, within) => {
    if (!isElement(node)) return within;
    const { name } = node;
    if (name === null || !/^[A-Z]/.test(name)) return within;
    const place = placeOf(node, file);
    const component = VOCABULARY.find((known) => known.name === name);
    if (component === undefined) throw unknownComponent(name, place);
    const props = Object.fromEntries(node.attributes.map((attribute) => property(name, attribute, place)));
    checkProps(component, props, filters, place);
    const text = textOf(node);
    checkContent(component, { text, isInline: node.type === 'mdxJsxTextElement' }, place);
    const use = { component: name, props, text, place, ...(within === undefined ? {} : { within }) };
    component.check?.(use);
    uses.push(use);
    return use;
  });
  return uses;
}

/** The text of a node without its markup, blanks as single ones. */
function textOf(node: MdastNode): string {
  const parts: string[] = [];
  visit(node, undefined, (each) => {
    if (each.type === 'paragraph' || each.type === 'heading') parts.push(' ');
    if ('value' in each && typeof each.value === 'string' && (each.type === 'text' || each.type === 'inlineCode')) {
      parts.push(each.value);
    }
    if (each !== node && standsAlone(each)) parts.push(SLOT);
  });
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Whether a node is a component that stands around nothing; what others stand around is in the text itself. */
function standsAlone(node: MdastNode): boolean {
  return isElement(node) && VOCABULARY.some(({ name, content }) => name === node.name && content === 'none');
}

/** @param each is told what it gave for the node that the node stands in. */
function visit<T>(node: MdastNode, above: T, each: (node: MdastNode, above: T) => T): void {
  const given = each(node, above);
  for (const child of childrenOf(node)) visit(child, given, each);
}

function property(
  component: string,
  attribute: MdxJsxAttributeUnion,
  place: UsePlace,
): [name: string, value: string | true] {
  if (attribute.type === 'mdxJsxAttribute') {
    if (typeof attribute.value === 'string') return [attribute.name, attribute.value];
    if (attribute.value === null || attribute.value === undefined) return [attribute.name, true];
  }
  const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
  throw new Mistake({
    ...place,
    what: `<${component}> takes text in quotes`,
    found: name,
    expected: 'a prop such as metric="nps"',
    remedy: `Write ${attribute.type === 'mdxJsxAttribute' ? name : 'each prop'}="…".`,
  });
}

function unknownComponent(name: string, place: UsePlace): Mistake {
  const known = VOCABULARY.map((component) => component.name);
  const guess = nearest(name, known);
  return new Mistake({
    ...place,
    what: `There is no component called <${name}>`,
    found: `<${name}>`,
    expected: known.map((component) => `<${component}>`).join(', '),
    remedy: guess === undefined ? 'Use one of the components above.' : `Did you mean <${guess}>?`,
  });
}
