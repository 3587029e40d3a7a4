/**
 * Answers from memory. While somebody works on data, one file changes and most questions are asked again with the very
 * numbers that they were asked with before; resampling a thousand customers two thousand times takes as long as ever.
 */
import { createHash, type Hash } from 'node:crypto';
import { isArrayBufferView } from 'node:util/types';

/** So many answers are kept; those that were not asked for longest go first. */
const MOST_KEPT = 1000;

/** An answer and what it answers. */
export type Known = readonly [question: string, answer: unknown];

/** Null while this thread keeps nothing. */
let known: Map<string, { readonly answer: unknown }> | null = null;

/** Questions that this thread has answered since it last told another. */
const untold = new Set<string>();

/** From here on, this thread keeps what functions made by `remembered` answer; a run that stands alone has no use for it. */
export function keepAnswers(): void {
  known ??= new Map();
}

/** Forgets everything, and keeps nothing from here on. */
export function forgetAnswers(): void {
  known = null;
  untold.clear();
}

/** What this thread has answered since it was last asked for it, for another thread; null where nothing is kept. */
export function newAnswers(): Known[] | null {
  if (known === null) return null;
  const told: Known[] = [];
  for (const question of untold) told.push([question, known.get(question)?.answer]);
  untold.clear();
  return told;
}

/** Takes over what another thread has answered. */
export function learnAnswers(answers: readonly Known[]): void {
  for (const [question, answer] of answers) keep(question, answer);
}

const names = new Set<string>();

/**
 * A function that answers from memory when it is asked with the same data again, once this thread keeps answers.
 *
 * @param name tells its questions from those of others, in every thread.
 * @param compute its answer must be data and follow from what it is given alone; callers must not write to it.
 * @throws TypeError, while answers are kept, when it is given anything but data: numbers, texts, arrays and plain objects.
 */
export function remembered<Asked extends readonly unknown[], Answer>(
  name: string,
  compute: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  if (names.has(name)) throw new Error(`two functions are remembered by the name ${name}`);
  names.add(name);
  return (...asked) => {
    if (known === null) return compute(...asked);
    const question = `${name} ${digestOf(asked)}`;
    const found = known.get(question);
    const answer = found === undefined ? compute(...asked) : (found.answer as Answer);
    keep(question, answer);
    if (found === undefined) untold.add(question);
    return answer;
  };
}

function keep(question: string, answer: unknown): void {
  if (known === null) return;
  // Deleting first moves the entry to the end: the map's order is the order of use.
  known.delete(question);
  known.set(question, { answer });
  if (known.size <= MOST_KEPT) return;
  const oldest = known.keys().next().value as string;
  known.delete(oldest);
  untold.delete(oldest);
}

function digestOf(asked: unknown): string {
  const hash = createHash('sha256');
  take(hash, asked);
  return hash.digest('base64');
}

/** Whatever differs in kind, length or value is taken in as different bytes. */
function take(hash: Hash, value: unknown): void {
  if (isArrayBufferView(value)) {
    hash.update(`${value.constructor.name} ${value.byteLength}\n`).update(value);
  } else if (Array.isArray(value)) {
    // Not `every`, which passes over holes.
    if (value.length > 0 && value.findIndex((each) => typeof each !== 'number') < 0) {
      hash.update(`numbers ${value.length}\n`).update(Float64Array.from(value));
      return;
    }
    hash.update(`list ${value.length}\n`);
    for (const each of value) take(hash, each);
  } else if (typeof value === 'object' && value !== null) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw notData(value.constructor.name);
    const entries = Object.entries(value);
    hash.update(`object ${entries.length}\n`);
    for (const [name, each] of entries) {
      take(hash, name);
      take(hash, each);
    }
  } else if (typeof value === 'string') {
    // In UTF-8 all halves of characters are one.
    hash.update(`text ${value.length}\n`).update(value, 'utf16le');
  } else if (typeof value === 'number') {
    hash.update('number\n').update(Float64Array.of(value));
  } else if (typeof value === 'boolean' || value == null) {
    hash.update(`${value}\n`);
  } else throw notData(typeof value);
}

function notData(what: string): TypeError {
  return new TypeError(`only what is asked with data can be remembered, not with a ${what}`);
}
