import { describedBy, mentionFollows } from '../clause.ts';
import { claimAround, type Find, IN_TITLE, type Rule, shown } from '../rule.ts';
import type { Sentence } from '../sentence.ts';
import { SUPERLATIVE } from '../word-lists.ts';
import { describesMetric } from './direction-word.ts';

export const superlative: Rule = {
  id: 'superlative',
  words:
    'A word that puts a metric above or below all others: “highest”, “worst”, “record”. It passes where it is said of something else: “our best engineers”.',
  example: 'Billing has the worst CSAT of all departments.',
  find: ({ sentences }) => sentences.flatMap(inSentence),
};

/** Where such a word puts nothing above anything. */
const OTHERWISE =
  /^(best\sof (?:us|them|you|both|all worlds)\b|best\s(?:practi[cs]es?|to\b|of luck|wishes|regards|known|interests?|judged|efforts?|way)|worst[- ]case|record(?:s|ed|ing)?\s(?:of|the|a|each|every|what|who|in|their|all|is|keeping)\b|longest[- ]serving)/i;
const SET_PHRASE = /\b(at|do|does|did|try|tried|our|their|your|my|its|as|off the|on|for the|a)\s$/i;

function inSentence(sentence: Sentence): Find[] {
  const { text } = sentence;
  return [...text.matchAll(SUPERLATIVE)].flatMap(({ 0: word, index }): Find[] => {
    const after = text.slice(index + word.length);
    if (isOtherwise(text, index, word) && !mentionFollows(sentence, index, 1)) return [];
    if (!describesMetric(sentence, index, after)) return [];
    const metric = describedBy(sentence, index, word);
    if (metric === undefined || claimAround(sentence, index) !== undefined) return [];
    return [
      {
        at: { passage: sentence.passage, index: sentence.start + index },
        what: 'A sentence puts a metric above or below all others, and nothing checks it',
        sentence: shown(sentence),
        found: word,
        remedy:
          sentence.passage.kind === 'title'
            ? IN_TITLE
            : `Make it a claim: <Claim metric="${metric.id}" highest since="…"> or lowest since="…" over time, highest of="department" among groups.`,
      },
    ];
  });
}

function isOtherwise(text: string, index: number, word: string): boolean {
  if (OTHERWISE.test(text.slice(index))) return true;
  const isOfFigure = /^\s(ever|score|figure|quarter|result)/i.test(text.slice(index + word.length));
  return SET_PHRASE.test(text.slice(0, index)) && /^(best|worst|record)$/i.test(word) && !isOfFigure;
}
