import { describe, expect, test } from 'vitest';
import { pruned } from './left-out.ts';

const IfData = () => null;
const Note = () => null;
const element = (type: unknown, children?: unknown, props: Record<string, string> = {}) => ({
  type,
  props: children === undefined ? props : { ...props, children },
});
const textOf = (tree: unknown) =>
  pruned((_: object) => tree, { component: IfData, holds: ({ metric }) => metric === 'csat' })({});

describe('a text with conditions', () => {
  test('keeps what the report has a figure for and loses the rest, at any depth', () => {
    const tree = element(Note, [
      element('p', ['Kept ', element(IfData, element(Note), { metric: 'csat' })]),
      element('ul', element('li', element(IfData, element(Note), { metric: 'nps' }))),
    ]);
    expect(textOf(tree)).toEqual(
      element(Note, [
        element('p', ['Kept ', { type: IfData, props: { flow: false, children: element(Note) } }]),
        element('ul', element('li', { type: IfData, props: { flow: false, children: null } })),
      ]),
    );
  });

  test('loses a condition within one that does not hold', () => {
    const inner = element(IfData, 'x', { metric: 'csat' });
    expect(textOf(element(IfData, inner, { metric: 'nps' }))).toEqual(element(IfData, null, { flow: false } as never));
  });

  test('knows what stands among paragraphs rather than in one', () => {
    const one = () => element(IfData, 'x', { metric: 'csat' });
    const flow = (tree: unknown) => JSON.stringify(textOf(tree)).match(/"flow":(true|false)/)?.[1];
    expect(flow(one())).toBe('true');
    expect(flow(element(Note, [one()]))).toBe('true');
    expect(flow(element('blockquote', one()))).toBe('true');
    expect(flow(element('p', [element('em', one())]))).toBe('false');
  });

  test('is still known to the framework as what it was', () => {
    const content = Object.assign(() => null, { [Symbol.for('mdx-component')]: true, moduleId: 'home.mdx' });
    expect({ ...pruned(content, { component: IfData, holds: () => true }) }).toEqual({
      [Symbol.for('mdx-component')]: true,
      moduleId: 'home.mdx',
    });
  });
});
