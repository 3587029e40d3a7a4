import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commentarySource } from './commentary-module.ts';

describe('the commentary of a content folder', () => {
  test('is what stands in the files that pages know, in the order of the site', () => {
    const folder = mkdtempSync(join(tmpdir(), 'content-'));
    for (const file of ['service.mdx', 'home.mdx', 'notes.mdx', 'report.yaml']) writeFileSync(join(folder, file), '');
    const source = commentarySource(folder);
    expect(source).toContain('export const commentary = { "home": text0, "service": text1 };');
    expect(source).toContain(`from "${folder}/home.mdx"`);
    expect(source).not.toContain('notes');
  });

  test('holds texts on contrasts in a folder of their own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'content-'));
    mkdirSync(join(folder, 'contrasts'));
    for (const file of ['scope.mdx', 'focus.mdx']) writeFileSync(join(folder, 'contrasts', file), '');
    expect(commentarySource(folder)).toContain('{ "contrasts/focus": text0, "contrasts/scope": text1 }');
  });

  test('an empty or missing folder has none', () => {
    expect(commentarySource(mkdtempSync(join(tmpdir(), 'content-')))).toContain('commentary = {  };');
    expect(commentarySource('/nowhere')).toContain('commentary = {  };');
  });
});
