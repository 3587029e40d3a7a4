/**
 * Zip archives for tests, as exporters write them.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface MemberForTests {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Kept as it is instead of deflated. */
  readonly stored?: boolean;
  /** Marked as needing a password. */
  readonly encrypted?: boolean;
  /** Bytes that the list claims, where it lies. */
  readonly claimed?: number;
}

/** An archive of the members, in their order; `large` writes the form for more than 4 GB. */
export function zipOf(members: readonly MemberForTests[], { large = false } = {}): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const name = Buffer.from(member.name);
    const bytes = Buffer.from(member.content as string);
    const packed = member.stored ? bytes : deflateRawSync(bytes);
    const method = member.stored ? 0 : 8;
    const flags = member.encrypted ? 1 : 0;
    const claimed = member.claimed ?? bytes.length;
    const local = fields([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0], [4, crc32(bytes)]);
    parts.push(local, fields([4, packed.length], [4, claimed], [2, name.length], [2, 0]), name, packed);
    const extra = large ? fields([2, 1], [2, 24], [8, claimed], [8, packed.length], [8, offset]) : Buffer.alloc(0);
    const size = (value: number): [number, number] => [4, large ? 0xffffffff : value];
    list.push(
      fields([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, method], [4, 0], [4, crc32(bytes)]),
      fields(size(packed.length), size(claimed), [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0]),
      fields(size(offset)),
      name,
      extra,
    );
    offset += 30 + name.length + packed.length;
  }
  const length = list.reduce((sum, part) => sum + part.length, 0);
  const count = members.length;
  const largeEnd = [
    fields(
      [4, 0x06064b50],
      [8, 44],
      [2, 45],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, length],
      [8, offset],
    ),
    fields([4, 0x07064b50], [4, 0], [8, offset + length], [4, 1]),
  ];
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0]);
  return Buffer.concat([...parts, ...list, ...(large ? largeEnd : []), end]);
}

/** Numbers in little-endian order, each in so many bytes. */
function fields(...values: readonly (readonly [bytes: number, value: number])[]): Buffer {
  return Buffer.concat(
    values.map(([bytes, value]) => {
      const field = Buffer.alloc(8);
      field.writeBigUInt64LE(BigInt(value));
      return field.subarray(0, bytes);
    }),
  );
}
