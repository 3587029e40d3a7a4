/**
 * Commands for tests, as a user runs them: in a process of its own, on files given as text.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Files, withFolder } from '../ingest/data-folder-for-tests.ts';

/** A process of its own starts slowly on a busy machine. */
export const PATIENT = { timeout: 60_000 };

/** Runs a command of this folder on files below `data/` and `content/`. */
export function runCommand(command: string, files: Files, ...flags: string[]) {
  return withFolder(files, (folder) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, command), ...flags], {
      encoding: 'utf8',
      env: {
        ...process.env,
        TRIPTYCH_DATA: join(folder, 'data'),
        TRIPTYCH_CONTENT: join(folder, 'content'),
        TRIPTYCH_CACHE: join(folder, 'cache'),
      },
    });
    return { status, stdout, stderr };
  });
}
