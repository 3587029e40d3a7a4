/**
 * Identifiers: normalised, hashed with a key, and forgotten.
 */
import xxhash from 'xxhash-wasm';
import { isNoValue } from './text.ts';

const { h64 } = await xxhash();

const NOBODY: ReadonlySet<string> = new Set(['anonymous', 'unknown', 'unspecified']);
const URL_TAIL = /^[a-z][a-z0-9+.-]*:\/\/[^/]*\/(?:.*\/)?([^/?#]+)\/?(?:[?#].*)?$/i;
/** `PROJ-12`, which people also write in small letters. */
const ISSUE_KEY = /^[a-z][a-z0-9_]+-\d+$/i;
/** Writers that fear formulas put a quotation mark before these characters. */
const GUARDED = /^'[=+@-]/;
const ROUNDED = /^\d(?:\.\d+)?E\+\d+$/;
/** Mail goes to the same person however the address is written. */
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/**
 * The identifier in a trimmed cell: without `#` before it; of a URL the last part of its path; keys such as `PROJ-12` in
 * capitals, mail addresses in small letters; empty = none.
 */
export function identityText(text: string): string {
  if (isNobody(text)) return '';
  const start = text.charCodeAt(0);
  if (start === 39 /* ' */ && GUARDED.test(text)) return identityText(text.slice(1));
  if (start === 35 /* # */) return text.slice(1).trim();
  if (text.includes('://')) return URL_TAIL.exec(text)?.[1] ?? text;
  if (text.includes('@')) return ADDRESS.test(text) ? text.toLowerCase() : text;
  return text.includes('-') && ISSUE_KEY.test(text) ? text.toUpperCase() : text;
}

/** Most identifiers end with a digit, which none of these words does. */
function isNobody(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  if ((last >= 48 && last <= 57) || text.length > 11) return false;
  return isNoValue(text) || NOBODY.has(text.toLowerCase());
}

/** Whether a spreadsheet turned the identifier into a rounded number such as `1.23E+12`: others then look the same. */
export function isRoundedIdentity(text: string): boolean {
  return text.length < 24 && text.includes('E+') && ROUNDED.test(text);
}

/**
 * 64-bit keyed hash (XXH64) of an identifier.
 *
 * @param key of the report: the same identifier has another hash in another one.
 */
export function identityHash(text: string, key: bigint): bigint {
  return h64(text, key);
}
