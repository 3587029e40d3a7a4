import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commentarySource } from './commentary-module.ts';

function contentOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

describe('the commentary of a content folder', () => {
  test('is every text that belongs to a page, by its file', async () => {
    const folder = contentOf({
      'service.mdx': '',
      'home.mdx': '',
      'notes.mdx': '',
      'contrasts/scope.mdx': '',
      'pages/why/index.mdx': '',
      'partials/caution.mdx': '',
      'report.yaml': '',
    });
    const source = await commentarySource(folder, false);
    expect(source).toContain(
      'export const commentary = { "contrasts/scope": text0, "home": text1, "pages/why/index": text2, ' +
        '"partials/caution": text3, "service": text4 };',
    );
    expect(source).toContain(`from "${folder}/home.mdx"`);
    expect(source).not.toContain('notes');
  });

  test('holds drafts only where they are asked for, and what it cannot read as a draft', async () => {
    const folder = contentOf({
      'home.mdx': '---\ndraft: true\n---\nSoon.\n',
      'service.mdx': '---\ndraft: [\n---\n',
      'experience.mdx': '---\ndraft: false\n---\ndraft: true\n',
    });
    expect(await commentarySource(folder, false)).toContain('{ "experience": text0, "service": text1 }');
    expect(await commentarySource(folder, true)).toContain('"home": text1');
  });

  test('an empty or missing folder has none', async () => {
    expect(await commentarySource(mkdtempSync(join(tmpdir(), 'content-')), true)).toContain('commentary = {  };');
    expect(await commentarySource('/nowhere', true)).toContain('commentary = {  };');
  });
});
