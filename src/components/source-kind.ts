/**
 * What readers call what a file holds.
 */
const WORDS: Readonly<Record<string, string>> = {
  comment_codes: 'codes of comments',
  ticket_events: 'ticket events',
  actions: 'actions on feedback',
  aspects: 'rated aspects',
  margins: 'population margins',
  lookup: 'values looked up',
  ignore: 'left out',
};

/** Words for the `kind` of a source; tables in use are called as they are. */
export function kindWords(kind: string): string {
  return WORDS[kind] ?? kind;
}
