import { expect, test } from 'vitest';
import { Mistake } from '../config/mistake.ts';
import type { WritingRemark } from '../report/types/writing.ts';
import { remarkLines } from './remark-lines.ts';

const remark = (file: string, line: number, level: 'hint' | 'warning'): WritingRemark => ({
  rule: level === 'hint' ? 'long-sentence' : 'missing-headline',
  level,
  mistake: new Mistake({
    what: 'A sentence is long',
    file,
    line,
    column: 3,
    found: '40 words',
    remedy: 'Make two of it.',
  }),
});

test('nothing is said where nothing was found', () => expect(remarkLines([])).toEqual([]));

test('remarks stand file by file, each with its place, what to do and the rule', () => {
  expect(
    remarkLines([remark('home.mdx', 7, 'hint'), remark('service.mdx', 1, 'warning'), remark('home.mdx', 9, 'hint')]),
  ).toEqual([
    'About the texts: 1 warning, 2 hints',
    '',
    'home.mdx',
    '  home.mdx:7:3  hint  A sentence is long (40 words). Make two of it.  [long-sentence]',
    '  home.mdx:9:3  hint  A sentence is long (40 words). Make two of it.  [long-sentence]',
    '',
    'service.mdx',
    '  service.mdx:1:3  warning  A sentence is long (40 words). Make two of it.  [missing-headline]',
  ]);
});

test('of many hints the first twenty are shown and the rest counted; warnings are all shown', () => {
  const many = Array.from({ length: 25 }, (_, index) => remark('home.mdx', index + 1, index < 3 ? 'warning' : 'hint'));
  const lines = remarkLines(many);
  expect(lines.filter((line) => line.startsWith('  home.mdx:'))).toHaveLength(23);
  expect(lines.at(-1)).toBe('… and 2 more hints');
});
