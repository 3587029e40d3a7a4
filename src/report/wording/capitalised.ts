/** The text with a capital at its start, as sentences and headings of columns have it. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
