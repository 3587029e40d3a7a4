import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Random, seededRandom, shuffle } from './random.ts';

const DRAWS = 200_000;

function draw(next: (random: Random) => number, count = DRAWS): number[] {
  const random = seededRandom(42);
  return Array.from({ length: count }, () => next(random));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** xoshiro128** in whole numbers without bit tricks: the state is changed in place. */
function published(state: bigint[]): bigint {
  const rotate = (x: bigint, by: bigint) => BigInt.asUintN(32, (x << by) | (x >> (32n - by)));
  const [a, b, c, d] = state as [bigint, bigint, bigint, bigint];
  const result = BigInt.asUintN(32, rotate(BigInt.asUintN(32, b * 5n), 7n) * 9n);
  const third = c ^ a;
  const fourth = d ^ b;
  state[0] = a ^ fourth;
  state[1] = b ^ third;
  state[2] = third ^ BigInt.asUintN(32, b << 9n);
  state[3] = rotate(fourth, 11n);
  return result;
}

describe('the generator', () => {
  test('written out a second time gives the published numbers', () => {
    const state = [1n, 2n, 3n, 4n];
    const first = Array.from({ length: 6 }, () => Number(published(state)));
    expect(first).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });

  test('is that one, started by splitmix64', () => {
    // The first two outputs of splitmix64 for the seed 0, low word first.
    const state = [0x7b1dcdafn, 0xe220a839n, 0xa1b965f4n, 0x6e789e6an];
    const random = seededRandom(0);
    for (let i = 0; i < 100; i++) expect(random.uint32()).toBe(Number(published(state)));
  });

  test('fills room with what it would give one by one, and goes on from there', () => {
    const [filling, single] = [seededRandom(5), seededRandom(5)];
    const words = new Uint32Array(7);
    for (let round = 0; round < 3; round++) {
      filling.fill(words);
      expect([...words, filling.uint32()]).toEqual(Array.from({ length: 8 }, () => single.uint32()));
    }
  });

  test('counts what it would give one by one, and goes on from there', () => {
    const sizes = fc.record({ seed: fc.nat(), n: fc.integer({ min: 1, max: 300 }) });
    fc.assert(
      fc.property(sizes, ({ seed, n }) => {
        const [one, many] = [seededRandom(seed), seededRandom(seed)];
        const [expected, times] = [new Uint8Array(n + 2), new Uint8Array(n + 2)];
        for (let left = n; left > 0; left -= 1) {
          const at = 1 + one.below(n);
          expected[at] = (expected[at] as number) + 1;
        }
        many.tally(n, times, 1);
        expect(times).toEqual(expected);
        expect(many.uint32()).toBe(one.uint32());
      }),
    );
  });

  test('repeats itself for the same seed and not for another', () => {
    const numbers = (seed: number) => {
      const random = seededRandom(seed);
      return [random.uniform(), random.normal(), random.normal(), random.below(1000), random.poissonOne()];
    };
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses the seed %s', (seed) => {
    expect(() => seededRandom(seed)).toThrow(RangeError);
  });
});

describe('its numbers', () => {
  test('uniform ones lie in [0, 1) and have mean 1/2 and variance 1/12', () => {
    const values = draw((random) => random.uniform());
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(meanOf(values)).toBeCloseTo(1 / 2, 2);
    expect(meanOf(values.map((value) => (value - 1 / 2) ** 2))).toBeCloseTo(1 / 12, 3);
  });

  test('whole ones stay below n and are equally frequent', () => {
    const counts = new Array<number>(7).fill(0);
    for (const value of draw((random) => random.below(7))) counts[value] = (counts[value] as number) + 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - DRAWS / 7) ** 2 / (DRAWS / 7), 0);
    // 99.9% quantile with 6 degrees of freedom.
    expect(chiSquare).toBeLessThan(22.5);
  });

  test('whole ones below a large n do not favour the small', () => {
    // Three quarters of 2³²: folding by the remainder alone would give the lowest third twice the chance.
    const n = 3 * 2 ** 30;
    expect(meanOf(draw((random) => (random.below(n) < 2 ** 30 ? 1 : 0)))).toBeCloseTo(1 / 3, 2);
  });

  test('below 1 there is only 0', () => {
    fc.assert(fc.property(fc.nat(), (seed) => seededRandom(seed).below(1) === 0));
  });

  test('normal ones have mean 0, variance 1, no skew and kurtosis 3', () => {
    const values = draw((random) => random.normal());
    expect(Math.abs(meanOf(values))).toBeLessThan(0.01);
    expect(Math.abs(meanOf(values.map((value) => value ** 2)) - 1)).toBeLessThan(0.015);
    expect(Math.abs(meanOf(values.map((value) => value ** 3)))).toBeLessThan(0.05);
    expect(Math.abs(meanOf(values.map((value) => value ** 4)) - 3)).toBeLessThan(0.1);
  });

  test('Poisson ones have the frequencies of the distribution with mean 1', () => {
    const values = draw((random) => random.poissonOne());
    let expected = Math.exp(-1);
    for (let k = 0; k < 6; k++) {
      expect(meanOf(values.map((value) => (value === k ? 1 : 0)))).toBeCloseTo(expected, 2);
      expected /= k + 1;
    }
    expect(Math.abs(meanOf(values) - 1)).toBeLessThan(0.01);
    expect(values.every((value) => value < 14)).toBe(true);
  });
});

describe('shuffling', () => {
  test('keeps the values', () => {
    fc.assert(
      fc.property(fc.float64Array({ noNaN: true }), fc.nat(), (values, seed) => {
        const shuffled = Float64Array.from(values);
        shuffle(shuffled, seededRandom(seed));
        expect(shuffled.toSorted()).toEqual(values.toSorted());
      }),
    );
  });

  test('makes every order equally likely', () => {
    const random = seededRandom(1);
    const counts = new Map<string, number>();
    for (let i = 0; i < 60_000; i++) {
      const values = Float64Array.of(1, 2, 3);
      shuffle(values, random);
      counts.set(values.join(), (counts.get(values.join()) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});
