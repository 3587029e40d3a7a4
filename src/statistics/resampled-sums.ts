/**
 * Sums of blocks over many resamples at once: the part of a bootstrap that grows with resamples × blocks × sums.
 */

/**
 * What the drawn blocks of every resample add up to. Each sum is taken in the order of the blocks.
 *
 * Four resamples and two sums at a time share what they read, which is twice as fast as one after the other.
 *
 * @param sums block after block, `width` of them each.
 * @param draws of each resample how often each block was drawn.
 * @returns resample after resample, `width` sums each.
 */
export function resampledSums(sums: Float64Array, width: number, draws: readonly Uint8Array[]): Float64Array {
  const columns = columnsOf(sums, width, sums.length / width);
  const totals = new Float64Array(draws.length * width);
  const last = draws.length - 1;
  for (let first = 0; first <= last; first += 4) {
    // At the end of the list the last resample is done several times over, and so is the last sum at the end of theirs.
    const four = { i: first, j: Math.min(first + 1, last), k: Math.min(first + 2, last), l: Math.min(first + 3, last) };
    for (let at = 0; at < width; at += 2) addFour(totals, columns, draws, four, at, Math.min(at + 1, width - 1));
  }
  return totals;
}

/** What all blocks add up to, each once: `width` sums, each taken in the order of the blocks. */
export function wholeSums(sums: Float64Array, width: number): Float64Array {
  const totals = new Float64Array(width);
  for (let first = 0; first < sums.length; first += width) {
    for (let at = 0; at < width; at += 1) totals[at] = (totals[at] as number) + (sums[first + at] as number);
  }
  return totals;
}

/** Numbers of four resamples. */
interface Four {
  readonly i: number;
  readonly j: number;
  readonly k: number;
  readonly l: number;
}

/** Two of the sums over four of the resamples. */
function addFour(
  totals: Float64Array,
  columns: readonly Float64Array[],
  draws: readonly Uint8Array[],
  { i, j, k, l }: Four,
  at: number,
  next: number,
): void {
  const x = columns[at] as Float64Array;
  const y = columns[next] as Float64Array;
  const s = draws[i] as Uint8Array;
  const t = draws[j] as Uint8Array;
  const u = draws[k] as Uint8Array;
  const v = draws[l] as Uint8Array;
  let sx = 0;
  let tx = 0;
  let ux = 0;
  let vx = 0;
  let sy = 0;
  let ty = 0;
  let uy = 0;
  let vy = 0;
  for (let block = 0; block < x.length; block += 1) {
    const ofX = x[block] as number;
    const ofY = y[block] as number;
    const ofS = s[block] as number;
    const ofT = t[block] as number;
    const ofU = u[block] as number;
    const ofV = v[block] as number;
    sx += ofS * ofX;
    tx += ofT * ofX;
    ux += ofU * ofX;
    vx += ofV * ofX;
    sy += ofS * ofY;
    ty += ofT * ofY;
    uy += ofU * ofY;
    vy += ofV * ofY;
  }
  const width = columns.length;
  totals[i * width + at] = sx;
  totals[j * width + at] = tx;
  totals[k * width + at] = ux;
  totals[l * width + at] = vx;
  totals[i * width + next] = sy;
  totals[j * width + next] = ty;
  totals[k * width + next] = uy;
  totals[l * width + next] = vy;
}

function columnsOf(sums: Float64Array, width: number, blocks: number): Float64Array[] {
  return Array.from({ length: width }, (_, at) => {
    const column = new Float64Array(blocks);
    for (let block = 0; block < blocks; block += 1) column[block] = sums[block * width + at] as number;
    return column;
  });
}
