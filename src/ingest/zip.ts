/**
 * Zip archives: the list of their members, and the bytes of one of them.
 *
 * Only what is asked for is read: the list stands at the end of the archive, and a member is found by its place in it.
 * Node inflates and checks; the layout follows the publicly available APPNOTE of the format, sections 4.3 and 4.5.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Mistake } from '../config/mistake.ts';
import { growsTooLarge, inflate, mostUnpacked } from './unpack.ts';

/** A member, as plain data that can be sent to another thread. */
export interface ZipMember {
  /** Path inside the archive, with forward slashes. */
  readonly name: string;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes of the file. */
  readonly unpacked: number;
  /** Where its own header begins. */
  readonly offset: number;
  readonly method: number;
  readonly crc: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The end record is 22 bytes and a comment of at most 65,535 long; the locator of the large form stands before it. */
const LONGEST_TAIL = 22 + 65_535 + 20;

/** More members than any export has. */
const MOST_MEMBERS = 10_000;

/** Bytes that nothing at all may take when it is packed. */
const EMPTY = 16;

/** Where fields of 32 bits say that the value stands elsewhere. */
const ELSEWHERE = 0xffffffff;

/**
 * The members of an archive, folders left out, in the order of the archive.
 *
 * @param file path as the user knows it.
 * @throws Mistake when the archive is damaged or encrypted, or would unpack to more than a table can be.
 */
export function zipMembers(absolute: string, file: string): ZipMember[] {
  return withFile(absolute, (read, size) => {
    const { count, start, length } = directory(read, size, file);
    if (count > MOST_MEMBERS) throw damaged(file, `${count} members`);
    if (start + length > size) throw damaged(file, 'a list of members that is cut short');
    const list = read(start, length);
    const members: ZipMember[] = [];
    let at = 0;
    for (let index = 0; index < count; index++) {
      if (at + 46 > list.length || list.readUInt32LE(at) !== ENTRY) throw damaged(file, 'a broken list of members');
      const { member, next, encrypted } = entryAt(list, at);
      at = next;
      if (at > list.length) throw damaged(file, 'a broken list of members');
      if (member.name.endsWith('/')) continue;
      if (encrypted) throw locked(file, member.name);
      if (member.unpacked === 0 && member.packed > EMPTY) throw damaged(file, 'a member larger than the list says');
      members.push(member);
    }
    const total = members.reduce((sum, { unpacked }) => sum + unpacked, 0);
    if (total > mostUnpacked(size)) throw growsTooLarge(file, size);
    return members;
  });
}

/**
 * The bytes of one member.
 *
 * @param file path of the member as the user knows it.
 * @throws Mistake when they are damaged, or packed in a way that is not read.
 */
export function memberBytes(absolute: string, member: ZipMember, file: string): Uint8Array {
  const packed = withFile(absolute, (read, size) => {
    const header = member.offset + 30 > size ? null : read(member.offset, 30);
    if (header === null || header.readUInt32LE(0) !== LOCAL) throw damaged(file, 'no member where the list says');
    const start = member.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (start + member.packed > size) throw damaged(file, 'a member that is cut short');
    return read(start, member.packed);
  });
  const bytes = unpackedBy(member.method, packed, file);
  if (bytes.length !== member.unpacked || crc32(bytes) !== member.crc) {
    throw damaged(file, 'bytes that do not have the checksum written beside them');
  }
  return bytes;
}

function unpackedBy(method: number, packed: Uint8Array, file: string): Uint8Array {
  if (method === 0) return packed;
  if (method === 8) return inflate(packed, file);
  throw new Mistake({
    what: 'A member of the archive is compressed in a way that is not read',
    file,
    found: `method ${method}`,
    expected: 'deflate, as nearly all programs write',
    remedy: 'Unpack the archive, and pack it again or put its files into the folder.',
  });
}

type Read = (start: number, length: number) => Buffer;

function withFile<R>(absolute: string, use: (read: Read, size: number) => R): R {
  const handle = openSync(absolute, 'r');
  try {
    const read: Read = (start, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, start));
    };
    return use(read, fstatSync(handle).size);
  } finally {
    closeSync(handle);
  }
}

/** Where the list of members stands. */
function directory(read: Read, size: number, file: string): { count: number; start: number; length: number } {
  const tailStart = Math.max(0, size - LONGEST_TAIL);
  const tail = read(tailStart, size - tailStart);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw damaged(file, 'no list of members at its end');
  const locator = end - 20;
  if (locator >= 0 && tail.readUInt32LE(locator) === LOCATOR_64) {
    const at = Number(tail.readBigUInt64LE(locator + 8));
    const record = at + 56 > size ? null : read(at, 56);
    if (record === null || record.readUInt32LE(0) !== END_64) throw damaged(file, 'no list of members where it says');
    return {
      count: Number(record.readBigUInt64LE(32)),
      length: Number(record.readBigUInt64LE(40)),
      start: Number(record.readBigUInt64LE(48)),
    };
  }
  return {
    count: tail.readUInt16LE(end + 10),
    length: tail.readUInt32LE(end + 12),
    start: tail.readUInt32LE(end + 16),
  };
}

function entryAt(list: Buffer, at: number): { member: ZipMember; next: number; encrypted: boolean } {
  const nameEnd = at + 46 + list.readUInt16LE(at + 28);
  const extraEnd = nameEnd + list.readUInt16LE(at + 30);
  const sizes = {
    unpacked: list.readUInt32LE(at + 24),
    packed: list.readUInt32LE(at + 20),
    offset: list.readUInt32LE(at + 42),
  };
  return {
    member: {
      name: list.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
      ...largeSizes(sizes, list.subarray(nameEnd, extraEnd)),
      method: list.readUInt16LE(at + 10),
      crc: list.readUInt32LE(at + 16),
    },
    next: extraEnd + list.readUInt16LE(at + 32),
    encrypted: (list.readUInt16LE(at + 8) & 1) === 1,
  };
}

/** Values that do not fit into 32 bits stand in an extra field, in this order and only those. */
function largeSizes<S extends { unpacked: number; packed: number; offset: number }>(sizes: S, extra: Buffer): S {
  const large = { ...sizes };
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let value = at + 4;
    for (const name of ['unpacked', 'packed', 'offset'] as const) {
      if (sizes[name] !== ELSEWHERE || value + 8 > extra.length) continue;
      large[name] = Number(extra.readBigUInt64LE(value));
      value += 8;
    }
    break;
  }
  return large;
}

function damaged(file: string, found: string): Mistake {
  return new Mistake({
    what: 'The archive is damaged',
    file,
    found,
    expected: 'a zip archive of CSV files',
    remedy: 'Export or copy it again, or unpack it and put its files into the folder.',
  });
}

function locked(file: string, member: string): Mistake {
  return new Mistake({
    what: 'The archive is encrypted',
    file,
    found: member,
    remedy: 'Unpack it with its password and put its files into the folder.',
  });
}
