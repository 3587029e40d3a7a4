/**
 * The demonstration's exports as a build reads them.
 */
import { type Exports, readExports } from './read-exports.ts';

let read: Promise<Exports> | undefined;

/** Read once for all tests that ask for them; nobody may change them. */
export function demoExports(): Promise<Exports> {
  const root = new URL('../..', import.meta.url).pathname;
  read ??= readExports({ dataFolder: `${root}data`, contentFolder: `${root}content`, cacheFolder: null });
  return read;
}
