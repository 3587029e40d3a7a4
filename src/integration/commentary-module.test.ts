import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commentarySource } from './commentary-module.ts';

describe('the commentary of a content folder', () => {
  test('is what stands in the files that pages know, in the order of the site', () => {
    const folder = mkdtempSync(join(tmpdir(), 'content-'));
    for (const file of ['service.mdx', 'home.mdx', 'notes.mdx', 'report.yaml']) writeFileSync(join(folder, file), '');
    const source = commentarySource(folder);
    expect(source).toContain('export const commentary = { home, service };');
    expect(source).toContain(`from "${folder}/home.mdx"`);
    expect(source).not.toContain('notes');
  });

  test('an empty or missing folder has none', () => {
    expect(commentarySource(mkdtempSync(join(tmpdir(), 'content-')))).toContain('commentary = {  };');
    expect(commentarySource('/nowhere')).toContain('commentary = {  };');
  });
});
