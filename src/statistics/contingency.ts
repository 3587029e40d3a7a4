/**
 * Contingency tables: whether two ways to sort the same answers have to do with each other.
 */
import { chiSquareUpperP } from './distribution.ts';

/** A chi-square test. */
export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

export interface Association extends ChiSquareTest {
  readonly n: number;
  /** Below 5, use Fisher's exact test for a table of two by two. */
  readonly smallestExpected: number;
  /** 0 for no association, 1 for a full one; above 0 by chance alone. */
  readonly cramersV: number;
  /** The same corrected for chance (Bergsma 2013); null when n is too small for a correction. */
  readonly correctedV: number | null;
  /** The statistic of the likelihood-ratio test, on the same degrees of freedom. */
  readonly likelihoodRatio: number;
  /** Distance of each cell from its expected count in standard errors, as the table; 0 in empty rows and columns. */
  readonly residuals: readonly (readonly number[])[];
}

/** Four counts: rows by columns. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

/**
 * Pearson's chi-square test of independence. Rows and columns without counts are left out.
 *
 * @param table counts, rows of equal length; not necessarily whole, for weighted answers.
 * @param continuity Yates's correction of the test (not of V): every count up to half nearer to what is expected.
 * @returns null when fewer than two rows or columns hold counts.
 * @throws RangeError when the rows differ in length or a count is negative or not finite.
 */
export function association(table: readonly (readonly number[])[], continuity = false): Association | null {
  const width = table[0]?.length ?? 0;
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = Array.from({ length: width }, (_, j) => table.reduce((sum, row) => sum + (row[j] as number), 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  for (const row of table) {
    if (row.length !== width) throw new RangeError(`rows of a table must be equally long: ${row.length}, ${width}`);
    for (const count of row) {
      if (!(count >= 0 && Number.isFinite(count))) throw new RangeError(`a count cannot be ${count}`);
    }
  }
  const height = rows.filter((count) => count > 0).length;
  const breadth = columns.filter((count) => count > 0).length;
  if (height < 2 || breadth < 2) return null;

  let chiSquare = 0;
  let uncorrected = 0;
  let likelihoodRatio = 0;
  let smallestExpected = Number.POSITIVE_INFINITY;
  const residuals = table.map((row, i) =>
    row.map((count, j) => {
      const [ofRow, ofColumn] = [rows[i] as number, columns[j] as number];
      if (ofRow === 0 || ofColumn === 0) return 0;
      const expected = (ofRow * ofColumn) / n;
      const distance = Math.abs(count - expected);
      uncorrected += distance ** 2 / expected;
      chiSquare += (continuity ? Math.max(0, distance - 0.5) : distance) ** 2 / expected;
      if (count > 0) likelihoodRatio += 2 * count * Math.log(count / expected);
      smallestExpected = Math.min(smallestExpected, expected);
      return (count - expected) / Math.sqrt(expected * (1 - ofRow / n) * (1 - ofColumn / n));
    }),
  );
  const degreesOfFreedom = (height - 1) * (breadth - 1);
  return {
    n,
    chiSquare,
    degreesOfFreedom,
    p: chiSquareUpperP(chiSquare, degreesOfFreedom),
    smallestExpected,
    cramersV: Math.min(1, Math.sqrt(uncorrected / n / (Math.min(height, breadth) - 1))),
    correctedV: correctedV(uncorrected / n, n, height, breadth),
    likelihoodRatio: Math.max(0, likelihoodRatio),
    residuals,
  };
}

function correctedV(phiSquare: number, n: number, height: number, breadth: number): number | null {
  const shrunk = (size: number) => size - (size - 1) ** 2 / (n - 1);
  const scale = Math.min(shrunk(height), shrunk(breadth)) - 1;
  if (!(n > 1 && scale > 0)) return null;
  return Math.min(1, Math.sqrt(Math.max(0, phiSquare - ((height - 1) * (breadth - 1)) / (n - 1)) / scale));
}

/** Two tables are equally likely when rounding makes one this much likelier. */
const ROUNDING = 1e-7;

/**
 * Fisher's exact test of a table of two by two: the two-sided p, over all tables with the same margins that are not more
 * likely than the one observed. Source: Fisher (1935).
 *
 * @throws RangeError unless the counts are whole numbers from 0.
 */
export function fisherExact([[a, b], [c, d]]: TwoByTwo): number {
  for (const count of [a, b, c, d]) {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`an exact test needs whole counts: ${count}`);
  }
  const [row, column, n] = [a + b, a + c, a + b + c + d];
  const least = Math.max(0, row + column - n);
  const most = Math.min(row, column);
  const likeliest = Math.min(most, Math.max(least, Math.floor(((row + 1) * (column + 1)) / (n + 2))));
  // Likelihoods of the first cell, relative to its likeliest count, by their ratio from one count to the next.
  const likelihood = new Float64Array(most - least + 1);
  likelihood[likeliest - least] = 1;
  for (let count = likeliest; count < most; count++) {
    const ratio = ((row - count) * (column - count)) / ((count + 1) * (n - row - column + count + 1));
    likelihood[count + 1 - least] = (likelihood[count - least] as number) * ratio;
  }
  for (let count = likeliest; count > least; count--) {
    const ratio = (count * (n - row - column + count)) / ((row - count + 1) * (column - count + 1));
    likelihood[count - 1 - least] = (likelihood[count - least] as number) * ratio;
  }
  const limit = (likelihood[a - least] as number) * (1 + ROUNDING);
  let notLikelier = 0;
  let all = 0;
  for (const value of likelihood) {
    all += value;
    if (value <= limit) notLikelier += value;
  }
  return notLikelier / all;
}
