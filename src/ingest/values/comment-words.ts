/**
 * Cuts comments into words.
 *
 * Markup and invisible signs are taken out, the text is composed (NFC) and written in small letters by the rule of Unicode,
 * whatever the locale.
 * It falls into chunks at blanks; a chunk with a digit, `@` or `_` in it, with `//`, or with a point between two letters, is
 * an address, a number or a code and has no words. A word is a run of letters with the marks upon them, of 2 to 40
 * characters (UTF-16); apostrophes inside it stay, hyphens part words. Runs in scripts without blanks are parted by the
 * dictionaries of Unicode.
 *
 * Millions of comments pass here: all work is done on numbers in arrays that are used again and again.
 */
import {
  APOSTROPHE,
  ASCII_KINDS,
  BLANK,
  CODE,
  DOT,
  INVISIBLE,
  kindAt,
  LETTER,
  LINE_END,
  MARK,
  OPENING,
  SLASH,
  UNSPACED,
} from './letters.ts';

/** How the first letter of a word is written, as far as it tells a name from another word. */
export const TELLS_NOTHING = 0;
export const SMALL = 1;
export const CAPITAL = 2;

const SHORTEST = 2;
const LONGEST = 40;

/** All signs of an apostrophe are this one. */
const APOSTROPHE_SIGN = 0x2019;

