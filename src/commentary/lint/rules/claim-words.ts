import { claimAround, type Find, type Rule, shown } from '../rule.ts';
import { ABOVE, BELOW, DOWNWARD, HIGHEST, LOWEST, MOVES, UNMOVED, UPWARD } from '../word-lists.ts';

/** What the tag of a claim says, and the words that say the opposite. */
const OPPOSITES = {
  rose: { against: DOWNWARD, agrees: UPWARD },
  fell: { against: UPWARD, agrees: DOWNWARD },
  same: { against: MOVES, agrees: UNMOVED },
  above: { against: BELOW, agrees: ABOVE },
  more: { against: BELOW, agrees: ABOVE },
  below: { against: ABOVE, agrees: BELOW },
  less: { against: ABOVE, agrees: BELOW },
  highest: { against: LOWEST, agrees: HIGHEST },
  largest: { against: LOWEST, agrees: HIGHEST },
  lowest: { against: HIGHEST, agrees: LOWEST },
  smallest: { against: HIGHEST, agrees: LOWEST },
} as const;

const DENIED = /\b(no|not|never|nobody|without|stopped|stops|hardly|neither)\b|n[’']t\b/i;

export const claimWords: Rule = {
  id: 'claim-words',
  words: 'A claim whose sentence has only words against what its tag says: `rose` around “the score fell”.',
  example: '<Claim metric="nps" rose>The NPS fell again.</Claim>',
  find: ({ sentences }) =>
    sentences.flatMap((sentence) => {
      const { text } = sentence;
      return Object.entries(OPPOSITES).flatMap(([flag, { against, agrees }]): Find[] => {
        const said = [...text.matchAll(against)].find(
          ({ index }) => claimAround(sentence, index)?.props[flag] !== undefined,
        );
        if (said === undefined || text.search(agrees) !== -1 || DENIED.test(text)) return [];
        return [
          {
            at: { passage: sentence.passage, index: sentence.start + said.index },
            what: `A claim is checked for “${flag}”, and its sentence says something else`,
            sentence: shown(sentence),
            found: said[0],
            expected: `words for “${flag}”, as in the tag`,
            remedy: 'Change the word in the tag or the sentence, so that what is read is what is checked.',
          },
        ];
      });
    }),
};
