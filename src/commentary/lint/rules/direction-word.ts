import { describedBy, mentionFollows, saidOf } from '../clause.ts';
import { claimAround, type Find, IN_TITLE, type Rule, shown } from '../rule.ts';
import type { Sentence } from '../sentence.ts';
import { COMPARED, DOWNWARD, MOVES, UPWARD, WITHOUT_OBJECT } from '../word-lists.ts';

export const directionWord: Rule = {
  id: 'direction-word',
  words:
    'A word that says which way a metric moved or differs: “rose”, “drop”, “higher”, “more satisfied”. Questions, wishes and plans pass, and so do words about something else: “prices rose”.',
  example: 'Satisfaction fell in spring.',
  find: ({ sentences }) => sentences.flatMap(inSentence),
};

/** “up by”, “is down”: small words that say so only beside some others. */
const UP_DOWN =
  /\b(?:(?<=\b(?:is|are|was|were|be|been|went|gone|goes|moved|moves)\s(?:way |well |far |much |slightly |clearly |again )?)(?:up|down)\b(?!\s(?:to (?:us|you|date)|for|and running|there))|(?:up|down)(?=\s(?:by|from|on (?:last|the)|since|on last|\d|[+−-]\d|\ufffc)))/gi;
/** “more satisfied”: small words that compare before the name of a metric. */
const MORE = /\b(?:more|less|fewer)(?=\s)/gi;

/** “more customers are satisfied”. */
const MORE_PEOPLE =
  /^(?:more|fewer)\s(?:of\s(?:our|the|those)\s)?(?:customers|people|households|users|respondents|clients)\s(?:are|were|feel|felt)\s/i;

/** Where such a word says nothing about a way. */
const OTHERWISE =
  /^(fall(?:s|ing)?|fell)\s(?:into|within|under|short|due|asleep|behind on|on a|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|outside|back on|to (?:me|us|him|her|them|pieces))\b|^drop-(?:down|in|off|out)|^drop(?:s|ped|ping)?\s(?:the|a|us|me|by|in|off|out)\b(?!\s(?:satisfaction|nps))|^grow(?:ing|s)?\s(?:up|old)|^jump(?:s|ed|ing)?\s(?:to|in|on|out)\b(?! (?:\d|\ufffc))|^(?:longer|better|sooner)\s(?:than (?:to|we|I|you)|if|to|off)\b|^rising\s(?:star|main)|^double(?:d)?[- ]check|^recover(?:y|s|ed|ing)?\s(?:plan|team|from illness)|^halves?\sof|^increasingly/i;

function inSentence(sentence: Sentence): Find[] {
  const { text } = sentence;
  const moves = [...text.matchAll(MOVES), ...text.matchAll(UP_DOWN)].filter(({ 0: word, index }) =>
    isMove(text, word, index),
  );
  const compared = [...text.matchAll(COMPARED)].filter(({ 0: word, index }) => isComparison(sentence, word, index));
  const more = [...text.matchAll(MORE)].filter(
    ({ index }) => mentionFollows(sentence, index, 1) || MORE_PEOPLE.test(text.slice(index)),
  );
  return [...moves, ...compared, ...more].flatMap(({ 0: word, index }): Find[] => {
    const metric = describes(word) ? describedBy(sentence, index, word) : saidOf(sentence, index, word);
    if (metric === undefined || claimAround(sentence, index) !== undefined) return [];
    const flag = wayOf(word);
    const claim = flag === undefined ? `<Claim metric="${metric.id}" …>` : `<Claim metric="${metric.id}" ${flag}>`;
    return [
      {
        at: { passage: sentence.passage, index: sentence.start + index },
        what: 'A sentence says which way a metric moved or differs, and nothing checks it',
        sentence: shown(sentence),
        found: word,
        remedy:
          sentence.passage.kind === 'title'
            ? IN_TITLE
            : `Put the sentence between ${claim} and </Claim>, or write <Change metric="${metric.id}" /> and let the data choose the word.`,
      },
    ];
  });
}

/** Whether a word sets figures side by side, rather than saying that one moved. */
function describes(word: string): boolean {
  return word.search(COMPARED) === 0 || /^(?:more|less|fewer)$/i.test(word);
}

function isMove(text: string, word: string, index: number): boolean {
  const isSeason =
    /^fall$/i.test(word) && /\b(this|last|next|in|every|late|early)(\sthe)?\s$/i.test(text.slice(0, index));
  const isCause = /^improv/i.test(word) && !WITHOUT_OBJECT.test(text.slice(index));
  return !isSeason && !isCause && !OTHERWISE.test(text.slice(index));
}

/** Said of the metric only where it goes before its name, or where nothing else follows that it could describe. */
function isComparison(sentence: Sentence, word: string, index: number): boolean {
  const after = sentence.text.slice(index + word.length);
  if (
    OTHERWISE.test(sentence.text.slice(index)) ||
    (/\b(no|any|much)\s$/i.test(sentence.text.slice(0, index)) && /^longer$/i.test(word))
  )
    return false;
  // “A higher NPS is no aim in itself” speaks of any.
  const isAny = /^\W*(?:a|an|any|no)\s$/i.test(sentence.text.slice(0, index));
  return !isAny && describesMetric(sentence, index, after);
}

/** Whether an adjective describes a metric, not another noun that follows it. */
export function describesMetric(sentence: Sentence, index: number, after: string): boolean {
  const next = /^\s+(?<word>[\p{L}-]+)/u.exec(after)?.groups?.word;
  if (next === undefined || FOLLOWS.test(next)) return true;
  return mentionFollows(sentence, index, 2) || /-/.test(sentence.text.slice(index).split(/\s/)[0] ?? '');
}

const FOLLOWS =
  /^(than|since|ever|in|of|on|for|at|by|among|across|with|when|while|after|before|and|or|but|so|yet|this|that|last|next|again|overall|now|still|we|they|it|scores?|figures?|rates?|shares?|levels?|numbers?|results?|values?|ratings?|quarters?|months?|years?|here|there|everywhere|too|then|today|because|is|was|are|were)$/i;

function wayOf(word: string): 'rose' | 'fell' | undefined {
  if (word.search(UPWARD) === 0 || /^up$/i.test(word)) return 'rose';
  return word.search(DOWNWARD) === 0 || /^down$/i.test(word) ? 'fell' : undefined;
}
