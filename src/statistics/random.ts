/**
 * Random numbers that a seed determines: the same seed gives the same numbers on every machine.
 */

/** A stream of random numbers. Every call moves the stream on. */
export interface Random {
  /** A whole number from 0 to 2³² − 1, all equally likely. */
  uint32(): number;
  /** As many of them as there is room for: much faster than asking for one at a time. */
  fill(words: Uint32Array): void;
  /** A number from 0 up to, never reaching, 1, with 53 random bits. */
  uniform(): number;
  /**
   * A whole number from 0 to n − 1, all exactly equally likely.
   *
   * @param n a whole number from 1 to 2³² − 1; not checked, because this is called for every row of every resample.
   */
  below(n: number): number;
  /** As many of them as `n`, counted: `times[from + number]` goes up by one for each. The same numbers, sooner. */
  tally(n: number, times: Int32Array, from: number): void;
  /** A standard normal number. */
  normal(): number;
  /** A Poisson number with mean 1: how often a row is drawn in a bootstrap of very many rows. */
  poissonOne(): number;
}

const TWO_TO_32 = 2 ** 32;

/**
 * The stream of a seed: xoshiro128** (Blackman & Vigna 2021), its state filled by splitmix64 from the seed.
 *
 * Normal numbers by Marsaglia's polar method (1964), which yields them in pairs; the second waits for the next call.
 *
 * @throws RangeError unless the seed is a whole number from 0 to 2⁵³ − 1.
 */
export function seededRandom(seed: number): Random {
  if (!(Number.isSafeInteger(seed) && seed >= 0)) throw new RangeError(`a seed must be a whole number from 0: ${seed}`);
  let [a, b, c, d] = splitmix(seed);
  let spare: number | null = null;
  let room = new Uint32Array(0);

  const uint32 = (): number => {
    const scaled = Math.imul(b, 5);
    const result = Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };

  const fill = (words: Uint32Array): void => {
    // The state in variables of its own, which stay in registers.
    let [w, x, y, z] = [a, b, c, d];
    for (let at = 0; at < words.length; at += 1) {
      const scaled = Math.imul(x, 5);
      words[at] = Math.imul((scaled << 7) | (scaled >>> 25), 9);
      const shifted = x << 9;
      y ^= w;
      z ^= x;
      x ^= y;
      w ^= z;
      y ^= shifted;
      z = (z << 11) | (z >>> 21);
    }
    [a, b, c, d] = [w, x, y, z];
  };

  const uniform = (): number => ((uint32() >>> 5) * 2 ** 26 + (uint32() >>> 6)) / 2 ** 53;

  const below = (n: number): number => {
    for (;;) {
      const drawn = uint32();
      const rest = drawn % n;
      // The last, incomplete block of n would favour small numbers.
      if (drawn - rest <= TWO_TO_32 - n) return rest;
    }
  };

  const tally = (n: number, times: Int32Array, from: number): void => {
    if (room.length < n) room = new Uint32Array(n);
    const perN = 1 / n;
    for (let left = n; left > 0; ) {
      const asked = room.subarray(0, left);
      fill(asked);
      for (let at = 0; at < asked.length; at += 1) {
        const drawn = asked[at] as number;
        // The rest of a division, by multiplying: an engine divides whole numbers of 32 bits ten times slower.
        let whole = Math.floor(drawn * perN) * n;
        if (whole > drawn) whole -= n;
        else if (drawn - whole >= n) whole += n;
        if (whole > TWO_TO_32 - n) continue;
        const place = from + drawn - whole;
        times[place] = (times[place] as number) + 1;
        left -= 1;
      }
    }
  };

  const normal = (): number => {
    if (spare !== null) {
      const waiting = spare;
      spare = null;
      return waiting;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const scale = Math.sqrt((-2 * Math.log(square)) / square);
        spare = y * scale;
        return x * scale;
      }
    }
  };

  const poissonOne = (): number => {
    const drawn = uint32();
    let count = 0;
    while (drawn >= (POISSON_ONE[count] as number)) count += 1;
    return count;
  };

  return { uint32, fill, uniform, below, tally, normal, poissonOne };
}

/** Puts the values into a random order, in place, all orders equally likely (Fisher–Yates). */
export function shuffle(values: Float64Array, random: Random): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const value = values[last] as number;
    values[last] = values[other] as number;
    values[other] = value;
  }
}

/** P(X <= k) of the Poisson distribution with mean 1, for k = 0, 1, … in units of 2⁻³². The last is never reached. */
const POISSON_ONE = poissonOneThresholds();

function poissonOneThresholds(): readonly number[] {
  const thresholds: number[] = [];
  let probability = Math.exp(-1);
  let cumulated = probability;
  for (let k = 1; Math.round(cumulated * TWO_TO_32) < TWO_TO_32; k++) {
    thresholds.push(Math.round(cumulated * TWO_TO_32));
    probability /= k;
    cumulated += probability;
  }
  thresholds.push(TWO_TO_32);
  return thresholds;
}

/** Four words of 32 bits, as signed numbers, from the first two outputs of splitmix64 (Steele, Lea & Flood 2014). */
function splitmix(seed: number): [number, number, number, number] {
  let state = BigInt(seed);
  const words: number[] = [];
  while (words.length < 4) {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed = state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    mixed ^= mixed >> 31n;
    words.push(Number(BigInt.asIntN(32, mixed)), Number(BigInt.asIntN(32, mixed >> 32n)));
  }
  return words as [number, number, number, number];
}
