/**
 * Text that keeps together what belongs together.
 */

/** No line ends within `n = 1,204`. */
export function unbroken(text: string): string {
  return text.replaceAll('n = ', 'n\u00a0=\u00a0');
}
