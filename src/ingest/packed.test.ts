import { describe, expect, test } from 'vitest';
import { pack, unpack } from './packed.ts';

describe('packed data', () => {
  const data = {
    name: 'tickets “ü” 𝄞',
    rows: 3,
    nothing: null,
    columns: {
      at: Float64Array.of(1.5, Number.NaN, -0),
      flag: Int8Array.of(-1, 0, 1),
      code: Int32Array.of(-1, 2 ** 31 - 1, 7).subarray(1),
      id: Uint32Array.of(2 ** 32 - 1),
      part: Uint16Array.of(65535, 1),
      scale: Uint8Array.of(255),
    },
    list: [{ values: ['a', '"', '\n'], numbers: new Float64Array(0) }],
  };

  test('come back as they were, beginnings of larger arrays included', () => {
    expect(unpack(pack(data))).toEqual({
      ...data,
      columns: { ...data.columns, code: Int32Array.of(2 ** 31 - 1, 7) },
    });
  });

  test('lie in memory that threads share, and are not copied again', () => {
    const block = pack({ at: Float64Array.of(1) });
    const { at } = unpack(block) as { at: Float64Array };
    expect(at.buffer).toBe(block.buffer);
    expect(at.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  test('may be read behind something else', () => {
    const block = pack({ at: Float64Array.of(1, 2) });
    const longer = new Uint8Array(new SharedArrayBuffer(16 + block.length));
    longer.set(block, 16);
    expect(unpack(longer.subarray(16))).toEqual({ at: Float64Array.of(1, 2) });
  });

  test('keep names that mean something to JavaScript', () => {
    const odd = JSON.parse('{"__proto__": {"array": "constructor"}, "array": "Float64"}') as object;
    expect(JSON.stringify(unpack(pack(odd)))).toBe(JSON.stringify(odd));
  });

  test('refuse arrays of other types instead of losing them', () => {
    expect(() => pack({ big: new BigInt64Array(1) })).toThrow('BigInt64Array cannot be packed');
  });
});
