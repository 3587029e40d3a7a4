/**
 * A writer's text as readers meet it: paragraphs, headings and cells without markup, each letter with its place in the file.
 */
import type { MdastNode } from 'satteri';
import { childrenOf, type Element } from '../nodes.ts';
import { positionAt } from '../position.ts';
import { SLOT } from '../uses.ts';

/** A component and the part of a passage that it stands for or around. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly component: string;
  readonly props: Readonly<Record<string, string | true>>;
  readonly place: { readonly line: number; readonly column: number };
}

export interface Passage {
  readonly kind: 'title' | 'heading' | 'headline' | 'text' | 'cell';
  /** With `SLOT` for a component that stands around nothing, and for code. */
  readonly text: string;
  /** Components in it and around it, the outermost first. */
  readonly spans: readonly Span[];
  /** Of a cell of a table: what its row and its column are called; else empty. */
  readonly beside: string;
  /** Where a letter of it stands in the file. */
  readonly placeOf: (index: number) => { readonly line: number; readonly column: number };
}

/** Everything in a text that readers read, in its order: what the front matter says aloud comes first. */
export function passagesOf(tree: MdastNode, source: string): Passage[] {
  const passages: Passage[] = [];
  const add = (kind: Passage['kind'], nodes: readonly MdastNode[], around: readonly Element[], beside = ''): void => {
    const passage = passageOf(kind, nodes, around, beside, source);
    if (passage.text.trim() !== '') passages.push(passage);
  };
  const walk = (node: MdastNode, around: readonly Element[]): void => {
    if (node.type === 'yaml') passages.push(...titlesOf(node, source));
    else if (node.type === 'paragraph') add('text', childrenOf(node), around);
    else if (node.type === 'heading') add('heading', childrenOf(node), around);
    else if (node.type === 'table') {
      const [head, ...rows] = childrenOf(node).map(childrenOf);
      for (const cell of head ?? []) add('cell', childrenOf(cell), around);
      for (const row of rows) {
        for (const [column, cell] of row.entries()) {
          const names = [head?.[column], column === 0 ? undefined : row[0]].map((each) => each && plainText(each));
          add('cell', childrenOf(cell), around, names.filter(Boolean).join(' | '));
        }
      }
    } else if (node.type === 'mdxJsxFlowElement') {
      passages.push(...headlineOf(node, source));
      const within = isComponent(node) ? [...around, node] : around;
      const inside = childrenOf(node);
      if (inside.some(({ type }) => type === 'text' || type === 'mdxJsxTextElement')) add('text', inside, within);
      else for (const child of inside) walk(child, within);
    } else for (const child of childrenOf(node)) walk(child, around);
  };
  walk(tree, []);
  return passages;
}

function passageOf(
  kind: Passage['kind'],
  nodes: readonly MdastNode[],
  around: readonly Element[],
  beside: string,
  source: string,
): Passage {
  const letters: string[] = [];
  const offsets: number[] = [];
  const spans: Span[] = [];
  const put = (text: string, at: (index: number) => number): void => {
    for (let index = 0; index < text.length; index++) {
      letters.push(text.charAt(index));
      offsets.push(at(index));
    }
  };
  const gather = (node: MdastNode): void => {
    const start = node.position?.start.offset ?? 0;
    if (node.type === 'text') {
      const at = alignment(node.value, source, start);
      put(node.value.replace(/\s/g, ' '), (index) => at[index] ?? start);
    } else if (node.type === 'inlineCode') put(SLOT, () => start);
    else if (node.type === 'break') put(' ', () => start);
    else if (node.type === 'mdxJsxTextElement' && isComponent(node)) {
      const from = letters.length;
      for (const child of childrenOf(node)) gather(child);
      if (letters.length === from) put(SLOT, () => start);
      spans.push(spanOf(node, from, letters.length));
    } else for (const child of childrenOf(node)) gather(child);
  };
  for (const node of nodes) gather(node);
  return {
    kind,
    text: letters.join(''),
    spans: [...around.map((each) => spanOf(each, 0, letters.length)), ...spans.reverse()],
    beside,
    placeOf: (index) => positionAt(source, offsets[index] ?? offsets.at(-1) ?? 0),
  };
}

/** What a file writes that is not read: a backslash, or blanks and `>` where a line begins. */
const SKIPPED = /^(?:\\(?=[^\w\s])|[ \t>]*(?=\n)|\n?[ \t>]+)?/;

/** A letter written by its name or number: `&lt;`. */
const ENTITY = /^&(?:#\w+|\w+);/;

/** Where each letter of a text stands in the file, which may write it as `\<` or `&lt;` and begin lines with `>`. */
function alignment(value: string, source: string, start: number): number[] {
  const offsets: number[] = [];
  let at = start;
  const entityAt = () => ENTITY.exec(source.slice(at, at + 12))?.[0];
  for (const letter of value) {
    while (source.charAt(at) !== letter && at < source.length && entityAt() === undefined) {
      at += Math.max(1, SKIPPED.exec(source.slice(at, at + 40))?.[0].length ?? 1);
    }
    for (let unit = 0; unit < letter.length; unit++) offsets.push(at + unit);
    at += (source.charAt(at) === letter ? undefined : entityAt())?.length ?? letter.length;
  }
  return offsets;
}

/** The headline of a component, which is checked as a claim is: by the words of its tag. */
function headlineOf(node: Element, source: string): Passage[] {
  const whole = spanOf(node, 0, 0);
  const text = whole.props.headline;
  if (typeof text !== 'string') return [];
  const start = source.indexOf(text, node.position?.start.offset ?? 0);
  const claim = { ...whole, to: text.length, component: 'Claim' };
  return [
    {
      kind: 'headline',
      text,
      spans: [claim],
      beside: '',
      placeOf: (index) => (start === -1 ? whole.place : positionAt(source, start + index)),
    },
  ];
}

/** What the front matter says to readers. */
function titlesOf(node: MdastNode & { type: 'yaml' }, source: string): Passage[] {
  const start = (node.position?.start.offset ?? 0) + source.slice(node.position?.start.offset ?? 0).indexOf('\n') + 1;
  const lines = node.value.matchAll(/^(?<key>title|summary): *(?<quote>["']?)(?<text>.+?)\k<quote> *$/gm);
  return Array.from(lines, ({ 0: line, index, groups }): Passage => {
    const text = groups?.text ?? '';
    const offset = start + index + line.lastIndexOf(text);
    return { kind: 'title', text, spans: [], beside: '', placeOf: (letter) => positionAt(source, offset + letter) };
  });
}

function spanOf(node: Element, from: number, to: number): Span {
  const props = node.attributes.flatMap((each): [string, string | true][] =>
    each.type !== 'mdxJsxAttribute' ? [] : [[each.name, typeof each.value === 'string' ? each.value : true]],
  );
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { from, to, component: node.name ?? '', props: Object.fromEntries(props), place: { line, column } };
}

function isComponent(node: Element): boolean {
  return /^[A-Z]/.test(node.name ?? '');
}

function plainText(node: MdastNode): string {
  return node.type === 'text' ? node.value : childrenOf(node).map(plainText).join('');
}
