/**
 * Files as bytes.
 */
import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** One read must stay below what operating systems take at once. */
const READ_BYTES = 2 ** 30;

/** The whole file in a buffer of its own, of any size. */
export function readBytes(path: string): Uint8Array<ArrayBuffer> {
  return readInto(path, (size) => Buffer.allocUnsafeSlow(size));
}

/** The whole file in memory that threads share. */
export function readShared(path: string): Uint8Array<SharedArrayBuffer> {
  return readInto(path, (size) => new Uint8Array(new SharedArrayBuffer(size)));
}

function readInto<B extends ArrayBufferLike>(path: string, allocate: (size: number) => Uint8Array<B>): Uint8Array<B> {
  const handle = openSync(path, 'r');
  try {
    const bytes = allocate(fstatSync(handle).size);
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(handle, bytes, filled, Math.min(READ_BYTES, bytes.length - filled), filled);
      if (count === 0) return bytes.subarray(0, filled);
      filled += count;
    }
    return bytes;
  } finally {
    closeSync(handle);
  }
}

/** SHA-256 as lower-case hexadecimal digits. */
export function digestOf(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex');
}
