/**
 * Whether a word of a sentence is said of a metric, as far as that can be told without understanding the sentence.
 */
import type { KnownMetric } from './metric-names.ts';
import type { Sentence } from './sentence.ts';

const BOUNDARY =
  /[,;:–—()|]|\s-\s|\b(?:and|but|while|whereas|although|though|when|whenever|after|before|because|since|as|so|than|until)\b/gi;

/** What stands for a metric, or for a figure of one, without naming it. */
const STANDS_FOR =
  /\b(it|they|both|which|that|this|these|those|scores?|figures?|rates?|shares?|levels?|numbers?|results?|values?|ratings?|answers|index|quarters?|months?|years?|metrics?|average|mean|median|total|all|neither|each)\b/gi;

/** What rises and falls in a business and is no metric of the report. */
const ELSE =
  /\b(pric(?:e|es|ing)|costs?|fees?|wages?|salar(?:y|ies)|pay|rents?|revenues?|turnover|profits?|sales|budgets?|headcount|staff|workforce|team|teams|demand|traffic|temperatures?|interest|inflation|tax(?:es)?|tariffs?|charges?|spending|investments?|energy|volumes?|orders?|visitors?|shipments?|stocks?|shares? price|customer base|contracts?|subscribers?|downloads?|memory|bills?|absence|sickness|attendance|membership|circulation)\b/gi;

/** Something wished for, feared or asked, which claims nothing. */
const NOT_SAID =
  /\b([Ii]f|[Ww]hether|[Uu]nless|[Ww]ould|[Cc]ould|[Ss]hould|may|might|hopes?|expects?|wants?|aims?|plans?|wish(es)?|let|cannot|no matter|how much|how far|must)\b|n[’']t\b/;

const INTENT = /\b(to|and|or)\s+(\w+ly\s+)?$/i;

/**
 * The metric of which a word is said; undefined where it is said of something else, or only wished, asked or quoted.
 *
 * @param at where the word begins in the sentence.
 */
export function saidOf(sentence: Sentence, at: number, word: string): KnownMetric | undefined {
  const metric = sentence.mentions[0]?.metric ?? sentence.carried[0];
  if (metric === undefined || /\?["”’)]*\s*$/.test(sentence.text) || isQuoted(sentence.text, at, word))
    return undefined;
  const [from, to] = clauseAround(sentence.text, at, word);
  const before = sentence.text.slice(from, at);
  const after = sentence.text.slice(at + word.length, to);
  if (NOT_SAID.test(before)) return undefined;
  if (/\bto\s+(\w+ly\s+)?$/i.test(before) && !/\b(due|thanks|owing|led|leads?)\s+to\s+$/i.test(before))
    return undefined;
  if (INTENT.test(before) && /\bto\s+\w+(\s+\w+){0,4}\s+(and|or)\s+$/i.test(sentence.text.slice(0, at)))
    return undefined;
  const inClause = sentence.mentions.filter((mention) => mention.from < to && mention.to > from);
  const near = nearest(sentence, inClause, at);
  const rival = lastOf(ELSE, before);
  const standIn = Math.max(lastOf(STANDS_FOR, before), ...inClause.filter((m) => m.to <= at).map((m) => m.from - from));
  if (rival > standIn) return undefined;
  if (/^\s+(in|of|to|on)\s+((the|our|its|their|your|a)\s+)?/i.test(after)) {
    const ofWhat = after.replace(/^\s+(in|of|to|on)\s+((the|our|its|their|your|a)\s+)?/i, '');
    if (new RegExp(`^(\\w+\\s+){0,2}?${ELSE.source}`, 'i').test(ofWhat) && !mentionFollows(sentence, at, 4))
      return undefined;
  }
  if (inClause.length > 0) return near;
  const isFirst = /^\W*(\w+\W+)?$/.test(before) && !/^(growth|recovery|reduction)$/i.test(word);
  if (standIn >= 0 || isFirst) return metric;
  return sentence.carried.length > 0 && sentence.passage.kind === 'cell' ? metric : undefined;
}

/** The metric that an adjective describes: the one that follows it, whatever goes before, else the one it is said of. */
export function describedBy(sentence: Sentence, at: number, word: string): KnownMetric | undefined {
  if (isOnlyThought(sentence.text, at)) return undefined;
  const next = sentence.mentions.find(({ from }) => from > at);
  return next !== undefined && mentionFollows(sentence, at, word.includes('-') ? 4 : 2)
    ? next.metric
    : saidOf(sentence, at, word);
}

/** Whether a metric is named in the clause in which a word stands, or carried into it by a word that stands for it. */
export function isInClause(sentence: Sentence, at: number, word: string): boolean {
  const [from, to] = clauseAround(sentence.text, at, word);
  const isNamed = sentence.mentions.some((mention) => mention.from < to && mention.to > from);
  return isNamed || /^\W*(it|they|which|that|this|these|those)\b/i.test(sentence.text.slice(from, at));
}

/** Whether a metric is named within so many words after a place. */
export function mentionFollows(sentence: Sentence, at: number, words: number): boolean {
  return sentence.mentions.some(
    ({ from }) => from > at && sentence.text.slice(at, from).trim().split(/\s+/).length <= words,
  );
}

/** The clause in which a word stands, from one letter up to another. */
function clauseAround(text: string, at: number, word: string): [from: number, to: number] {
  let from = 0;
  let to = text.length;
  for (const { 0: boundary, index } of text.matchAll(BOUNDARY)) {
    if (index + boundary.length <= at) from = index + boundary.length;
    else if (index >= at + word.length) {
      to = index;
      break;
    }
  }
  return [from, to];
}

function nearest(sentence: Sentence, mentions: Sentence['mentions'], at: number): KnownMetric | undefined {
  const distance = (from: number, to: number) => (to <= at ? at - to : Math.max(0, from - at));
  return mentions.toSorted((a, b) => distance(a.from, a.to) - distance(b.from, b.to))[0]?.metric ?? sentence.carried[0];
}

/** Where the last match begins; -1 for none. */
function lastOf(words: RegExp, text: string): number {
  return Math.max(-1, ...Array.from(text.matchAll(words), ({ index }) => index));
}

/** Whether a word stands alone in quotes, and so is spoken about. */
function isQuoted(text: string, at: number, word: string): boolean {
  return /["“‘']$/.test(text.slice(0, at)) && /^["”’',.]/.test(text.slice(at + word.length));
}

/** Whether what stands at a place is only wished for, feared or asked. */
export function isOnlyThought(text: string, at: number): boolean {
  const [from] = clauseAround(text, at, '');
  return /\?["”’)]*\s*$/.test(text) || NOT_SAID.test(text.slice(from, at));
}
