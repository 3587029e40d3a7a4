/**
 * A share in whole per cent, rounded by itself as in the table under the chart; shares of one bar may then add up to
 * 99% or 101%, which the table says. Some never reads as nothing, and not quite all never as everything.
 *
 * @param share 0 to 1.
 */
export function wholePerCent(share: number): string {
  const text = (share * 100).toFixed(0);
  if (share > 0 && text === '0') return '<1%';
  if (share < 1 && text === '100') return '>99%';
  return `${text}%`;
}
