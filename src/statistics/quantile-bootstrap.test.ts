import { describe, expect, test } from 'vitest';
import { normalCritical } from './distribution.ts';
import { quantile, quantileInterval } from './quantile.ts';
import { bootstrapQuantileRatio } from './quantile-bootstrap.ts';
import { type ClusteredWaits, type LogRatio, largeSampleQuantileRatio } from './quantile-ratio.ts';
import { type Random, seededRandom } from './random.ts';
import { survivalQuantiles } from './survival.ts';

interface Wait {
  readonly time: number;
  readonly customer: number;
  readonly running?: boolean;
}

/** A group as the comparison takes it; running waits make it a Kaplan–Meier quantile. */
function groupOf(waits: readonly Wait[], share = 0.5): ClusteredWaits {
  const sorted = [...waits].sort((a, b) => a.time - b.time || Number(a.running ?? 0) - Number(b.running ?? 0));
  const times = Float64Array.from(sorted, ({ time }) => time);
  const ended = Uint8Array.from(sorted, ({ running }) => (running === true ? 0 : 1));
  const interpolated = !ended.includes(0);
  const value = interpolated ? quantile(times, share) : survivalQuantiles(times, ended, [share]).quantiles[0]?.value;
  return {
    times,
    ended,
    cluster: Int32Array.from(sorted, ({ customer }) => customer),
    quantile: value as number,
    interpolated,
  };
}

const skewed = (random: Random) => Math.exp(1.2 * random.normal());

/** One wait of each of n customers, numbered from `from`. */
function strangers(n: number, from: number, random: Random, factor = 1): Wait[] {
  return Array.from({ length: n }, (_, index) => ({ time: factor * skewed(random), customer: from + index }));
}

const spreadOf = ({ low, high }: LogRatio) => (high - low) / (2 * normalCritical(0.95));

/** The standard error of the log ratio by drawing customers with replacement, one at a time, and sorting anew. */
function plainly(a: readonly Wait[], b: readonly Wait[], clusters: number, share: number, seed: number): number {
  const random = seededRandom(seed);
  const logs: number[] = [];
  for (let resample = 0; resample < 1500; resample++) {
    const times = new Array<number>(clusters).fill(0);
    for (let draw = 0; draw < clusters; draw++) {
      const who = random.below(clusters);
      times[who] = (times[who] as number) + 1;
    }
    const drawn = (waits: readonly Wait[]) =>
      groupOf(
        waits.flatMap((wait) => new Array<Wait>(times[wait.customer] as number).fill(wait)),
        share,
      ).quantile;
    logs.push(Math.log(drawn(b) / drawn(a)));
  }
  logs.sort((x, y) => x - y);
  return ((logs[1462] as number) - (logs[37] as number)) / (2 * normalCritical(0.95));
}

