/**
 * What each customer met with in each department: several outcomes of a customer there are one voice.
 */
import type { Period } from '../calendar/period.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { GroupSums } from '../statistics/variance-components.ts';
import { valueOfRows } from './estimators/grouping.ts';
import { periodOfRows } from './estimators/period-of-rows.ts';
import { ABSENT, type Sample } from './estimators/sample.ts';

/** One entry a customer and department, in the order of the customers; rows without a customer come last, one each. */
export interface DepartmentMeans {
  /** Names of the departments, by code. */
  readonly names: readonly string[];
  readonly code: Int32Array;
  /** Number of the customer; -1 = not known. */
  readonly owner: Int32Array;
  /** Outcomes of the customer in the department, and their mean. */
  readonly n: Float64Array;
  readonly mean: Float64Array;
  /** By code. */
  readonly totals: readonly DepartmentTotal[];
}

/** The outcomes of a department, their sum, and the customers behind them. */
export interface DepartmentTotal {
  readonly n: number;
  readonly sum: number;
  readonly customers: number;
}

/** The outcomes of a sample by the department of their rows, as far as they lie in the period. */
export function departmentMeans(dataset: Dataset, sample: Sample, all: Period): DepartmentMeans {
  const { value, values: names } = valueOfRows(dataset, sample.table, {
    periods: [all],
    dimension: 'department',
    where: {},
  });
  const period = periodOfRows(sample.at, [all]);
  const counts = (row: number) => (value[row] as number) >= 0 && period[row] === 0 && sample.values[row] !== ABSENT;
  return meansByCustomer({
    names,
    department: value,
    owner: dataset[sample.table]?.customer ?? new Int32Array(0),
    values: sample.values,
    counts,
  });
}

/** Rows in the order of their customers. */
interface Outcomes {
  readonly names: readonly string[];
  readonly department: ArrayLike<number>;
  readonly owner: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly counts: (row: number) => boolean;
}

/** Adds up what each customer met with in each department. */
export function meansByCustomer({ names, department, owner, values, counts }: Outcomes): DepartmentMeans {
  const rows = department.length;
  const code = new Int32Array(rows);
  const customer = new Int32Array(rows);
  const n = new Float64Array(rows);
  const sum = new Float64Array(rows);
  // Where the customer at hand stands under each department.
  const place = new Int32Array(names.length);
  let [first, next, who] = [0, 0, -1];
  for (let row = 0; row < rows; row++) {
    if (!counts(row)) continue;
    const here = owner[row] as number;
    if (here < 0 || here !== who) first = next;
    who = here;
    const met = department[row] as number;
    let at = place[met] as number;
    if (at < first || code[at] !== met || at >= next) {
      at = next++;
      place[met] = at;
      code[at] = met;
      customer[at] = here;
    }
    n[at] = (n[at] as number) + 1;
    sum[at] = (sum[at] as number) + (values[row] as number);
  }
  const totals = names.map(() => ({ n: 0, sum: 0, customers: 0 }));
  const mean = new Float64Array(next);
  for (let at = 0; at < next; at++) {
    const total = totals[code[at] as number] as { n: number; sum: number; customers: number };
    total.n += n[at] as number;
    total.sum += sum[at] as number;
    total.customers++;
    mean[at] = (sum[at] as number) / (n[at] as number);
  }
  return {
    names,
    code: code.subarray(0, next),
    owner: customer.subarray(0, next),
    n: n.subarray(0, next),
    mean,
    totals,
  };
}

/** The entries of some departments. */
export function meansOf(means: DepartmentMeans, codes: readonly number[]): DepartmentMeans {
  const isChosen = Uint8Array.from(means.names, (_, code) => Number(codes.includes(code)));
  const { length } = means.code;
  const [code, owner] = [new Int32Array(length), new Int32Array(length)];
  const [n, mean] = [new Float64Array(length), new Float64Array(length)];
  let next = 0;
  for (let at = 0; at < length; at++) {
    const own = means.code[at] as number;
    if (isChosen[own] !== 1) continue;
    code[next] = own;
    owner[next] = means.owner[at] as number;
    n[next] = means.n[at] as number;
    mean[next++] = means.mean[at] as number;
  }
  return {
    names: means.names,
    code: code.subarray(0, next),
    owner: owner.subarray(0, next),
    n: n.subarray(0, next),
    mean: mean.subarray(0, next),
    totals: means.totals.map((total, place) => (isChosen[place] === 1 ? total : { n: 0, sum: 0, customers: 0 })),
  };
}

/** The means of each department added up, by code. */
export function groupSums({ code, mean }: Pick<DepartmentMeans, 'code' | 'mean'>, departments: number): GroupSums[] {
  const groups = Array.from({ length: departments }, () => ({ n: 0, sum: 0, sumOfSquares: 0 }));
  for (let at = 0; at < code.length; at++) {
    const group = groups[code[at] as number] as { n: number; sum: number; sumOfSquares: number };
    const one = mean[at] as number;
    group.n++;
    group.sum += one;
    group.sumOfSquares += one * one;
  }
  return groups;
}
