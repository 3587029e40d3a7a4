/**
 * Finds where writers use components in their MDX, with the line and column of each.
 */
import { type MdastNode, type MdxJsxAttributeUnion, mdxToMdast } from 'satteri';
import { Mistake } from '../config/mistake.ts';
import { nearest } from '../config/nearest.ts';

/** A component in a writer's text: its name, its props as written, and where it stands. */
export interface ComponentUse {
  readonly component: string;
  readonly props: Readonly<Record<string, string>>;
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
}

/**
 * Every use of a component in an MDX text, in order.
 *
 * @param source the whole file, front matter included, so that lines are the writer's.
 * @param file how messages name it.
 * @param known the components writers have.
 * @throws Mistake when the text is not MDX, names an unknown component or gives a prop that is not text in quotes.
 */
export function componentUses(source: string, file: string, known: readonly string[]): ComponentUse[] {
  const uses: ComponentUse[] = [];
  visit(parse(source, file), (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const { name } = node;
    if (name === null || !/^[A-Z]/.test(name)) return;
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    const place = { file, line, column };
    if (!known.includes(name)) throw unknownComponent(name, known, place);
    const props = Object.fromEntries(node.attributes.map((attribute) => property(name, attribute, place)));
    uses.push({ component: name, props, place });
  });
  return uses;
}

function parse(source: string, file: string): MdastNode {
  try {
    return mdxToMdast(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /^(?<line>\d+):(?<column>\d+): (?<reason>.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(message)?.groups;
    throw new Mistake({
      what: 'This text is not valid MDX',
      file,
      ...(position === undefined ? {} : { line: Number(position.line), column: Number(position.column) }),
      found: position?.reason ?? message,
      remedy: 'Write \\< for a less-than sign and \\{ for a brace; close every tag that you open.',
    });
  }
}

function visit(node: MdastNode, each: (node: MdastNode) => void): void {
  each(node);
  if ('children' in node) for (const child of node.children) visit(child as MdastNode, each);
}

function property(component: string, attribute: MdxJsxAttributeUnion, place: ComponentUse['place']): [string, string] {
  if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') {
    return [attribute.name, attribute.value];
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

function unknownComponent(name: string, known: readonly string[], place: ComponentUse['place']): Mistake {
  const guess = nearest(name, known);
  return new Mistake({
    ...place,
    what: `There is no component called <${name}>`,
    found: `<${name}>`,
    expected: known.map((component) => `<${component}>`).join(', '),
    remedy: guess === undefined ? 'Use one of the components above.' : `Did you mean <${guess}>?`,
  });
}
