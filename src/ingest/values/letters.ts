/**
 * What characters are when a comment is cut into words.
 */

export const OTHER = 0;
/** A letter; `UNSPACED` is one too. */
export const LETTER = 1;
/** A letter of a script that sets no blanks between words, such as Chinese, Japanese or Thai. */
export const UNSPACED = 2;
/** A mark upon a letter. */
export const MARK = 3;
export const APOSTROPHE = 4;
/** Blanks and control characters: they end a chunk. */
export const BLANK = 5;
/** Ends of lines. */
export const LINE_END = 6;
export const DOT = 7;
/** Other ends of sentences, and what speech and lists begin with: after it a capital tells nothing. */
export const OPENING = 8;
export const SLASH = 9;
/** Digits, `@` and `_`: a chunk with one of them is an address, a number or a code. */
export const CODE = 10;

/**
 * Characters that nobody sees: places where a word may break, joiners inside words, directions of writing. A word is the same
 * with and without them.
 */
export const INVISIBLE = /[\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069]/gu;

/** The first that fits counts. */
const KINDS: readonly (readonly [kind: number, characters: RegExp])[] = [
  [LINE_END, /[\n\r\u2028\u2029]/u],
  [BLANK, /[\s\p{Cc}]/u],
  [CODE, /[\p{N}@_＠＿]/u],
  [MARK, /\p{M}/u],
  // Before letters: one of its signs counts as a letter of many scripts, Thai among them.
  [APOSTROPHE, /['’ʼ＇]/u],
  [
    UNSPACED,
    /(?=\p{L})[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u,
  ],
  [LETTER, /\p{L}/u],
  [DOT, /[.．]/u],
  [OPENING, /[!?…:;"“„«»‘‚([{<>*•|\-–—。！？：；「『¿¡]/u],
  [SLASH, /\//u],
];

function kindOfCharacter(character: string): number {
  return KINDS.find(([, characters]) => characters.test(character))?.[0] ?? OTHER;
}

/** Kinds of the characters below 128, by code. */
export const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOfCharacter(String.fromCharCode(code)));

/** By code unit, as far as they have been asked for. */
const kinds = new Uint8Array(2 ** 16).fill(255);
const UNKNOWN = 255;

/** What the character is that the code unit at a place of a text belongs to. */
export function kindAt(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  const known = kinds[unit] as number;
  if (known !== UNKNOWN) return known;
  // A half of a pair says nothing on its own, so it is looked up each time.
  if (isHigh(unit)) return kindOfCharacter(String.fromCodePoint(text.codePointAt(place) as number));
  if (unit >= 0xdc00 && unit < 0xe000) return isHigh(text.charCodeAt(place - 1)) ? kindAt(text, place - 1) : OTHER;
  const kind = kindOfCharacter(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
