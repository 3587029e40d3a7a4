/**
 * Compressed bytes made whole again, within bounds: a small file must not be able to fill the memory.
 */
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { Mistake } from '../config/mistake.ts';

/** Tables compress to a tenth or so; what grows more than this many times was not made of a table. */
const GROWTH = 200;

/** However small the file, so much may come of it. */
const ALWAYS_ALLOWED = 64 * 2 ** 20;

/** However large the file, no more. */
const NEVER_ALLOWED = 2 ** 31 - 1;

/** Bytes that may come of so many packed ones. */
export function mostUnpacked(packed: number): number {
  return Math.min(NEVER_ALLOWED, Math.max(ALWAYS_ALLOWED, GROWTH * packed));
}

/** Whether the bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * @param file path as the user knows it.
 * @throws Mistake when the bytes are damaged or become too many.
 */
export function gunzip(bytes: Uint8Array, file: string): Uint8Array {
  return bounded(file, bytes.length, (maxOutputLength) => gunzipSync(bytes, { maxOutputLength }));
}

/** As `gunzip`, for the bytes of a member of a zip archive. */
export function inflate(bytes: Uint8Array, file: string): Uint8Array {
  return bounded(file, bytes.length, (maxOutputLength) => inflateRawSync(bytes, { maxOutputLength }));
}

/** What a file says that grows beyond its bounds. */
export function growsTooLarge(file: string, packed: number): Mistake {
  return new Mistake({
    what: 'The compressed file becomes too large when it is unpacked',
    file,
    found: `more than ${mostUnpacked(packed)} bytes from ${packed}`,
    remedy: 'If it is what it should be, unpack it yourself, and split it where it is larger than 2 GB.',
  });
}

function bounded(file: string, packed: number, unpack: (most: number) => Uint8Array): Uint8Array {
  try {
    return unpack(mostUnpacked(packed));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw growsTooLarge(file, packed);
    throw new Mistake({
      what: 'The compressed file is damaged',
      file,
      found: message,
      remedy: 'Export or copy it again.',
    });
  }
}
