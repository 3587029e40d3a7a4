/**
 * A task that ends once a gate, which both sides share, is open.
 */

/** @param gate one number, 0 while the gate is shut. */
export function run({ gate }: { readonly gate: Int32Array }): void {
  Atomics.wait(gate, 0, 0);
}
