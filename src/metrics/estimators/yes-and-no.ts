/**
 * Yes and no of things that belong to customers, where no table holds them row by row.
 */
import type { ClusterMoments } from '../../statistics/cluster.ts';
import type { SharedMoments } from '../../statistics/paired-difference.ts';

/** Something of a customer, such as a coded comment. */
export interface OfCustomer {
  readonly customer: number;
}

interface Tallied {
  size: number;
  yes: number;
}

/** Moments of yes and no over things whose customers stand together. */
export function momentsOfYes<T extends OfCustomer>(things: readonly T[], isYes: (thing: T) => boolean): ClusterMoments {
  return momentsOfTallies(tally(things, isYes).values());
}

/** What the customers with things on both sides add to the comparison of two shares. */
export function sharedYes<T extends OfCustomer>(
  a: readonly T[],
  b: readonly T[],
  isYes: (thing: T) => boolean,
): SharedMoments {
  const ofB = tally(b, isYes);
  return sharedOf(
    Array.from(tally(a, isYes), ([customer, one]) => [one, ofB.get(customer) ?? { size: 0, yes: 0 }] as const),
  );
}

/** One group and all others together. */
export interface AgainstRest {
  readonly name: string;
  readonly own: ClusterMoments;
  readonly rest: ClusterMoments;
  /** The rest first. */
  readonly shared: SharedMoments;
}

/** Every group beside all others together, in one pass over the things of each. */
export function eachAgainstRest<T extends OfCustomer>(
  groups: ReadonlyMap<string, readonly T[]>,
  isYes: (thing: T) => boolean,
): AgainstRest[] {
  const whole = tally([...groups.values()].flat(), isYes);
  const all = momentsOfTallies(whole.values());
  return Array.from(groups, ([name, things]) => {
    const own = tally(things, isYes);
    const of = Array.from(own.keys(), (customer) => whole.get(customer) as Tallied);
    const left = Array.from(own, ([customer, { size, yes }]) => {
      const { size: allSize, yes: allYes } = whole.get(customer) as Tallied;
      return { size: allSize - size, yes: allYes - yes };
    });
    const elsewhere = left.filter(({ size }) => size > 0);
    const rest = added(added(all, momentsOfTallies(of), -1), momentsOfTallies(elsewhere), 1);
    const both = Array.from(own.values(), (one, place) => [left[place] as Tallied, one] as const);
    return { name, own: momentsOfTallies(own.values()), rest, shared: sharedOf(both) };
  });
}

function tally<T extends OfCustomer>(things: readonly T[], isYes: (thing: T) => boolean): Map<number, Tallied> {
  const clusters = new Map<number, Tallied>();
  for (const thing of things) {
    let cluster = clusters.get(thing.customer);
    if (cluster === undefined) {
      cluster = { size: 0, yes: 0 };
      clusters.set(thing.customer, cluster);
    }
    cluster.size += 1;
    if (isYes(thing)) cluster.yes += 1;
  }
  return clusters;
}

function momentsOfTallies(tallies: Iterable<Tallied>): ClusterMoments {
  const moments = { clusters: 0, n: 0, sum: 0, squaredSums: 0, sumTimesSize: 0, squaredSizes: 0 };
  for (const { size, yes } of tallies) {
    moments.clusters += 1;
    moments.n += size;
    moments.sum += yes;
    moments.squaredSums += yes ** 2;
    moments.sumTimesSize += yes * size;
    moments.squaredSizes += size ** 2;
  }
  return { ...moments, sumOfSquares: moments.sum };
}

/** Moments of disjoint sets of customers add up. */
function added(a: ClusterMoments, b: ClusterMoments, times: 1 | -1): ClusterMoments {
  return {
    clusters: a.clusters + times * b.clusters,
    n: a.n + times * b.n,
    sum: a.sum + times * b.sum,
    sumOfSquares: a.sumOfSquares + times * b.sumOfSquares,
    squaredSums: a.squaredSums + times * b.squaredSums,
    sumTimesSize: a.sumTimesSize + times * b.sumTimesSize,
    squaredSizes: a.squaredSizes + times * b.squaredSizes,
  };
}

/** Of customers with their things on both sides; those with none on one of them share nothing. */
function sharedOf(customers: Iterable<readonly [Tallied, Tallied]>): SharedMoments {
  const shared = { clusters: 0, products: 0, sumTimesSize: 0, sizeTimesSum: 0, sizes: 0 };
  for (const [a, b] of customers) {
    if (a.size === 0 || b.size === 0) continue;
    shared.clusters += 1;
    shared.products += a.yes * b.yes;
    shared.sumTimesSize += a.yes * b.size;
    shared.sizeTimesSum += a.size * b.yes;
    shared.sizes += a.size * b.size;
  }
  return shared;
}
