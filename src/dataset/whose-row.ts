/**
 * Who stands behind a row, for counting each once.
 *
 * @param customer number of each row's customer; −1 = not known.
 * @returns the customer's number; of a row whose customer is not known a number that no other row has.
 */
export function whoseRow(customer: Int32Array, row: number): number {
  const known = customer[row] as number;
  return known < 0 ? -1 - row : known;
}
