/**
 * Arithmetic that finds the planted truths again without a line of the report's own statistics.
 */
import type { Customer } from './customers.ts';
import type { Random } from './random.ts';

/** A value and the customer it comes from; values of one customer are not independent. */
export interface Observation {
  readonly customer: Customer;
  readonly value: number;
}

export interface Mean {
  readonly n: number;
  readonly value: number;
  /** Linearised, with customers as clusters. */
  readonly error: number;
}

export function mean(observations: readonly Observation[]): Mean {
  const n = observations.length;
  const value = average(observations.map((observation) => observation.value));
  const residuals = new Map<Customer, number>();
  for (const { customer, value: one } of observations) {
    residuals.set(customer, (residuals.get(customer) ?? 0) + one - value);
  }
  let squares = 0;
  for (const residual of residuals.values()) squares += residual ** 2;
  return { n, value, error: Math.sqrt(squares) / n };
}

/** Mean of what `value` says of every row that it applies to. */
export function meanOf<Row extends { readonly customer: Customer }>(
  rows: readonly Row[],
  value: (row: Row) => number,
): Mean {
  return mean(rows.map((row) => ({ customer: row.customer, value: value(row) })));
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard errors between two means, positive when the second is greater. */
export function distance(a: Mean, b: Mean): number {
  return (b.value - a.value) / Math.hypot(a.error, b.error);
}

/** Lower end of the 95 % Wilson interval. */
export function wilsonLow(share: number, n: number): number {
  const z = 1.959964;
  return (
    (share + z ** 2 / (2 * n) - z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n)
  );
}

export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [average(pairs.map(([one]) => one)), average(pairs.map(([, other]) => other))];
  let [xx, xy, yy] = [0, 0, 0];
  for (const [one, other] of pairs) {
    xx += (one - x) ** 2;
    xy += (one - x) * (other - y);
    yy += (other - y) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

/** A row of a comparison within strata. */
export interface Exposure {
  readonly stratum: string;
  readonly exposed: boolean;
  readonly outcome: boolean;
}

/** Mantel-Haenszel difference of two shares, exposed minus not, and Sato's standard error. */
export function withinStrata(rows: readonly Exposure[]): { difference: number; error: number } {
  let [weighted, weights, p, q] = [0, 0, 0, 0];
  for (const own of Map.groupBy(rows, ({ stratum }) => stratum).values()) {
    const n = own.length;
    const count = (exposed: boolean, outcome: boolean) =>
      own.filter((row) => row.exposed === exposed && row.outcome === outcome).length;
    const [a, b, c, d] = [count(true, true), count(true, false), count(false, true), count(false, false)];
    const [m, k] = [a + b, c + d];
    if (m === 0 || k === 0) continue;
    weighted += (a * k - c * m) / n;
    weights += (m * k) / n;
    p += (m ** 2 * c - k ** 2 * a + (m * k * (k - m)) / 2) / n ** 2;
    q += (a * d + c * b) / (2 * n);
  }
  const difference = weighted / weights;
  return { difference, error: Math.sqrt(difference * p + q) / weights };
}

/** Share of the pairs in which the one who had the event scored lower; ties count half. */
export function auc(withEvent: readonly number[], without: readonly number[]): number {
  const above = new Map<number, number>();
  const better = (score: number) =>
    without.reduce((sum, other) => sum + (other > score ? 1 : other === score ? 0.5 : 0), 0);
  for (const score of new Set(withEvent)) above.set(score, better(score));
  return average(withEvent.map((score) => above.get(score) as number)) / without.length;
}

/** One-way intraclass correlation: the part of the variance that lies between groups. */
export function betweenGroups(groups: readonly (readonly number[])[]): number {
  const k = groups.length;
  const n = groups.reduce((sum, group) => sum + group.length, 0);
  const centre = average(groups.flat());
  let [between, within] = [0, 0];
  for (const group of groups) {
    const own = average(group);
    between += group.length * (own - centre) ** 2;
    for (const value of group) within += (value - own) ** 2;
  }
  const size = (n - groups.reduce((sum, group) => sum + group.length ** 2, 0) / n) / (k - 1);
  const [msb, msw] = [between / (k - 1), within / (n - k)];
  return (msb - msw) / (msb + (size - 1) * msw);
}

/** Least squares with a constant: slopes and the explained part of the variance. */
export function regression(x: readonly (readonly number[])[], y: readonly number[]): { slopes: number[]; r2: number } {
  const p = x[0]?.length ?? 0;
  const centres = Array.from({ length: p }, (_, column) => average(x.map((row) => row[column] as number)));
  const centre = average(y);
  const rows = x.map((row) => row.map((value, column) => value - (centres[column] as number)));
  const product = (i: number, j: number) =>
    rows.reduce(
      (sum, row, at) => sum + (row[i] as number) * (j < p ? (row[j] as number) : (y[at] as number) - centre),
      0,
    );
  const system = Array.from({ length: p }, (_, i) => Array.from({ length: p + 1 }, (__, j) => product(i, j)));
  const right = system.map((row) => row[p] as number);
  for (let pivot = 0; pivot < p; pivot++) {
    const own = system[pivot] as number[];
    for (const [index, row] of system.entries()) {
      if (index === pivot) continue;
      const factor = (row[pivot] as number) / (own[pivot] as number);
      for (let j = pivot; j <= p; j++) row[j] = (row[j] as number) - factor * (own[j] as number);
    }
  }
  const slopes = system.map((row, index) => (row[p] as number) / (row[index] as number));
  const explained = slopes.reduce((sum, slope, index) => sum + slope * (right[index] as number), 0);
  return { slopes, r2: explained / y.reduce((sum, value) => sum + (value - centre) ** 2, 0) };
}

/** Each predictor's part of the explained variance: its gain, averaged over all orders (Lindeman, Merenda and Gold). */
export function importance(x: readonly (readonly number[])[], y: readonly number[]): number[] {
  const p = x[0]?.length ?? 0;
  const sets = Array.from({ length: 2 ** p }, (_, set) => [...Array(p).keys()].filter((j) => (set >> j) & 1));
  const r2 = sets.map((set) =>
    set.length === 0
      ? 0
      : regression(
          x.map((row) => set.map((j) => row[j] as number)),
          y,
        ).r2,
  );
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return Array.from({ length: p }, (_, j) =>
    sets.reduce((sum, set, code) => {
      if (set.includes(j)) return sum;
      const weight = (factorial(set.length) * factorial(p - set.length - 1)) / factorial(p);
      return sum + weight * ((r2[code + 2 ** j] as number) - (r2[code] as number));
    }, 0),
  );
}

/** Ends of the middle part of a statistic over resamples of the rows. */
export function resampled<Row>(
  random: Random,
  rows: readonly Row[],
  statistic: (rows: readonly Row[]) => number,
  { times = 200, level = 0.95 } = {},
): readonly [low: number, high: number] {
  const values = Array.from({ length: times }, () =>
    statistic(rows.map(() => rows[random.index(rows.length)] as Row)),
  ).sort((a, b) => a - b);
  const at = (share: number) => values[Math.floor(share * (times - 1))] as number;
  return [at((1 - level) / 2), at((1 + level) / 2)];
}

/** Cohen's kappa of two codings of the same things. */
export function kappa(pairs: readonly (readonly [string, string])[]): number {
  const share = (test: (pair: readonly [string, string]) => boolean) => pairs.filter(test).length / pairs.length;
  const values = new Set(pairs.flat());
  let chance = 0;
  for (const value of values) chance += share(([one]) => one === value) * share(([, other]) => other === value);
  return (share(([one, other]) => one === other) - chance) / (1 - chance);
}
