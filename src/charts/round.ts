/** A coordinate with as many decimals as a screen can show, so that files stay small and equal. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