describe('the bootstrap of a ratio of quantiles', () => {
  test.each([0.5, 0.9])('at %f spreads as drawing customers one by one does', (share) => {
    const random = seededRandom(1);
    const [a, b] = [strangers(150, 0, random), strangers(200, 150, random, 2)];
    const found = bootstrapQuantileRatio(groupOf(a, share), groupOf(b, share), { clusters: 350, share, seed: 2 });
    expect(Math.abs(spreadOf(found) / plainly(a, b, 350, share, 3) - 1)).toBeLessThan(0.1);
    expect(found.logRatio).toBe(Math.log(groupOf(b, share).quantile / groupOf(a, share).quantile));
    expect(found.low90).toBeGreaterThan(found.low);
    expect(found.high90).toBeLessThan(found.high);
  });

  test('with several waits a customer, running waits and customers on both sides it does so too', () => {
    const random = seededRandom(4);
    const own = Array.from({ length: 120 }, () => Math.exp(random.normal()));
    const side = (from: number, factor: number): Wait[] =>
      own.slice(from, from + 80).flatMap((slow, index) =>
        Array.from({ length: 1 + random.below(4) }, () => ({
          time: factor * slow * skewed(random),
          customer: from + index,
          running: random.below(6) === 0,
        })),
      );
    const [a, b] = [side(0, 1), side(40, 2.5)];
    const found = bootstrapQuantileRatio(groupOf(a), groupOf(b), { clusters: 120, share: 0.5, seed: 5 });
    expect(Math.abs(spreadOf(found) / plainly(a, b, 120, 0.5, 6) - 1)).toBeLessThan(0.12);
  });

  test('R2: waits that repeat what the customer’s first one was tell nothing new', () => {
    const random = seededRandom(7);
    const once = [strangers(100, 0, random), strangers(100, 100, random, 3)] as const;
    const often = once.map((waits) => waits.flatMap((wait) => [wait, wait, wait, wait]));
    const options = { clusters: 200, share: 0.5, seed: 8 };
    const [plain, repeated] = [
      bootstrapQuantileRatio(groupOf(once[0]), groupOf(once[1]), options),
      bootstrapQuantileRatio(groupOf(often[0] ?? []), groupOf(often[1] ?? []), options),
    ];
    expect(spreadOf(repeated) / spreadOf(plain)).toBeGreaterThan(0.85);
  });

  test('R3: customers who are slow on both sides make the ratio better known', () => {
    const random = seededRandom(9);
    const slow = Array.from({ length: 150 }, () => Math.exp(1.2 * random.normal()));
    const wait = (from: number, factor: number) =>
      slow.map((own, index) => ({ time: factor * own * Math.exp(0.2 * random.normal()), customer: from + index }));
    const [a, same] = [wait(0, 1), wait(0, 2)];
    const others = same.map(({ time, customer }) => ({ time, customer: customer + 150 }));
    const close = bootstrapQuantileRatio(groupOf(a), groupOf(same), { clusters: 150, share: 0.5, seed: 10 });
    const far = bootstrapQuantileRatio(groupOf(a), groupOf(others), { clusters: 300, share: 0.5, seed: 10 });
    expect(close.logRatio).toBe(far.logRatio);
    expect(spreadOf(close)).toBeLessThan(0.7 * spreadOf(far));
    expect(close.p).toBeLessThan(far.p);
  });

  test('finds nothing where there is nothing, about as often as it should', () => {
    const random = seededRandom(11);
    let found = 0;
    for (let trial = 0; trial < 200; trial++) {
      const [a, b] = [groupOf(strangers(60, 0, random)), groupOf(strangers(60, 60, random))];
      if (bootstrapQuantileRatio(a, b, { clusters: 120, share: 0.5, seed: trial }).p <= 0.05) found += 1;
    }
    expect(found).toBeGreaterThan(1);
    expect(found).toBeLessThan(20);
  });

  test('and nearly always a ratio of two where there is one', () => {
    const random = seededRandom(12);
    let found = 0;
    for (let trial = 0; trial < 50; trial++) {
      const [a, b] = [groupOf(strangers(150, 0, random)), groupOf(strangers(150, 150, random, 2))];
      if (bootstrapQuantileRatio(a, b, { clusters: 300, share: 0.5, seed: trial }).p <= 0.05) found += 1;
    }
    expect(found).toBeGreaterThan(45);
  });

  test('is the same whenever the seed is', () => {
    const random = seededRandom(13);
    const [a, b] = [groupOf(strangers(80, 0, random)), groupOf(strangers(80, 80, random, 1.5))];
    const of = (seed: number) => bootstrapQuantileRatio(a, b, { clusters: 160, share: 0.5, seed });
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });

  test('has no end where a quantile is often not reached', () => {
    const random = seededRandom(14);
    const first = groupOf(strangers(60, 0, random));
    // The shorter half and one more ended, all others are still running.
    const waits = strangers(60, 60, random).sort((x, y) => x.time - y.time);
    const open = groupOf(waits.map((wait, index) => ({ ...wait, running: index > 30 })));
    const { low, high } = bootstrapQuantileRatio(first, open, { clusters: 120, share: 0.5, seed: 1 });
    expect(high).toBe(Infinity);
    expect(Number.isFinite(low)).toBe(true);
  });

  test('of waits that are all alike is certain as far as resampling goes', () => {
    const alike = (time: number, from: number) =>
      groupOf(Array.from({ length: 40 }, (_, index) => ({ time, customer: from + index })));
    const options = { clusters: 80, share: 0.5, seed: 1 };
    expect(bootstrapQuantileRatio(alike(60, 0), alike(60, 40), options)).toMatchObject({ low: 0, high: 0, p: 1 });
    expect(bootstrapQuantileRatio(alike(60, 0), alike(120, 40), options).p).toBeLessThan(0.001);
  });
});

describe('the interval for large groups', () => {
  const impliedError = (waits: readonly Wait[]) => {
    const { low, high } = quantileInterval(groupOf(waits).times, 0.5) ?? { low: Number.NaN, high: Number.NaN };
    return Math.log(high / low) / (2 * normalCritical(0.95));
  };

  test.each([
    ['strangers', (random: Random) => [strangers(900, 0, random), strangers(900, 900, random, 1.3)] as const, 1800],
    [
      'customers with three waits, half of them on both sides',
      (random: Random) => {
        const slow = Array.from({ length: 450 }, () => Math.exp(random.normal()));
        const side = (from: number, factor: number) =>
          slow
            .slice(from, from + 300)
            .flatMap((own, index) =>
              [1, 2, 3].map(() => ({ time: factor * own * Math.exp(0.7 * random.normal()), customer: from + index })),
            );
        return [side(0, 1), side(150, 1.3)] as const;
      },
      450,
    ],
  ])('of %s is that of the bootstrap', (_, waitsOf, clusters) => {
    const [a, b] = waitsOf(seededRandom(15));
    const [first, second] = [groupOf(a), groupOf(b)];
    const sampled = bootstrapQuantileRatio(first, second, { clusters, share: 0.5, seed: 16 });
    const large = largeSampleQuantileRatio(first, second, {
      clusters,
      standardErrors: [impliedError(a), impliedError(b)],
    });
    expect(large.logRatio).toBe(sampled.logRatio);
    expect(Math.abs(spreadOf(large) / spreadOf(sampled) - 1)).toBeLessThan(0.15);
    expect(large.low90).toBeGreaterThan(large.low);
  });
});
