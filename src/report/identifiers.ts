/**
 * Identifiers of customers, tickets and responses: hashed on entry, and looked for in what is about to be published.
 */
import { createHash } from 'node:crypto';
import type { ReportConfig } from '../config/report.schema.ts';
import type { IdColumn } from '../dataset/column.ts';
import type { AnyTablePart } from '../dataset/part.ts';
import { identityHash, identityText } from '../ingest/values/identity.ts';

/** The key of a report's hashes. It comes from the configuration, so that the same input gives the same bytes. */
export function identifierKey({ title, organisation }: ReportConfig): bigint {
  return createHash('sha256')
    .update(JSON.stringify([title, organisation]))
    .digest()
    .readBigUInt64LE();
}

const FIELDS = ['customer_id', 'ticket_id', 'response_id'] as const;

/** Shorter ones, and plain words or small numbers, stand on any page by chance. */
const LEAST_LENGTH = 5;
const MANY_DIGITS = /\d{7,}/;
const SEVERAL_WORDS = /\p{L}\S*\s+\S*\p{L}/u;

/** Whether a text could be told from the words and figures of a report: an address, a code, a long number, a full name. */
function isTelling(text: string): boolean {
  if (text.length < LEAST_LENGTH) return false;
  if (text.includes('@') || MANY_DIGITS.test(text) || SEVERAL_WORDS.test(text)) return true;
  return /\p{L}/u.test(text) && /\d/.test(text);
}

/**
 * The texts that are identifiers of some row read.
 *
 * @param parts the rows of all files, kept ones and those that were superseded.
 */
export function identifiersAmong(parts: readonly AnyTablePart[], key: bigint, texts: Iterable<string>): string[] {
  const textOf = new Map<string, string>();
  for (const text of texts) {
    if (!isTelling(text)) continue;
    const identity = identityText(text);
    if (identity !== '') textOf.set(wordsOf(identityHash(identity, key)), text);
  }
  const wanted = new WantedHashes([...textOf.keys()]);
  const found = new Set<string>();
  for (const part of parts) {
    const columns = part.columns as Readonly<Record<string, IdColumn | undefined>>;
    for (const { high, low } of FIELDS.flatMap((field) => columns[field] ?? [])) {
      for (let row = 0; row < low.length; row++) {
        if (wanted.has(high[row] as number, low[row] as number)) found.add(`${high[row]} ${low[row]}`);
      }
    }
  }
  return [...found].map((words) => textOf.get(words) as string).sort();
}

function wordsOf(hash: bigint): string {
  return `${hash >> 32n} ${hash & 0xffff_ffffn}`;
}

/** A set of hashes that millions of rows are held against: a bit per bucket settles nearly all of them. */
class WantedHashes {
  readonly #words: ReadonlySet<string>;
  readonly #buckets = new Uint8Array(2 ** 20);

  constructor(words: readonly string[]) {
    this.#words = new Set(words);
    for (const word of words) this.#buckets[Number(word.split(' ')[1]) & (this.#buckets.length - 1)] = 1;
  }

  has(high: number, low: number): boolean {
    return this.#buckets[low & (this.#buckets.length - 1)] === 1 && this.#words.has(`${high} ${low}`);
  }
}
