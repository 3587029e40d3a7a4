/**
 * Keeps what Node compiles: a later start, and every further thread, need not do it again.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../node_modules/.cache/node/', import.meta.url);

/** From here on, code that this thread loads is compiled once for all starts. Node keys what it keeps by content. */
export function keepCompiledCode(): void {
  enableCompileCache(fileURLToPath(FOLDER));
}
