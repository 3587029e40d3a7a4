/**
 * Customers of departments in blocks, for resampling customers within departments.
 */
import type { DepartmentMeans } from '../../metrics/department-means.ts';
import type { Random } from '../../statistics/random.ts';
import { stratifiedBlocks } from '../../statistics/stratified-bootstrap.ts';

export interface DepartmentBlocks {
  /** First block of each department, by its place in `names`, and one past the last block. */
  readonly start: Int32Array;
  /** Of each measure the block of each of its entries; -1 = of a department that is not asked for. */
  readonly ofEntry: readonly Int32Array[];
}

/** All departments together have about so many blocks, and each of them at least `FEWEST_BLOCKS` where it has customers enough. */
const BLOCKS = 1200;
const FEWEST_BLOCKS = 20;

/**
 * Deals the customers of each department out to blocks: what one customer said to several measures of a department is
 * drawn together.
 *
 * @param measures entries in the order of customers.
 * @param names the departments asked for.
 */
export function departmentBlocks(
  measures: readonly DepartmentMeans[],
  names: readonly string[],
  random: Random,
): DepartmentBlocks {
  const placeOf = measures.map((measure) => measure.names.map((name) => names.indexOf(name)));
  const unitOf = measures.map(({ code }) => new Int32Array(code.length).fill(-1));
  const departmentOfUnit: number[] = [];
  const next = measures.map(() => 0);
  // Number of the unit of the customer at hand in each department.
  const unitHere = new Int32Array(names.length);
  const ownerAt = (measure: number) => measures[measure]?.owner[next[measure] as number];
  for (;;) {
    const known = measures.map((_, measure) => ownerAt(measure)).filter((owner) => owner !== undefined);
    if (known.length === 0) break;
    const customers = known.filter((owner) => owner >= 0);
    // Rows without a customer come last and are customers of their own.
    const who = customers.length === 0 ? -1 : Math.min(...customers);
    unitHere.fill(-1);
    for (let measure = 0; measure < measures.length; measure++) {
      while (ownerAt(measure) === who) {
        const entry = next[measure] as number;
        const place = placeOf[measure]?.[measures[measure]?.code[entry] as number] ?? -1;
        next[measure] = entry + 1;
        if (place < 0) continue;
        if (who < 0 || (unitHere[place] as number) < 0) unitHere[place] = departmentOfUnit.push(place) - 1;
        (unitOf[measure] as Int32Array)[entry] = unitHere[place] as number;
      }
    }
  }
  const most = Math.max(FEWEST_BLOCKS, Math.floor(BLOCKS / Math.max(1, names.length)));
  const { ofUnit, start } = stratifiedBlocks(departmentOfUnit, names.length, random, most);
  return { start, ofEntry: unitOf.map((units) => units.map((unit) => (unit < 0 ? -1 : (ofUnit[unit] as number)))) };
}
