/**
 * Something a user can mend: their data, their configuration or their prose.
 *
 * Everything else that is thrown is a bug and keeps its stack.
 */
export interface MistakeDetails {
  /** What went wrong, as one sentence without a full stop at its end. */
  readonly what: string;
  /** Path of the file as the user knows it, relative to where they look. */
  readonly file?: string;
  /** Line in a text file (1-based). */
  readonly line?: number;
  /** Column in that line (1-based). */
  readonly column?: number;
  /** Record in a CSV file (1-based, header rows not counted). */
  readonly record?: number;
  /** Name of the CSV column or the configuration path (`sources[0].fields.csat`). */
  readonly field?: string;
  /** The writer's sentence, in full. */
  readonly sentence?: string;
  /** What the data say to it. */
  readonly says?: string;
  /** What was found, shortened where it is long. */
  readonly found?: string;
  readonly expected?: string;
  /** What to do about it, as an imperative sentence. */
  readonly remedy?: string;
}

/** An error whose message tells a user what, where, what was found, what was expected and what to do. */
export class Mistake extends Error {
  readonly details: MistakeDetails;

  constructor(details: MistakeDetails) {
    super(describeMistake(details));
    this.name = 'Mistake';
    this.details = details;
  }
}

/** Several mistakes of one run, reported together so that a user mends them in one go. */
export class Mistakes extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map((mistake) => mistake.message).join('\n\n'));
    this.name = 'Mistakes';
    this.mistakes = mistakes;
  }
}

/** Those that say the same of the same place once: a text that several pages include is mended once. */
export function eachOnce(mistakes: readonly Mistake[]): Mistake[] {
  return [...new Map(mistakes.map((mistake) => [mistake.message, mistake])).values()];
}

/** Sorts mistakes of one file by where they stand in it. */
export function byPlace({ details: a }: Mistake, { details: b }: Mistake): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** Throws nothing for an empty list, the mistake itself for one, `Mistakes` for several. */
export function throwMistakes(mistakes: readonly Mistake[]): void {
  const [first] = mistakes;
  if (first === undefined) return;
  throw mistakes.length === 1 ? first : new Mistakes(mistakes);
}

function describeMistake(details: MistakeDetails): string {
  const place = [
    details.file,
    details.line === undefined
      ? undefined
      : `line ${details.line}${details.column === undefined ? '' : `, column ${details.column}`}`,
    details.record === undefined ? undefined : `record ${details.record}`,
    details.field,
  ].filter((part) => part !== undefined);
  const lines = [`${details.what}.`];
  if (place.length > 0) lines.push(`  where:    ${place.join(', ')}`);
  if (details.sentence !== undefined) lines.push(`  sentence: ${details.sentence}`);
  if (details.says !== undefined) lines.push(`  data say: ${details.says}`);
  if (details.found !== undefined) lines.push(`  found:    ${shorten(details.found)}`);
  if (details.expected !== undefined) lines.push(`  expected: ${details.expected}`);
  if (details.remedy !== undefined) lines.push(`  to do:    ${details.remedy}`);
  return lines.join('\n');
}

/** One line, no control characters, at most 120 characters: a cell may hold anything. */
function shorten(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}
