/**
 * What is inside a system over a window of time, and Little's law about it.
 */

/** Arrivals, departures and what is inside. Times are in steps of the window, such as days. */
export interface Flow {
  /** Length of the window. */
  readonly steps: number;
  /** Inside when the window opens and when it closes. */
  readonly opening: number;
  readonly closing: number;
  /** Within the window. */
  readonly arrivals: number;
  readonly departures: number;
  /** Inside at the end of each step; the last one may be cut short by the end of the window. */
  readonly inside: Int32Array;
  /** L: time average of what is inside. */
  readonly averageInside: number;
  /** λ: arrivals a step; what is inside when the window opens counts as arriving then. */
  readonly arrivalRate: number;
  /** W: mean time that those spend inside within the window; NaN when there are none. */
  readonly timeInside: number;
}

/** The largest relative difference of L and λW that rounding can explain. */
const TOLERANCE = 1e-9;

/**
 * The flow through the window from `start` to `end`.
 *
 * Inside at a moment t is what arrived before t and has not left before t. Little's law L = λW (Little 1961) holds
 * exactly when time is counted inside the window; L is computed here from the area under the number inside, step by
 * step, and W from the stay of each, so that the law checks the bookkeeping.
 *
 * @param arrived when each arrived, in any unit of time; NaN = not counted.
 * @param left when each left; infinite = still inside, NaN = not counted. Nothing that left before it arrived counts.
 * @param step length of a step in the same unit.
 * @throws RangeError for a window or a step without length.
 * @throws Error when L and λW differ: a bug.
 */
export function flow(arrived: Float64Array, left: Float64Array, start: number, end: number, step: number): Flow {
  if (!(end > start && step > 0)) throw new RangeError('a window and its steps need a length');
  const count = Math.ceil((end - start) / step);
  const endOf = (index: number) => Math.min(start + (index + 1) * step, end);
  const arrivals = new Int32Array(count);
  const departures = new Int32Array(count);
  /** What arrivals add to the area of their own step less what departures take from it. */
  const partial = new Float64Array(count);
  let opening = 0;
  let timeInside = 0;

  for (let item = 0; item < arrived.length; item++) {
    const from = arrived[item] as number;
    const to = left[item] as number;
    if (!(from < end && to >= start && from <= to)) continue;
    timeInside += Math.min(to, end) - Math.max(from, start);
    if (from < start) opening++;
    else {
      const index = Math.floor((from - start) / step);
      arrivals[index] = (arrivals[index] as number) + 1;
      partial[index] = (partial[index] as number) + (endOf(index) - from);
    }
    if (to < end) {
      const index = Math.floor((to - start) / step);
      departures[index] = (departures[index] as number) + 1;
      partial[index] = (partial[index] as number) - (endOf(index) - to);
    }
  }

  const inside = new Int32Array(count);
  let now = opening;
  let area = 0;
  for (let index = 0; index < count; index++) {
    area += now * (endOf(index) - (start + index * step)) + (partial[index] as number);
    now += (arrivals[index] as number) - (departures[index] as number);
    inside[index] = now;
  }

  const steps = (end - start) / step;
  const all = arrivals.reduce((sum, number) => sum + number, opening);
  return lawful({
    steps,
    opening,
    closing: now,
    arrivals: all - opening,
    departures: departures.reduce((sum, number) => sum + number, 0),
    inside,
    averageInside: area / (end - start),
    arrivalRate: all / steps,
    timeInside: timeInside / all / step,
  });
}

/**
 * The flow, if Little's law holds for it.
 *
 * @throws Error when L and λW differ by more than rounding.
 */
export function lawful(flow: Flow): Flow {
  const { averageInside, arrivalRate, timeInside } = flow;
  const product = arrivalRate === 0 ? 0 : arrivalRate * timeInside;
  if (Math.abs(averageInside - product) <= TOLERANCE * Math.max(averageInside, product)) return flow;
  throw new Error(`Little’s law does not hold: L = ${averageInside}, λW = ${product}`);
}
