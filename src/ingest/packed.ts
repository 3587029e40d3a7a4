/**
 * Data with typed arrays in it as one block of memory that threads share, and back without copying the arrays.
 */

const ARRAYS = { Float64Array, Int32Array, Uint32Array, Uint16Array, Int8Array, Uint8Array } as const;
type ArrayName = keyof typeof ARRAYS;
type PackedArray = InstanceType<(typeof ARRAYS)[ArrayName]>;

/** What stands in the text for an array. */
interface Place {
  readonly array: ArrayName;
  /** First byte, counted from the end of the text. */
  readonly at: number;
  readonly length: number;
}

/** Every array begins on a multiple of this, so that it can be used where it lies. */
const ALIGNMENT = 8;

/**
 * Packs data: a word with the length of the text, the text, and the arrays one behind the other.
 *
 * @param data what JSON can hold and arrays of the types above, which may be views of larger ones.
 */
export function pack(data: unknown): Uint8Array<SharedArrayBuffer> {
  const arrays: { readonly bytes: Uint8Array; readonly at: number }[] = [];
  let size = 0;
  const text = new TextEncoder().encode(
    JSON.stringify(data, (_, value: unknown) => {
      if (!ArrayBuffer.isView(value)) return value;
      const { buffer, byteOffset, byteLength, length } = value as PackedArray;
      const place: Place = { array: nameOf(value), at: size, length };
      arrays.push({ bytes: new Uint8Array(buffer, byteOffset, byteLength), at: size });
      size += aligned(byteLength);
      return place;
    }),
  );
  const begin = aligned(Uint32Array.BYTES_PER_ELEMENT + text.length);
  const block = new Uint8Array(new SharedArrayBuffer(begin + size));
  new DataView(block.buffer).setUint32(0, text.length, true);
  block.set(text, Uint32Array.BYTES_PER_ELEMENT);
  for (const { bytes, at } of arrays) block.set(bytes, begin + at);
  return block;
}

/** The data of a block, which must begin on a multiple of eight; its arrays are views of the block. */
export function unpack(block: Uint8Array<SharedArrayBuffer>): unknown {
  const length = new DataView(block.buffer, block.byteOffset).getUint32(0, true);
  const head = Uint32Array.BYTES_PER_ELEMENT;
  const begin = block.byteOffset + aligned(head + length);
  const text = new TextDecoder().decode(block.slice(head, head + length));
  return JSON.parse(text, (_, value: unknown) => {
    if (!isPlace(value)) return value;
    const Typed = ARRAYS[value.array] as new (buffer: ArrayBufferLike, at: number, length: number) => PackedArray;
    return new Typed(block.buffer, begin + value.at, value.length);
  });
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

function nameOf(array: ArrayBufferView): ArrayName {
  const name = array.constructor.name;
  if (Object.hasOwn(ARRAYS, name)) return name as ArrayName;
  throw new TypeError(`${name} cannot be packed`);
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' && value !== null && 'array' in value && Object.hasOwn(ARRAYS, value.array as string)
  );
}
