/**
 * Examples as trees, and as the MDX that a writer would type.
 */
import { VOCABULARY } from '../../commentary/vocabulary/vocabulary.ts';
import type { GuidePart, GuideTag } from '../types/guide.ts';

/** A component around some parts, or around nothing. */
export function tag(component: string, props: GuideTag['props'], ...parts: readonly GuidePart[]): GuideTag {
  const { content, ownLines } = VOCABULARY.find(({ name }) => name === component) ?? {};
  return { component, props, parts, isBlock: content === 'block' || ownLines === true };
}

/** The MDX of an example. */
export function sourceOf(parts: readonly GuidePart[]): string {
  return parts.map((part) => (typeof part === 'string' ? escaped(part) : tagSource(part))).join('');
}

function tagSource({ component, props, parts, isBlock }: GuideTag): string {
  const given = Object.entries(props).map(([name, value]) => (value === true ? name : `${name}="${quoted(value)}"`));
  const opening = [component, ...given].join(' ');
  if (parts.length === 0) return `<${opening} />`;
  const between = isBlock ? '\n' : '';
  return `<${opening}>${between}${sourceOf(parts)}${between}</${component}>`;
}

/** Words in which nothing is read as code or as emphasis. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>]/g, '\\$&').replaceAll('&', '&amp;');
}

function quoted(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
