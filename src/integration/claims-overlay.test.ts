import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Mistake } from '../config/mistake.ts';
import { claimsError } from './claims-overlay.ts';

const WRITING = { errors: [], remarks: [], unchecked: [] };

test('nothing lies over a page whose sentences all hold', () => {
  expect(claimsError({ claims: [], writing: WRITING }, [])).toBeNull();
});

test('a sentence that nothing checks lies over the page, and leads to its line', () => {
  const content = mkdtempSync(join(tmpdir(), 'overlay-'));
  writeFileSync(join(content, 'home.mdx'), 'CSAT is 75%.\n');
  const errors = [new Mistake({ what: 'A number is typed', file: 'home.mdx', line: 1, column: 9 })];
  const error = claimsError({ claims: [], writing: { ...WRITING, errors } }, [content]);
  expect(error?.message).toContain('A number is typed');
  expect(error?.loc).toEqual({ file: `${content}/home.mdx`, line: 1, column: 9 });
});
