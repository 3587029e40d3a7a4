import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeDownloads } from './downloads.ts';

test('downloads are written below the finished site, to the byte', async () => {
  const out = mkdtempSync(join(tmpdir(), 'site-'));
  await writeDownloads(
    [
      { path: 'data/estimates.csv', text: 'metric,n\ncsat,12\n' },
      { path: 'data/figures/csat.csv', text: 'month\n' },
    ],
    out,
  );
  expect(readFileSync(join(out, 'data/estimates.csv'), 'utf8')).toBe('metric,n\ncsat,12\n');
  expect(readFileSync(join(out, 'data/figures/csat.csv'), 'utf8')).toBe('month\n');
});
