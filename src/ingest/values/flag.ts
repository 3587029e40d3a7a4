/**
 * Yes and no.
 */
const FLAGS: ReadonlyMap<string, 0 | 1> = new Map([
  ['true', 1],
  ['yes', 1],
  ['y', 1],
  ['t', 1],
  ['1', 1],
  ['false', 0],
  ['no', 0],
  ['n', 0],
  ['f', 0],
  ['0', 0],
]);

export const FLAG_WORDS = 'true or false, yes or no, y or n, t or f, 1 or 0';

/** 1 for yes, 0 for no, undefined for anything else. */
export function parseFlag(text: string): 0 | 1 | undefined {
  return FLAGS.get(text.toLowerCase());
}
