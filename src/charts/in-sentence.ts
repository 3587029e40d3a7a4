/** A name as it stands within a sentence: `Two or more` begins small, `NPS` and `Net Promoter Score` stay. */
export function inSentence(name: string): string {
  return /^(?:\p{Lu}\p{Ll}+(?!\p{Ll}| \p{Lu})|A \p{Ll})/u.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}
