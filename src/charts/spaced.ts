/**
 * Labels in a column, such as those at the ends of lines, moved apart as little as possible.
 */

/**
 * Places in the given order, at least `gap` apart; together they move as little as can be, in squares.
 *
 * @param wished places where the labels would stand alone, in pixels, in any order; equal ones keep their order.
 * @param from the first place allowed.
 * @param to the last one; too many labels for the room begin at `from` and run over.
 */
export function spaced(wished: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wished.map((_, k) => k).sort((a, b) => (wished[a] as number) - (wished[b] as number) || a - b);
  // Less the gaps before it a place must only not lie before its predecessor: neighbours that do are pooled.
  const pools: { sum: number; size: number }[] = [];
  for (const [rank, k] of order.entries()) {
    let pool = { sum: (wished[k] as number) - rank * gap, size: 1 };
    for (let last = pools.at(-1); last && last.sum / last.size >= pool.sum / pool.size; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, size: pool.size + last.size };
      pools.pop();
    }
    pools.push(pool);
  }
  const most = Math.max(from, to - (wished.length - 1) * gap);
  const bare = pools.flatMap(({ sum, size }) => Array<number>(size).fill(Math.min(Math.max(sum / size, from), most)));
  const places: number[] = [];
  for (const [rank, k] of order.entries()) places[k] = Math.round((bare[rank] as number) + rank * gap);
  return places;
}
