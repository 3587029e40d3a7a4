/**
 * Loaded before the program under measurement: at its end, writes the highest resident set in kibibytes.
 */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.TRIPTYCH_MEMORY_FILE;
if (isMainThread && file !== undefined) {
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
}
