/**
 * Words of a vocabulary of ours: whatever else stands in the column is a fault.
 */
import { nearest } from '../../config/nearest.ts';
import { foldWords, isNoCategory } from '../values/text.ts';
import type { Reading } from './coded-column.ts';

/**
 * Reads one of the words; case, blanks, hyphens and underscores do not matter.
 *
 * @param field what `sources.yaml` calls the field.
 */
export function knownWord(words: readonly string[], field: string): (text: string) => Reading<string> {
  const folded = new Map(words.map((word) => [foldWords(word), word]));
  return (text) => {
    if (isNoCategory(text)) return 'missing';
    const value = folded.get(foldWords(text));
    if (value !== undefined) return { value };
    const near = nearest(text, words);
    const explained = `in sources.yaml what the word means: \`values: { ${JSON.stringify(text)}: ${near ?? words[0]} }\` beside \`column\` under \`${field}\`.`;
    return {
      expected: `one of ${words.join(', ')}`,
      remedy: near === undefined ? `Say ${explained}` : `Did you mean “${near}”? Else say ${explained}`,
    };
  };
}
