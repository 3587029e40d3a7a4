/**
 * Lists in sentences.
 */

/** `a`, `a and b`, `a, b and c`; empty without names. */
export function listed(names: readonly string[], word: 'and' | 'or'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}
