import { isInClause, isOnlyThought } from '../clause.ts';
import { type Find, IN_TITLE, type Rule, shown } from '../rule.ts';
import type { Sentence } from '../sentence.ts';
import { CAUSE, COMPARED, MOVES, WITHOUT_OBJECT } from '../word-lists.ts';

export const causalVerb: Rule = {
  id: 'causal-verb',
  words:
    'A word that says that one thing brings about another, in a sentence about a metric: “drives”, “leads to”, “thanks to”; “because” only where it explains a move or joins two metrics. Claims do not excuse it: no figure of a report shows a cause.',
  example: 'Slow replies drive detractors.',
  find: ({ sentences }) => sentences.flatMap(inSentence),
};

/** Nouns and idioms that name no cause. */
const OTHERWISE =
  /^(drives?\s(?:to|over|home|from)\b|causes?\s(?:of concern|for|unknown)|boost(?:s|ed|ing)?\sthe signal|due to (?:be|start|begin|end|open|close|go|arrive|leave|come|take|appear|move|finish|follow|meet|report)\b)/i;

function inSentence(sentence: Sentence): Find[] {
  const { text } = sentence;
  if (sentence.mentions.length === 0 && sentence.carried.length === 0) return [];
  const words = [...text.matchAll(CAUSE)].filter(
    ({ index }) => ![OTHERWISE, WITHOUT_OBJECT].some((idle) => idle.test(text.slice(index))),
  );
  return [...words, ...explaining(sentence)].flatMap(({ 0: word, index }): Find[] => {
    if (!isSaid(sentence, word, index)) return [];
    return [
      {
        at: { passage: sentence.passage, index: sentence.start + index },
        what: 'A sentence says that one thing brings about another, which these data cannot show',
        sentence: shown(sentence),
        found: word,
        remedy:
          sentence.passage.kind === 'title'
            ? IN_TITLE
            : 'Write “goes with”, or say what happened and when without saying why.',
      },
    ];
  });
}

/** What is said not to be shown is not said. */
const IS_DENIED =
  /\b(no|not|never|cannot|nobody|nothing)\b.*\b(shows?|tells?|says?|proves?|means?|knows?)\b[^.]*$|n[’']t\s\w+\b[^.]*$/i;

/** Said in a clause about a metric, and not only asked, wished or meant to be done. */
function isSaid(sentence: Sentence, word: string, index: number): boolean {
  const before = sentence.text.slice(0, index);
  if (isOnlyThought(sentence.text, index) || IS_DENIED.test(before)) return false;
  if (/^(due|thanks|owing) to|^because/i.test(word)) return true;
  const isNoun =
    /^(causes?|drives?)$/i.test(word) &&
    /\b(the|a|an|its|their|any|root|no|this|each|common|main|good|what|of)\s$/i.test(before);
  return !isNoun && !/\bto\s(\w+ly\s)?$/i.test(before) && isInClause(sentence, index, word);
}

/** “because” explains a figure only where the sentence says that it moved or sets two metrics in relation. */
function explaining(sentence: Sentence): RegExpExecArray[] {
  const { text, mentions } = sentence;
  const found = [...text.matchAll(/\bbecause\b(?! of\b)/gi)];
  return found.filter(({ index }) => {
    const before = mentions.filter(({ to }) => to <= index);
    const says = /\b(low|high|good|bad|poor|weak|strong|down|up)\b/i.test(text.slice(0, index));
    const moves = [...text.slice(0, index).matchAll(MOVES), ...text.slice(0, index).matchAll(COMPARED)].length > 0;
    const isDenied = /\b(not|no|never|nothing)\b|n[’']t\b/i.test(text.slice(0, index));
    return before.length > 0 && !isDenied && (moves || says || mentions.some(({ from }) => from > index));
  });
}
