/**
 * Text with one kind of line end and without marks that belong to no cell.
 */

/** What was found and mended; complete when all pieces have been walked through. */
export interface Blemishes {
  /** Byte order marks at the start of later lines: files were put one after the other. */
  marks: number;
  /** NUL characters; they stay and are read as blanks. */
  nuls: number;
  /** Lines that ended with a carriage return alone. */
  returns: number;
}

/**
 * The same text, with a line feed wherever a carriage return stood alone, and without byte order marks at the start of
 * lines. A carriage return before a line feed stays, for it may stand inside a quoted cell.
 *
 * @param found counts what is mended.
 */
export function* cleaned(pieces: Iterator<string>, found: Blemishes): Generator<string> {
  let held = '';
  let atLineStart = true;
  for (let next = pieces.next(); next.done !== true; next = pieces.next()) {
    let text = held + next.value;
    held = '';
    // Whether a line feed follows shows in the next piece.
    if (text.endsWith('\r')) {
      held = '\r';
      text = text.slice(0, -1);
    }
    if (text === '') continue;
    text = mended(text, atLineStart, found);
    atLineStart = text === '' ? atLineStart : text.endsWith('\n');
    if (text !== '') yield text;
  }
  if (held !== '') {
    found.returns++;
    yield '\n';
  }
}

function mended(text: string, atLineStart: boolean, found: Blemishes): string {
  let result = text;
  if (result.includes('\0')) found.nuls += result.split('\0').length - 1;
  if (result.includes('\r')) {
    result = result.replace(LONE_RETURNS, () => {
      found.returns++;
      return '\n';
    });
  }
  if (result.includes('\ufeff')) {
    result = result.replace(MARKS, (mark, position: number) => {
      if (mark.length === 1 && position === 0 && !atLineStart) return mark;
      found.marks++;
      return mark.slice(0, -1);
    });
  }
  return result;
}

const LONE_RETURNS = /\r(?!\n)/g;
const MARKS = /(?:^|\n)\ufeff/g;
