/**
 * Records what the report now says as an edition: `node src/cli/edition.ts NAME [--replace]`.
 *
 * Writes `content/editions/NAME.json`. Ends with code 1 and the mistakes on standard error where the report would not be
 * built, claims that the data do not support included, and where the name cannot be used. Folders as for a build:
 * `TRIPTYCH_DATA`, `TRIPTYCH_CONTENT`, `TRIPTYCH_CACHE`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { foldersOf } from '../integration/folders.ts';
import { isMistake } from '../integration/mistake-at.ts';
import { buildReport } from '../report/build-report.ts';
import { EDITIONS, newEditionId, readEditions } from '../report/editions/read-editions.ts';

const folders = foldersOf('.', process.env);

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  });
  const contentFolder = folders.content;
  const editions = await readEditions(contentFolder);
  const id = newEditionId(
    positionals.join(' '),
    editions.map((edition) => edition.id),
    values.replace,
  );
  const report = await buildReport({
    dataFolder: folders.data,
    contentFolder,
    cacheFolder: folders.cache,
    claims: 'stop',
    log: console.log,
  });
  const file = join(contentFolder, EDITIONS, `${id}.json`);
  const text = report.edition(id);
  await mkdir(join(contentFolder, EDITIONS), { recursive: true });
  await writeFile(file, text);
  const size = Math.ceil(Buffer.byteLength(text) / 1024);
  console.log(
    `Edition ${id}, data to ${report.identity.cutoff}, is recorded in ${relative('.', file)} (${size} KB). Commit it with what you publish.`,
  );
} catch (error) {
  if (!isMistake(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
