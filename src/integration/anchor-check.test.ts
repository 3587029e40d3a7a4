import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refuseLostAnchors } from './anchor-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
mkdirSync(join(folder, 'service'));
writeFileSync(join(folder, 'index.html'), '<a href="/service/#resolution_medain">R</a>');
writeFileSync(join(folder, 'service/index.html'), '<h2 id="resolution_median">R</h2><h3 id="text-über-uns">Ü</h3>');

const link = (anchor: string) => ({
  file: 'home.mdx',
  line: 3,
  column: 5,
  path: '/service/',
  anchor,
  written: `/service/#${anchor}`,
});

test('a link to a place that the finished page has is let pass, headings of its comment among them', () => {
  refuseLostAnchors({ anchored: ['resolution_median', '%C3%BCber-uns'].map(link) }, folder);
});

test('a link to any other is told with the place that was meant', () => {
  expect(() => refuseLostAnchors({ anchored: [link('resolution_medain')] }, folder)).toThrow(
    [
      'A link leads to a place that /service/ does not have.',
      '  where:    home.mdx, line 3, column 5',
      '  found:    /service/#resolution_medain',
      '  expected: the id of a metric, a figure or a heading on that page, or no # at all',
      '  to do:    Did you mean “#resolution_median”?',
    ].join('\n'),
  );
});

test('a link that is on no page, in words that the data leave out, is let pass', () => {
  refuseLostAnchors({ anchored: [link('emotion')] }, folder);
});
