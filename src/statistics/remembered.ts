/**
 * Answers from memory. While somebody works on data, one file changes and most questions are asked again with the very
 * numbers that they were asked with before; resampling a thousand customers two thousand times takes as long as ever.
 */
import { createHash, type Hash } from 'node:crypto';
import { isArrayBufferView } from 'node:util/types';

/** So many answers of a function are kept, those that were not asked for longest go first. */
const MOST_KEPT = 128;

let keeps = false;

/** From here on, this thread keeps what functions made by `remembered` answer; a run that stands alone has no use for it. */
export function keepAnswers(keep = true): void {
  keeps = keep;
}

/** Whether this thread keeps answers. */
export function keepsAnswers(): boolean {
  return keeps;
}

/**
 * A function that answers from memory when it is asked with the same data again, once this thread keeps answers.
 *
 * @param compute its answer must follow from what it is given alone; callers must not write to it.
 * @throws TypeError, while answers are kept, when it is given anything but data: numbers, texts, arrays and plain objects.
 */
export function remembered<Asked extends readonly unknown[], Answer>(
  compute: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (...asked) => {
    if (!keeps) return compute(...asked);
    const key = digestOf(asked);
    const known = answers.get(key) ?? { answer: compute(...asked) };
    // Deleting first moves the entry to the end: the map's order is the order of use.
    answers.delete(key);
    answers.set(key, known);
    if (answers.size > MOST_KEPT) answers.delete(answers.keys().next().value as string);
    return known.answer;
  };
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
    if (value.length > 0 && value.every((each) => typeof each === 'number')) {
      hash.update(`numbers ${value.length}\n`).update(Float64Array.from(value));
      return;
    }
    hash.update(`list ${value.length}\n`);
    for (const each of value) take(hash, each);
  } else if (typeof value === 'object' && value !== null) {
    if (Object.getPrototypeOf(value) !== Object.prototype) throw notData(value.constructor.name);
    const entries = Object.entries(value);
    hash.update(`object ${entries.length}\n`);
    for (const [name, each] of entries) {
      take(hash, name);
      take(hash, each);
    }
  } else if (typeof value === 'string') {
    hash.update(`text ${value.length}\n`).update(value);
  } else if (typeof value === 'number') {
    hash.update('number\n').update(Float64Array.of(value));
  } else if (typeof value === 'boolean' || value == null) {
    hash.update(`${value}\n`);
  } else throw notData(typeof value);
}

function notData(what: string): TypeError {
  return new TypeError(`only what is asked with data can be remembered, not with a ${what}`);
}
