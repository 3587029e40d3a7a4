/**
 * Takes out of a quote what may tell who wrote it or whom it names.
 */
import type { Dataset } from '../../dataset/dataset.ts';
import { customersOfWords, hasCapitalNouns } from '../../dataset/word-names.ts';
import { INVISIBLE } from '../../ingest/values/letters.ts';
import { BRACKETS, fits, wordKey, wordsOfQuote } from './quote-words.ts';

/** What stands where something was taken out. */
const LEFT_OUT = '[…]';

/** A place where a line may break, as inside a name that somebody wants to hide. */
const BREAK = '\u200b';

/**
 * An address, from one blank to the next: with `@`, `//` or `=` in it, or a point between two letters. What follows a question
 * mark in it is a part of it, and may name somebody in small letters.
 */
const ADDRESS = /(?<!\S)(["“„‘(]*)(\S*?(?:[@＠=]|\/\/|\p{L}\.\p{L})\S*?)([.…’,;:!?)"”]*)(?!\S)/gu;
/** A number or a code: with a digit or `_` in it. */
const CODE = /[\p{N}_＿]/u;
/** A chunk between blanks, without the signs around it. */
const CHUNK = /[^\s()"“”„‘,;:!?]+/gu;
const END = /[.…’']+$/u;
const CAPITAL_WORD = /(?<![\p{L}\p{M}’'])[\p{Lu}\p{Lt}][\p{L}\p{M}’']+/gu;
/** “I’m” always has its capital; “I’Anson” is a name. */
const ABOUT_ONESELF = /^I[’'](?:m|ve|d|ll)(?!\p{L})/iu;
/** A name that was left out, with its initials. */
const INITIALS = /(?<![\p{L}\p{M}])(?:\p{Lu}\.\s*)+\[…\]|\[…\](?:\s*\p{Lu}\.(?!\p{L}))+/gu;
const NEIGHBOURS = /\[…\](?:[\s\p{Pd}]*\[…\])+/gu;

/**
 * A quote without numbers, addresses, codes and what may be a name, within square brackets as outside.
 *
 * @param isHarmless whether a word in small letters is known to be no name; asked of words with a capital only.
 */
export function redacted(quote: string, isHarmless: (word: string) => boolean): string {
  let rest = 0;
  let text = '';
  for (const bracket of quote.matchAll(BRACKETS)) {
    text += redactedPart(quote.slice(rest, bracket.index), isHarmless) + redactedBracket(bracket[0], isHarmless);
    rest = bracket.index + bracket[0].length;
  }
  text += redactedPart(quote.slice(rest), isHarmless);
  return text.replace(INITIALS, LEFT_OUT).replace(NEIGHBOURS, LEFT_OUT).replace(/\s+/g, ' ').trim();
}

/** What an editor put in place of something must not tell it either. */
function redactedBracket(bracket: string, isHarmless: (word: string) => boolean): string {
  const inside = bracket.slice(1, -1);
  const isPlain = !['...', '…'].includes(inside.trim()) && redactedPart(inside, isHarmless) === inside.normalize('NFC');
  return isPlain ? bracket : LEFT_OUT;
}

function redactedPart(text: string, isHarmless: (word: string) => boolean): string {
  return text
    .replace(INVISIBLE, '')
    .replaceAll(BREAK, '')
    .normalize('NFC')
    .replace(ADDRESS, `$1${LEFT_OUT}$3`)
    .replace(CHUNK, (chunk) => {
      const end = END.exec(chunk)?.[0] ?? '';
      const body = chunk.slice(0, chunk.length - end.length);
      return CODE.test(body) ? LEFT_OUT + end : chunk;
    })
    .replace(CAPITAL_WORD, (word) => (ABOUT_ONESELF.test(word) || isHarmless(asRead(word)) ? word : LEFT_OUT));
}

function asRead(word: string): string {
  return word.toLowerCase().replace(/['‘]/g, '’').replace(/’+$/, '');
}

/**
 * Words that may keep a capital: used by enough customers, and not written with a capital in most of their uses inside
 * sentences. The company's own words are none of a person; words that begin like them need not be used by many, but must not be
 * written like names: “Billy” begins like “bill”.
 *
 * @param quotes whose words are asked for.
 * @param own words of the company, in small letters; `charge*` is any word that begins so.
 */
export function harmlessWords(
  quotes: readonly string[],
  { responses }: Pick<Dataset, 'responses'>,
  { own, minimumBase, key }: { readonly own: readonly string[]; readonly minimumBase: number; readonly key: bigint },
): ReadonlySet<string> {
  const harmless = new Set(own);
  const column = responses?.columns.comment;
  if (responses === null || column === undefined) return harmless;
  const { hash, small, capital } = column.vocabulary;
  const asked = new Map(quotes.flatMap(wordsOfQuote).map((word) => [wordKey(word, key), word]));
  const customers = customersOfWords(column, responses.customer);
  const isOfNouns = hasCapitalNouns(column.vocabulary);
  for (let word = 0; word < small.length; word++) {
    const text = asked.get(`${hash.high[word]} ${hash.low[word]}`);
    if (text === undefined) continue;
    const isOwn = own.some((pattern) => fits(text, pattern));
    if (!isOwn && (customers[word] as number) < minimumBase) continue;
    if (isOfNouns || (capital[word] as number) <= (small[word] as number)) harmless.add(text);
  }
  return harmless;
}
