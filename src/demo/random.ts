/**
 * A stream of pseudo-random numbers that is the same on every machine: sfc32, seeded from a number and a name.
 */

export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Whole number from 0 to `count - 1`. */
  index(count: number): number;
  /** True with the given probability; probabilities outside 0 to 1 mean never and always. */
  chance(probability: number): boolean;
  /** Standard normal. */
  normal(): number;
  /** Exponential with the given mean. */
  exponential(mean: number): number;
  /** Log-normal with the given median and standard deviation of the logarithm. */
  logNormal(median: number, sigma: number): number;
  /** Poisson count; meant for means below about 100. */
  poisson(mean: number): number;
  /** One key of a table of weights; the weights need not add up to 1. */
  pick<K extends string>(weights: Readonly<Record<K, number>>): K;
}

/**
 * An independent stream for each name, so that a change in how one table is drawn leaves the others as they were.
 *
 * Generator: sfc32 of Chris Doty-Humphrey's PractRand; its state is filled by hashing seed and name (FNV-1a) and
 * mixing the hash with the finaliser of MurmurHash3.
 */
export function createRandom(seed: number, name: string): Random {
  const next = sfc32(hash(`${seed}/${name}`));
  const uniform = () => next() / 2 ** 32;
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    normal,
    between: (low, high) => low + (high - low) * uniform(),
    index: (count) => Math.floor(count * uniform()),
    chance: (probability) => uniform() < probability,
    exponential: (mean) => -mean * Math.log(1 - uniform()),
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    poisson: (mean) => {
      const limit = Math.exp(-mean);
      let count = -1;
      for (let product = 1; product > limit; product *= uniform()) count++;
      return Math.max(0, count);
    },
    pick: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let rest = uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => {
        rest -= weight;
        return rest < 0;
      });
      return (found ?? (entries[entries.length - 1] as (typeof entries)[number]))[0];
    },
  };
}

/** 32 random bits a call. */
function sfc32(start: number): () => number {
  let state = start;
  const fill = () => {
    state = (state + 0x9e3779b9) | 0;
    return finalise(state);
  };
  let [a, b, c, counter] = [fill(), fill(), fill(), 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // The first outputs still show the seed.
  for (let round = 0; round < 12; round++) next();
  return next;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}

function finalise(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
