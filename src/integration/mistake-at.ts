import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { Mistake, Mistakes } from '../config/mistake.ts';

/** An error as Vite and Astro show it over the page: with the place in the file, without a stack. */
export interface PlacedError extends Error {
  id?: string;
  loc?: { file: string; line: number; column: number };
}

/** True for what a user can mend; anything else is a bug. */
export function isMistake(error: unknown): error is Mistake | Mistakes {
  return error instanceof Mistake || error instanceof Mistakes;
}

/** A mistake ends the build with its message and nothing else; a bug keeps its stack and is Astro's to print. */
export function stopAtMistake(error: unknown): never {
  if (!isMistake(error)) throw error;
  process.stderr.write(`\n${error.message}\n\n`);
  process.exit(1);
}

/**
 * The same mistake with the absolute place that an error overlay opens.
 *
 * @param folders Where the mistake's file may stand, tried in order.
 */
export function mistakeAt(error: Mistake | Mistakes, folders: readonly string[]): PlacedError {
  const placed: PlacedError = new Error(error.message);
  placed.name = error.name;
  // The message says where to look; our own stack would lead away from it.
  placed.stack = '';
  const details = error instanceof Mistakes ? error.mistakes[0]?.details : error.details;
  const file = details?.file === undefined ? undefined : findFile(details.file, folders);
  if (file !== undefined) {
    placed.id = file;
    placed.loc = { file, line: details?.line ?? 1, column: details?.column ?? 1 };
  }
  return placed;
}

function findFile(file: string, folders: readonly string[]): string | undefined {
  if (isAbsolute(file)) return file;
  return folders.map((folder) => resolve(folder, file)).find((path) => existsSync(path));
}
