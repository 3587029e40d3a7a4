/**
 * Bytes to text, piece by piece: no file needs to fit into one string.
 */
import { isUtf8 } from 'node:buffer';
import { Mistake } from '../config/mistake.ts';
import { gunzip, isGzip } from './unpack.ts';

export interface DecodedText {
  /** The encoding as the data page prints it. */
  readonly encoding: string;
  /** Whether the encoding is only what is left when no other fits. */
  readonly isGuess: boolean;
  /** The text without a byte order mark, in pieces that may end anywhere but inside a character. */
  readonly pieces: Iterator<string>;
}

/** Bytes decoded at once: what comes of them fits into a processor's cache, which doubles the speed of reading. */
const PIECE_BYTES = 2 ** 16;

/** Bytes looked at for the pattern of UTF-16 without a byte order mark. */
const SAMPLE_BYTES = 4096;

/**
 * Decodes by byte order mark, by the NUL pattern of UTF-16, as strict UTF-8, and failing that as Windows-1252.
 *
 * @param declared encoding from `sources.yaml`; it must then fit.
 * @throws Mistake when the bytes are no text, or not in the declared encoding.
 */
export function decodeText(raw: Uint8Array, file: string, declared?: string): DecodedText {
  const bytes = isGzip(raw) ? gunzip(raw, file) : raw;
  refuseBinary(bytes, file);
  if (startsWith(bytes, 0xff, 0xfe)) return utf16(bytes.subarray(2), file, 'le', 'UTF-16 LE with byte order mark');
  if (startsWith(bytes, 0xfe, 0xff)) return utf16(bytes.subarray(2), file, 'be', 'UTF-16 BE with byte order mark');
  const marked = startsWith(bytes, 0xef, 0xbb, 0xbf);
  if (declared !== undefined && !marked) return declaredText(bytes, file, declared);
  const order = utf16Pattern(bytes);
  if (order !== null) return utf16(bytes, file, order, `UTF-16 ${order.toUpperCase()}`);
  const content = marked ? bytes.subarray(3) : bytes;
  if (isUtf8(content)) {
    return { encoding: marked ? 'UTF-8 with byte order mark' : 'UTF-8', isGuess: false, pieces: utf8Pieces(content) };
  }
  const encoding = `Windows-1252 (it is not UTF-8: ${countHigh(content)} bytes outside ASCII)`;
  return { encoding, isGuess: true, pieces: decoderPieces(content, new TextDecoder('windows-1252')) };
}

/** What other files begin with: one of them under the name of a CSV file is an oversight. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['an Excel workbook or a zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
  ['a gzip file inside another', [0x1f, 0x8b]],
];

function refuseBinary(bytes: Uint8Array, file: string): void {
  const [is] = SIGNATURES.find(([, start]) => startsWith(bytes, ...start)) ?? [];
  if (is === undefined) return;
  throw new Mistake({
    what: 'The file is no text under the name of a CSV file',
    file,
    found: is,
    expected: 'text with one record per row',
    remedy: 'Export it as CSV (UTF-8), or give it the ending that it should have.',
  });
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function declaredText(bytes: Uint8Array, file: string, label: string): DecodedText {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    throw new Mistake({
      what: 'The encoding is not known',
      file,
      field: 'encoding',
      found: label,
      expected: 'a name such as utf-8, windows-1252, iso-8859-2 or utf-16le',
      remedy: 'Correct `encoding` in sources.yaml.',
    });
  }
  return { encoding: `${decoder.encoding} (declared)`, isGuess: false, pieces: strictPieces(bytes, decoder, file) };
}

/** Text in ASCII letters has a NUL in nearly every second byte when it is UTF-16. */
function utf16Pattern(bytes: Uint8Array): 'le' | 'be' | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const many = 0.2 * length;
  if (odd > many && even < odd / 10) return 'le';
  if (even > many && odd < even / 10) return 'be';
  return null;
}

function utf16(bytes: Uint8Array, file: string, order: 'le' | 'be', encoding: string): DecodedText {
  return {
    encoding,
    isGuess: false,
    pieces: strictPieces(bytes, new TextDecoder(`utf-16${order}`, { fatal: true }), file),
  };
}

/** Valid UTF-8 needs no streaming decoder: cut before a byte that begins a character. */
function* utf8Pieces(bytes: Uint8Array): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < buffer.length; ) {
    let end = Math.min(start + PIECE_BYTES, buffer.length);
    while (end < buffer.length && ((buffer[end] as number) & 0xc0) === 0x80) end--;
    yield buffer.toString('utf8', start, end);
    start = end;
  }
}

function* decoderPieces(bytes: Uint8Array, decoder: TextDecoder): Generator<string> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    const end = start + PIECE_BYTES;
    yield decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length });
  }
}

function* strictPieces(bytes: Uint8Array, decoder: TextDecoder, file: string): Generator<string> {
  try {
    yield* decoderPieces(bytes, decoder);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Mistake({
      what: `The file is not valid ${decoder.encoding}`,
      file,
      remedy: 'Export it again as UTF-8, or declare its `encoding` in sources.yaml.',
    });
  }
}

function countHigh(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80) count++;
  return count;
}
