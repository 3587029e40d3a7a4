/**
 * The words of a quote as comments are read, without what its editor put into square brackets.
 */
import { CommentWords } from '../../ingest/values/comment-words.ts';
import { identityHash } from '../../ingest/values/identity.ts';

const comment = new CommentWords();

/** Each word as often as it stands there, in small letters. */
export function wordsOfQuote(quote: string): string[] {
  const count = comment.read(quote.replace(BRACKETS, ' '));
  return Array.from({ length: count }, (_, word) => comment.text(word));
}

/** What an editor left out, or put in its place. */
export const BRACKETS = /\[[^[\]]*\]/g;

/** The two halves of a word's hash, as vocabularies hold them. */
export function wordKey(word: string, key: bigint): string {
  return hashKey(identityHash(`word ${word}`, key));
}

export function hashKey(hash: bigint): string {
  return `${hash >> 32n} ${hash & 0xffff_ffffn}`;
}

/** Whether a word is one that a theme looks for: `charge*` is any word that begins so. */
export function fits(word: string, pattern: string): boolean {
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}
