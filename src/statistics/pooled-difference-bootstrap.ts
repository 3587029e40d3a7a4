import { type Blocks, drawBlocks, RESAMPLES, type Resampling } from './bootstrap.ts';
import { seededRandom } from './random.ts';
import { remembered } from './remembered.ts';

/** Cases of two groups within strata, in blocks: one entry a case. */
export interface BlockedCases {
  readonly blocks: Blocks;
  /** 0 to `strata` − 1; −1 = left out. */
  readonly stratum: ArrayLike<number>;
  readonly strata: number;
  /** 0 = first, 1 = second. */
  readonly group: ArrayLike<number>;
  /** 1 = has the outcome, 0 = has not. */
  readonly value: ArrayLike<number>;
}

/**
 * The Mantel–Haenszel difference of shares, second group less first, in resamples of blocks of customers; NaN in a
 * resample without a common stratum.
 *
 * Two calls with the same seed and as many blocks draw the same blocks: draws of two outcomes of the same customers can be
 * subtracted, one from the other.
 */
export const bootstrapPooledDifference = remembered(
  'pooled difference',
  (
    { blocks, stratum, strata, group, value }: BlockedCases,
    { seed, resamples = RESAMPLES }: Resampling,
  ): Float64Array => {
    // Cases of a block that are alike are counted together, so that a million of them cost no more than some thousands.
    const cells = 4 * strata;
    const counts = new Map<number, number>();
    for (let at = 0; at < value.length; at += 1) {
      const place = stratum[at] as number;
      if (place < 0) continue;
      const cell = 4 * place + 2 * (group[at] as number) + (value[at] as number);
      const key = (blocks.ofRow[at] as number) * cells + cell;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const keys = [...counts.keys()];
    const block = Int32Array.from(keys, (key) => Math.floor(key / cells));
    const cell = Int32Array.from(keys, (key) => key % cells);
    const count = Float64Array.from(counts.values());
    const random = seededRandom(seed);
    const times = new Uint8Array(blocks.count);
    const table = new Float64Array(cells);
    const draws = new Float64Array(resamples);
    for (let draw = 0; draw < resamples; draw += 1) {
      drawBlocks(times, random);
      table.fill(0);
      for (let at = 0; at < count.length; at += 1) {
        const place = cell[at] as number;
        table[place] = (table[place] as number) + (count[at] as number) * (times[block[at] as number] as number);
      }
      draws[draw] = pooled(table);
    }
    return draws;
  },
);

/** Of each stratum: failures and successes of the first group, then of the second. */
function pooled(table: Float64Array): number {
  let [above, below] = [0, 0];
  for (let at = 0; at < table.length; at += 4) {
    const [y0, x0, y1, x1] = [table[at], table[at + 1], table[at + 2], table[at + 3]] as [
      number,
      number,
      number,
      number,
    ];
    const n0 = x0 + y0;
    const n1 = x1 + y1;
    if (n0 === 0 || n1 === 0) continue;
    above += (x1 * n0 - x0 * n1) / (n0 + n1);
    below += (n0 * n1) / (n0 + n1);
  }
  return below === 0 ? Number.NaN : above / below;
}
