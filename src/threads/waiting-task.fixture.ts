/**
 * A task that takes as long as it is told.
 */

export function run({ wait }: { readonly wait: number }): Promise<void> {
  return new Promise((settle) => {
    setTimeout(settle, wait);
  });
}
