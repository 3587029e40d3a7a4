/**
 * Reads the texts as a build does and says what is wrong with them, without building a site: `node src/cli/text-check.ts`.
 *
 * Drafts are read, too. Ends with code 1 and the mistakes on standard error when something would stop a build; warnings
 * and hints are printed as at the end of one. Folders as for a build: `TRIPTYCH_DATA`, `TRIPTYCH_CONTENT`, `TRIPTYCH_CACHE`.
 */
import { foldersOf } from '../integration/folders.ts';
import { isMistake } from '../integration/mistake-at.ts';
import { remarkLines } from '../integration/remark-lines.ts';
import { buildReport } from '../report/build-report.ts';

const folders = foldersOf('.', process.env);

try {
  const { claims, writing } = await buildReport({
    dataFolder: folders.data,
    contentFolder: folders.content,
    cacheFolder: folders.cache,
    drafts: true,
  });
  for (const line of remarkLines(writing.remarks)) console.log(line);
  const { length } = claims;
  console.log(
    `Nothing in the texts stops a build: ${length} ${length === 1 ? 'claim holds' : 'claims hold'}, ${writing.unchecked.length} excused.`,
  );
} catch (error) {
  if (!isMistake(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
