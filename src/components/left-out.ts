/**
 * What is left out of a writer's text before it is rendered.
 *
 * Components are rendered from the inside out: one that stands around others cannot keep them from asking the report for
 * figures that it does not have. So the tree of the text is pruned first.
 */

/** An element of a text that has not been rendered: its type, a tag's name or a component, and its props. */
interface Element {
  readonly type: unknown;
  readonly props: Readonly<Record<string, unknown>>;
}

/** What decides which elements stay. */
interface Condition {
  /** The component that stands around conditional text. */
  readonly component: unknown;
  /** Whether the text in an element of the component with these props is published. */
  readonly holds: (props: Readonly<Record<string, string>>) => boolean;
}

/** What the content of an MDX module is to whoever calls it: it makes the tree of its text. */
type Render = (props: Record<string, unknown>) => unknown;

/** The content of an MDX module with the texts left out whose condition does not hold. */
export function pruned<Content extends (...given: never[]) => unknown>(
  content: Content,
  condition: Condition,
): Content {
  const less: Render = (props) => prunedNode((content as unknown as Render)(props), condition, true);
  // Marks by which the framework knows a text.
  return Object.assign(less, content) as unknown as Content;
}

/** @param flow whether the node stands among paragraphs rather than in one. */
function prunedNode(node: unknown, condition: Condition, flow: boolean): unknown {
  if (Array.isArray(node)) return node.map((each) => prunedNode(each, condition, flow));
  if (!isElement(node)) return node;
  const { children, ...props } = node.props;
  const inside = flow && (typeof node.type !== 'string' || node.type === 'blockquote');
  if (node.type !== condition.component) {
    return children === undefined
      ? node
      : { ...node, props: { ...props, children: prunedNode(children, condition, inside) } };
  }
  const isKept = condition.holds(props as Record<string, string>);
  return {
    ...node,
    props: { flow: flow && isKept, children: isKept ? prunedNode(children, condition, inside) : null },
  };
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'type' in node && 'props' in node;
}
