/**
 * Random numbers that a seed determines: the same seed gives the same numbers on every machine.
 */

const TWO_TO_32 = 2 ** 32;

/** The stream of a seed. */
export function seededRandom(seed: number): Random {
  return new Random(seed);
}

/**
 * A stream of random numbers, which every call moves on: xoshiro128** (Blackman & Vigna 2021), its state filled by
 * splitmix64 from the seed.
 */
export class Random {
  readonly #state: Int32Array;
  #spare: number | null = null;
  #room = new Uint32Array(0);

  /** @throws RangeError unless the seed is a whole number from 0 to 2⁵³ − 1. */
  constructor(seed: number) {
    if (!(Number.isSafeInteger(seed) && seed >= 0))
      throw new RangeError(`a seed must be a whole number from 0: ${seed}`);
    this.#state = splitmix(seed);
  }

  /** A whole number from 0 to 2³² − 1, all equally likely. */
  uint32(): number {
    const state = this.#state;
    const x = state[1] as number;
    const scaled = Math.imul(x, 5);
    const y = (state[2] as number) ^ (state[0] as number);
    const z = (state[3] as number) ^ x;
    state[0] = (state[0] as number) ^ z;
    state[1] = x ^ y;
    state[2] = y ^ (x << 9);
    state[3] = (z << 11) | (z >>> 21);
    return Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0;
  }

  /** As many of them as there is room for: much faster than asking for one at a time. */
  fill(words: Uint32Array): void {
    const state = this.#state;
    // The state in variables of its own, which stay in registers.
    let w = state[0] as number;
    let x = state[1] as number;
    let y = state[2] as number;
    let z = state[3] as number;
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
    state[0] = w;
    state[1] = x;
    state[2] = y;
    state[3] = z;
  }

  /** A number from 0 up to, never reaching, 1, with 53 random bits. */
  uniform(): number {
    return ((this.uint32() >>> 5) * 2 ** 26 + (this.uint32() >>> 6)) / 2 ** 53;
  }

  /**
   * A whole number from 0 to n − 1, all exactly equally likely.
   *
   * @param n a whole number from 1 to 2³² − 1; not checked, because this is called for every row of every resample.
   */
  below(n: number): number {
    for (;;) {
      const drawn = this.uint32();
      const rest = drawn % n;
      // The last, incomplete block of n would favour small numbers.
      if (drawn - rest <= TWO_TO_32 - n) return rest;
    }
  }

  /**
   * As many of them as `n`, counted: `times[from + number]` goes up by one for each. The same numbers, sooner.
   *
   * @param times bytes, as no number of n comes 256 times: that would be less likely than once in 10⁵⁰⁰ tries.
   */
  tally(n: number, times: Uint8Array, from: number): void {
    if (this.#room.length < n) this.#room = new Uint32Array(n);
    for (let left = n; left > 0; ) {
      const words = this.#room.subarray(0, left);
      this.fill(words);
      left -= count(words, n, times, from);
    }
  }

  /** A standard normal number, by Marsaglia’s polar method (1964), which yields two: the second waits for the next call. */
  normal(): number {
    if (this.#spare !== null) {
      const waiting = this.#spare;
      this.#spare = null;
      return waiting;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const scale = Math.sqrt((-2 * Math.log(square)) / square);
        this.#spare = y * scale;
        return x * scale;
      }
    }
  }

  /** A Poisson number with mean 1: how often a row is drawn in a bootstrap of very many rows. */
  poissonOne(): number {
    const drawn = this.uint32();
    let times = 0;
    while (drawn >= (POISSON_ONE[times] as number)) times += 1;
    return times;
  }
}

/** Counts the rest that each word leaves when divided by n; returns how many words were of use. */
function count(words: Uint32Array, n: number, times: Uint8Array, from: number): number {
  const perN = 1 / n;
  let used = 0;
  for (let at = 0; at < words.length; at += 1) {
    const drawn = words[at] as number;
    // By multiplying: an engine divides whole numbers of 32 bits ten times slower.
    let whole = Math.floor(drawn * perN) * n;
    if (whole > drawn) whole -= n;
    else if (drawn - whole >= n) whole += n;
    // The last, incomplete block of n would favour small numbers.
    if (whole > TWO_TO_32 - n) continue;
    const place = from + drawn - whole;
    times[place] = (times[place] as number) + 1;
    used += 1;
  }
  return used;
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
function splitmix(seed: number): Int32Array {
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
  return Int32Array.from(words);
}
