/**
 * Order and ranks of many values.
 */

export interface Ranks {
  /** Rank of each value, 1 for the smallest; equal values share the average of their ranks. */
  readonly ranks: Float64Array;
  /** Σ (t³ − t) over groups of t equal values: 0 without ties. What rank tests correct their variance with. */
  readonly ties: number;
}

/**
 * Places of the values in ascending order, equal values in the order of `from`: a merge sort from the bottom up, which
 * calls no function per comparison.
 *
 * @param from the order to start with; that of the array when left out. It is not changed.
 * @throws RangeError when a value is NaN.
 */
export function ascendingOrder(values: ArrayLike<number>, from?: Uint32Array): Uint32Array {
  const n = values.length;
  let order = from?.slice() ?? Uint32Array.from({ length: n }, (_, index) => index);
  let sorted = true;
  for (let place = 0; place < n; place++) {
    const value = values[order[place] as number] as number;
    if (Number.isNaN(value)) throw new RangeError('NaN has no place in an order');
    if (place > 0 && value < (values[order[place - 1] as number] as number)) sorted = false;
  }
  if (sorted) return order;
  let merged = new Uint32Array(n);
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place++) {
        const fromLeft =
          left < middle &&
          (right >= end || (values[order[left] as number] as number) <= (values[order[right] as number] as number));
        merged[place] = order[fromLeft ? left++ : right++] as number;
      }
    }
    [order, merged] = [merged, order];
  }
  return order;
}

/**
 * Average ranks of the values.
 *
 * @throws RangeError when a value is NaN.
 */
export function averageRanks(values: ArrayLike<number>): Ranks {
  const n = values.length;
  const order = ascendingOrder(values);
  const ranks = new Float64Array(n);
  let ties = 0;
  for (let start = 0; start < n; ) {
    const value = values[order[start] as number];
    let end = start + 1;
    while (end < n && values[order[end] as number] === value) end += 1;
    const rank = (start + 1 + end) / 2;
    for (let place = start; place < end; place++) ranks[order[place] as number] = rank;
    ties += (end - start) ** 3 - (end - start);
    start = end;
  }
  return { ranks, ties };
}
