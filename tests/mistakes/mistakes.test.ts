/**
 * What writers get wrong, and what they are told: each folder here is a content folder with one kind of mistake, and
 * `expected.txt` the message with which a build stops, to the letter.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Mistake, Mistakes } from '../../src/config/mistake.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { ratings, responses } from '../../src/report/report-of.fixture.ts';
import { folderOf } from '../support/build-site.ts';

const RATINGS = responses(
  ratings('2025-10-01', 'email', 60, 30),
  ratings('2025-11-03', 'phone', 60, 30),
  ratings('2026-02-02', 'email', 60, 30),
  ratings('2026-03-31', 'phone', 60, 50),
);

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

let data = '';
beforeAll(() => {
  data = folderOf({ 'responses.csv': RATINGS }, 'ratings');
});

/** What stops a build on these ratings with this content folder. */
async function told(contentFolder: string): Promise<string> {
  try {
    await buildReport({ dataFolder: data, contentFolder, cacheFolder: null });
  } catch (error) {
    if (error instanceof Mistake || error instanceof Mistakes) return `${error.message}\n`;
    throw error;
  }
  return 'Nothing stops the build.\n';
}

describe('a writer who makes a mistake', () => {
  const seen: string[] = [];

  test.each(folders)('is told what to do: %s', async (name) => {
    const folder = join(import.meta.dirname, name);
    const message = await told(folder);
    seen.push(message);
    await expect(message).toMatchFileSnapshot(join(folder, 'expected.txt'));
  });

  afterAll(() => {
    // Whatever stands on file: no mistake goes unnoticed, and each says how it should be.
    expect(seen.filter((message) => !/^ {2}(expected|to do): /m.test(message))).toEqual([]);
  });

  test('finds at least forty of them here', () => expect(folders.length).toBeGreaterThanOrEqual(40));
});