const TAG = /<[/!]?[a-z][^<>]*>/gi;
const ENTITY = /&(?:#\w+|[a-z]+);/gi;

/** The language does not matter: scripts without blanks have a dictionary each. */
const dictionaries = new Intl.Segmenter('en', { granularity: 'word' });

/** Beside the kind of a character: it was a capital, or nobody can say whether it was. */
const WAS_CAPITAL = 16;
const UNKNOWN_CASE = 32;
const KIND = 15;

/** By ASCII character: its small letter, and its kind with `WAS_CAPITAL`. */
const ASCII_SMALL = Uint16Array.from(ASCII_KINDS, (kind, code) =>
  kind === APOSTROPHE ? APOSTROPHE_SIGN : String.fromCharCode(code).toLowerCase().charCodeAt(0),
);
const ASCII_MARKED = ASCII_KINDS.map((kind, code) =>
  kind === LETTER && ASCII_SMALL[code] !== code ? kind | WAS_CAPITAL : kind,
);

/** The words of one comment after the other. After `read`, word number i stands in `units` from `from[i]` to `to[i]`. */
export class CommentWords {
  /** The comment in small letters, as UTF-16. */
  units = new Uint16Array(0);
  /** The same memory, for writing. */
  #bytes = Buffer.alloc(0);
  from = new Int32Array(0);
  to = new Int32Array(0);
  /** `TELLS_NOTHING`, `SMALL` or `CAPITAL`. */
  spelling = new Uint8Array(0);
  /** Kind of each character, with `WAS_CAPITAL` or `UNKNOWN_CASE`. */
  #kinds = new Uint8Array(0);

  /** Finds the words of a comment, each as often as it stands there; gives how many there are. */
  read(comment: string): number {
    const text = withoutMarkup(comment);
    return this.#cut(this.#lay(text));
  }

  text(word: number): string {
    return String.fromCharCode(...this.units.subarray(this.from[word], this.to[word]));
  }

  /** Lays the characters of a text out in the arrays; gives how many there are. */
  #lay(text: string): number {
    const { length } = text;
    this.#makeRoom(length);
    // Copied at once: to ask a cell for its characters one by one takes longer, for it is a part of a larger text.
    this.#bytes.write(text, 0, 'utf16le');
    const { units } = this;
    const kinds = this.#kinds;
    for (let place = 0; place < length; place++) {
      const unit = units[place] as number;
      if (unit >= 128) return this.#layUnicode(text.replace(INVISIBLE, '').normalize('NFC'));
      units[place] = ASCII_SMALL[unit] as number;
      kinds[place] = ASCII_MARKED[unit] as number;
    }
    return length;
  }

  #layUnicode(text: string): number {
    const lower = text.toLowerCase();
    this.#makeRoom(lower.length);
    // Where small letters are more than the capitals they stand for, places do not agree.
    const isAligned = text.length === lower.length;
    for (let place = 0; place < lower.length; place++) {
      const kind = kindAt(lower, place);
      const unit = lower.charCodeAt(place);
      this.units[place] = kind === APOSTROPHE ? APOSTROPHE_SIGN : unit;
      const mark = isAligned ? (text.charCodeAt(place) === unit ? 0 : WAS_CAPITAL) : UNKNOWN_CASE;
      this.#kinds[place] = kind | mark;
    }
    return lower.length;
  }

  #makeRoom(length: number): void {
    if (length < this.units.length) return;
    const room = Math.max(1024, length * 2);
    this.units = new Uint16Array(room);
    this.#bytes = Buffer.from(this.units.buffer);
    this.#kinds = new Uint8Array(room);
    // There are fewer words than characters.
    this.from = new Int32Array(room);
    this.to = new Int32Array(room);
    this.spelling = new Uint8Array(room);
  }

  #cut(length: number): number {
    const { from, to, spelling } = this;
    const kinds = this.#kinds;
    // A chunk ends at the end of the text too.
    kinds[length] = BLANK;
    let count = 0;
    /** Words before the chunk at hand, which may yet turn out to be an address. */
    let safe = 0;
    let isCode = false;
    /** Whether a capital here tells nothing, because a sentence or a quotation begins. */
    let opens = true;
    let place = 0;
    while (place <= length) {
      const kind = (kinds[place] as number) & KIND;
      if (kind === LETTER || kind === UNSPACED) {
        const begin = place;
        let isUnspaced = false;
        for (; ; place++) {
          const next = (kinds[place] as number) & KIND;
          if (next === LETTER || next === MARK) continue;
          if (next === UNSPACED) isUnspaced = true;
          else if (next !== APOSTROPHE || !isLetter(kinds[place + 1] as number)) break;
        }
        const how = spellingOf(kinds[begin] as number, kinds[begin + 1] as number, opens);
        opens = false;
        if (isUnspaced) count = this.#part(begin, place, how, count);
        else if (place - begin >= SHORTEST && place - begin <= LONGEST) {
          from[count] = begin;
          to[count] = place;
          spelling[count++] = how;
        }
        if (((kinds[place] as number) & KIND) === DOT && isLetter(kinds[place + 1] as number)) isCode = true;
        continue;
      }
      if (kind === BLANK || kind === LINE_END) {
        if (isCode) count = safe;
        isCode = false;
        safe = count;
        if (kind === LINE_END) opens = true;
      } else if (kind === CODE) isCode = true;
      else if (kind === DOT || kind === OPENING) opens = true;
      else if (kind === SLASH && ((kinds[place + 1] as number) & KIND) === SLASH) isCode = true;
      place++;
    }
    return count;
  }

  /** Notes the words of a run in a script without blanks; gives how many there are now. */
  #part(begin: number, end: number, how: number, before: number): number {
    let count = before;
    const run = this.#bytes.toString('utf16le', 2 * begin, 2 * end);
    for (const { segment, index } of dictionaries.segment(run)) {
      if (segment.length < SHORTEST || segment.length > LONGEST) continue;
      this.from[count] = begin + index;
      this.to[count] = begin + index + segment.length;
      this.spelling[count++] = how;
    }
    return count;
  }
}

/** From the marked kinds of the first two characters. */
function spellingOf(first: number, second: number, opens: boolean): number {
  if ((first & UNKNOWN_CASE) !== 0) return TELLS_NOTHING;
  if ((first & WAS_CAPITAL) === 0) return SMALL;
  // Words all in capitals are shouted, or abbreviations.
  return opens || (second & WAS_CAPITAL) !== 0 ? TELLS_NOTHING : CAPITAL;
}

function isLetter(marked: number): boolean {
  const kind = marked & KIND;
  return kind === LETTER || kind === UNSPACED;
}

function withoutMarkup(comment: string): string {
  const plain = comment.includes('<') ? comment.replace(TAG, ' ') : comment;
  return plain.includes('&') ? plain.replace(ENTITY, ' ') : plain;
}
