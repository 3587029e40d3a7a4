import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Mistake, Mistakes } from '../config/mistake.ts';
import { isMistake, mistakeAt } from './mistake-at.ts';

const content = mkdtempSync(join(tmpdir(), 'content-'));
writeFileSync(join(content, 'home.mdx'), '');

describe('a mistake over the page', () => {
  test('opens at its line and column, in whichever folder holds the file', () => {
    const mistake = new Mistake({ what: 'There is no such metric', file: 'home.mdx', line: 7, column: 12 });
    const file = join(content, 'home.mdx');
    expect(mistakeAt(mistake, ['/nowhere', content])).toMatchObject({
      message: mistake.message,
      stack: '',
      id: file,
      loc: { file, line: 7, column: 12 },
    });
  });

  test('opens at the first of several', () => {
    const mistakes = new Mistakes([
      new Mistake({ what: 'First', file: 'home.mdx', line: 3 }),
      new Mistake({ what: 'Second', file: 'home.mdx', line: 9 }),
    ]);
    const placed = mistakeAt(mistakes, [content]);
    expect(placed.loc?.line).toBe(3);
    expect(placed.message).toContain('Second');
  });

  test('has no place when the file is not to be found', () => {
    expect(mistakeAt(new Mistake({ what: 'Gone', file: 'lost.csv' }), [content]).loc).toBeUndefined();
  });

  test('a bug is none', () => {
    expect(isMistake(new TypeError('undefined is not a function'))).toBe(false);
  });
});
