/**
 * Preparation that several figures share is done once.
 */

/**
 * Makes a function that computes its result once per owner and then hands out the same object.
 *
 * The result lives as long as the owner, so a rebuilt dataset starts afresh.
 */
export function once<K extends object, V>(compute: (owner: K) => V): (owner: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (owner) => {
    let entry = known.get(owner);
    if (entry === undefined) {
      entry = { value: compute(owner) };
      known.set(owner, entry);
    }
    return entry.value;
  };
}
