/**
 * The smallest bytes that still fail: larger and larger parts are left out as long as the failure stays.
 */

/**
 * @param fails whether bytes fail as the first ones did.
 * @param tries at most so many attempts.
 */
export async function smallest(
  bytes: Buffer,
  fails: (candidate: Buffer) => Promise<boolean>,
  tries = 2000,
): Promise<Buffer> {
  let best = bytes;
  let left = tries;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < best.length && left > 0; left--) {
      const candidate = Buffer.concat([best.subarray(0, start), best.subarray(start + size)]);
      if (await fails(candidate)) best = candidate;
      else start += size;
    }
  }
  return best;
}
