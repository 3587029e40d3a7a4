/**
 * What all cells have in common: surrounding blanks and words for "nothing here".
 */

/** The text without surrounding blanks, byte order marks and line ends. Most cells have none and are not copied. */
export function trimmed(text: string): string {
  const { length } = text;
  if (length === 0) return text;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(length - 1);
  return first > 32 && first < 127 && last > 32 && last < 127 ? text : text.trim();
}

const NO_VALUE: ReadonlySet<string> = new Set(['null', 'n/a', 'na', 'none', '-', '--', '?', 'nan', '#n/a']);

/** Whether a trimmed cell of a number, a moment, a flag or an identifier says that there is no value. */
export function isNoValue(text: string): boolean {
  return text.length <= 4 && (text === '' || NO_VALUE.has(text.toLowerCase()));
}

const NO_CATEGORY: ReadonlySet<string> = new Set(['null', 'n/a', '#n/a']);

/** Whether a trimmed cell of a category says that there is no value: `None` or `-` may be a category of its own. */
export function isNoCategory(text: string): boolean {
  return text.length <= 4 && (text === '' || NO_CATEGORY.has(text.toLowerCase()));
}

/** How words of a vocabulary are compared: no case, blanks, hyphens and underscores alike. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
}
