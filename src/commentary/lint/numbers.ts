/**
 * Numbers in a sentence about a metric: which of them are figures that only the data can know.
 */
import { isOnlyThought } from './clause.ts';
import type { Sentence } from './sentence.ts';

export interface TypedNumber {
  readonly from: number;
  readonly to: number;
  /** Whether it is an amount by which something moved: “by 6 points”. */
  readonly isChange: boolean;
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const NUMBER = '\\d+(?:[.,\\u00a0]\\d+)*';
const WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)';
const TIME = '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|h|min)';
const LONG_TIME = '(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?)';

/** Numbers that are no figures of a metric, whatever stands beside them. */
const NO_FIGURES: readonly RegExp[] = [
  // Dates, years, quarters and times of day.
  new RegExp(
    `(?:\\b\\d{1,2}(?:st|nd|rd|th)?\\s?(?:–|-|to|and|or)\\s?)?\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b\\.?(?:,? \\d{4})?`,
    'g',
  ),
  new RegExp(`\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?\\b(?!\\s?(?:%|per|points?))(?:,? \\d{4})?`, 'g'),
  /\b\d{4}-(?:\d{2}(?:-\d{2})?|Q[1-4])\b/g,
  /\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b/g,
  /\b[QH][1-4]\b/g,
  /(?<![\d.,+−-])(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d{4}|\d{2}))?s?(?![\d%]|[.,]\d|\s?(?:per cent|percent|points|answers|responses|tickets|ratings))/g,
  /\b\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?/gi,
  /\b\d{1,2}(?:\.\d{2})?\s?(?:[ap]\.?m\b\.?|o[’']clock)/gi,
  /\b24\/7\b|\b\d+ (?:hours|days) a (?:day|week|year)\b/g,
  // Telephone numbers, prices, codes, ordinals, references.
  /(?:\+|\b0|\(0)\d[\d\s()/-]{6,}\d/g,
  /[£$€¥]\s?\d[\d.,]*(?:\s?(?:k|m|bn|million|billion))?\b/g,
  /\b\d[\d.,]*\s?(?:million |billion )?(?:pounds|euros?|dollars?|pence|cents?|francs|kron(?:er|or)|GBP|EUR|USD|CHF)\b/gi,
  /\b[\p{L}]+-?\d[\w.-]*/gu,
  /#\d+/g,
  /\b\d+(?:st|nd|rd|th)\b/g,
  /\b(?:sections?|chapters?|figures?|fig\.|tables?|pages?|pp?\.|steps?|parts?|items?|questions?|versions?|no\.|nos\.|rooms?|floors?|lines?|rows?|columns?|appendix|annex|articles?|clauses?|rules?|levels?|phases?|stages?|weeks?|days?|units?|suite|box|edition|volume|grades?|slides?|notes?|charts?|agenda item)\s#?\d[\d.]*(?:\s?(?:–|-|to|and|,)\s?\d+)*/gi,
  // Scales, definitions, targets, confidence.
  /\b\d+[- ]point scale\b/gi,
  /\b9[059](?:\.\d)?\s?(?:%|per ?cent)[- ](?:confidence|interval|range|limits?)/gi,
  /\b\d+-(?:day|week|month|year|hour|minute|second|person|page|seat|strong|member|question|mile|metre|inch)\b/gi,
  new RegExp(
    `\\b(?:targets?|goals?|aims?|objectives?|ambitions?|promises?|thresholds?|budgets?|limits?)(?:\\s(?:is|was|of|to|for|at|set|remains?|stays?|stands|it|we|have|has|been|answer|reply|respond|solve|reach|a))*\\s(?:(?:at least|more than|above|under|below|within|less than|a)\\s)?[+−-]?${NUMBER}(?:\\s?(?:%|per ?cent|points?|${TIME}))?`,
    'gi',
  ),
  new RegExp(
    `\\b(?:within|every|up to|(?:in |over |for |of |during )?(?:the )?(?:last|past|next|first|previous|following|coming)|(?:over|for|during) (?:the )?)\\s?(?:${NUMBER}|${WORD})[ -](?:business |working |opening |calendar |full |complete )?${LONG_TIME}\\b`,
    'gi',
  ),
  // Measures of something else.
  new RegExp(
    `\\b${NUMBER}\\s?(?:km|m|cm|mm|miles?|metres?|kg|g|tonnes?|[KMGT]B|[KMG]bit/s|Mbps|Gbps|MHz|GHz|kWh|°C?|square|sq|litres?|people|persons?|colleagues|employees|volts?|W|times)\\b`,
    'g',
  ),
  new RegExp(`\\b(?:never|not) by (?:${NUMBER}|${WORD}) points?\\b`, 'gi'),
  new RegExp(
    `\\b(?:asked|interviewed|called|met|invited|visited|rang|phoned|(?:spoke|talked) (?:to|with)) (?:some |about |all |only )?${NUMBER}\\b(?!\\s?(?:%|per))`,
    'gi',
  ),
  /\baged?\s\d+(?:\s?(?:–|-|to)\s?\d+)?/gi,
];

/** Ends of scales, where a sentence speaks of the scale. */
const SCALE =
  /\b(scale|runs? from|ranges? from|who (?:answer|give|gave|choose|chose|tick|rate|score)\w*|(?:answer|rating|mark|score)s? of (?=\d\b|10\b)|counts? as|count (?:4|5|9|10))\b/i;
const SCALE_ENDS = /(?<![\d.])(?:(?:[+−-]?100)|10|\d)(?![\d%]|\.\d|\s?(?:%|per ?cent|points))/g;

const FIGURES: readonly RegExp[] = [
  /\b\d+(?:\.\d+)?-point\b/gi,
  /\bevery (?:second|third|fourth|fifth|tenth) (?:customer|answer|ticket|case|person|household|rating|reply)\b/gi,
  /\bby (?:half|(?:a|one) (?:third|quarter|fifth|tenth)|two thirds|three quarters)\b/gi,
  new RegExp(
    `[+−-]?(?:\\b${NUMBER}|\\b${WORD}(?:[- ]${WORD})?)\\s?(?:%|per ?cent\\b|percentage points?\\b|points?\\b|pts\\b|pp\\b)`,
    'gi',
  ),
  /\b(?:half|(?:a|one) (?:third|quarter|fifth|tenth)|two thirds|three quarters|(?:two|three|four) fifths|nine tenths) of (?:our|the|all|those|them|customers|answers|tickets|people|respondents|cases|ratings|everybody|everyone)\b/gi,
  new RegExp(
    `\\b(?:${NUMBER}|${WORD}) (?:in|out of|of|of every|in every) (?:${NUMBER}|${WORD})\\b(?! (?:weeks|months|years|days))`,
    'gi',
  ),
  /(?<![\w.,)–-])[+−-]\d+(?:[.,]\d+)?\b/g,
  /\b\d+\.\d+\b/g,
];

/** What stands straight before a number that a metric is said to have. */
const TIE =
  /(?:[:=(|–—]|\b(?:is|was|were|are|be|been|of|at|to|from|by|between|and|reach(?:ed|es)?|hit|hits|scor(?:e|es|ed|ing)|than|exceed(?:s|ed|ing)?|pass(?:es|ed)|top(?:s|ped)|beats?|above|below|over|under|only|just|about|around|nearly|almost|roughly|approximately|now|currently|still|averag(?:e|es|ed|ing)|a|an|our|up|down))\s*$/i;

/** Words that may follow such a number; any other is what it counts. */
const GOES_ON =
  /^\s*(?:$|[.,;:)!?|–—]|(?:we|you|they|he|she|it|I|everybody|nobody|and|or|but|in|for|from|to|at|on|than|this|last|by|with|after|before|while|when|as|which|that|now|again|overall|today|since|across|among|is|was|are|were|out|per|compared|versus|vs|up|down|against|points?|then|year|month|quarter)\b)/i;

/** The figures that a sentence about a metric types, in its order, ranges as one. */
export function typedFigures(sentence: Sentence): TypedNumber[] {
  const metrics = [...sentence.mentions.map(({ metric }) => metric), ...sentence.carried];
  if (metrics.length === 0) return [];
  let text = NO_FIGURES.reduce((rest, pattern) => rest.replace(pattern, blank), sentence.text);
  if (SCALE.test(text)) text = text.replace(SCALE_ENDS, blank);
  const found: TypedNumber[] = [];
  const take = (pattern: RegExp): void => {
    text = text.replace(pattern, (match, ...rest) => {
      const from = rest.find((each): each is number => typeof each === 'number') as number;
      found.push({ from, to: from + match.length, isChange: isChange(text.slice(0, from), match) });
      return blank(match);
    });
  };
  if (metrics.some(({ isTime }) => isTime))
    take(new RegExp(`\\b(?:${NUMBER}|${WORD}|half an?|an?(?= hour\\b))\\s?${TIME}\\b`, 'gi'));
  for (const pattern of FIGURES) take(pattern);
  take(new RegExp(`\\b${NUMBER} (?:[\\p{L}-]+ ){0,2}?(?:${thingsCounted(metrics)})\\b`, 'giu'));
  found.push(...tied(sentence, text));
  return joined(
    found.filter(({ from }) => !isOnlyThought(sentence.text, from)),
    sentence.text,
  );
}

/** Whole numbers said to be the metric: “NPS is 32”, “an NPS of forty”, “32 NPS”. */
function tied(sentence: Sentence, text: string): TypedNumber[] {
  const numbers = new RegExp(
    `(?<![\\w.,+−-])(?:\\d+(?:,\\d{3})*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-${WORD})?)(?![\\w]|[.,]\\d)`,
    'gi',
  );
  return Array.from(text.matchAll(numbers)).flatMap(({ 0: number, index: from }) => {
    const to = from + number.length;
    const before = text.slice(0, from);
    const isAfterName = sentence.mentions.some(
      (mention) => mention.to <= from && /^\s*$/.test(text.slice(mention.to, from)),
    );
    const isBeforeName = sentence.mentions.some(
      (mention) => mention.from >= to && /^\s*$/.test(text.slice(to, mention.from)),
    );
    const isCell = sentence.passage.kind === 'cell' && text.trim() === number;
    const isTied = isAfterName || TIE.test(before);
    return isBeforeName || isCell || (isTied && GOES_ON.test(text.slice(to)))
      ? [{ from, to, isChange: /\bby\s*$/i.test(before) }]
      : [];
  });
}

/** Nouns that the metrics count, except customers, who come to meetings too. */
function thingsCounted(metrics: readonly { readonly counts: string }[]): string {
  const counted = metrics.map(
    ({ counts }) => /^.*?(?<noun>\p{L}+)(?= with | whose |$)/u.exec(counts)?.groups?.noun ?? '',
  );
  const nouns = counted.filter((noun) => noun !== '' && noun !== 'customers');
  return [...new Set([...nouns, 'answers', 'responses', 'ratings', 'promoters', 'detractors', 'passives'])].join('|');
}

function isChange(before: string, number: string): boolean {
  return /points?|pts|pp/i.test(number) && /\b(by|up|down|of|another|some|a|about)\s*$/i.test(before);
}

/** “from 28 to 32” is one find. */
function joined(numbers: readonly TypedNumber[], text: string): TypedNumber[] {
  const result: TypedNumber[] = [];
  for (const number of numbers.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && /^\s?(?:to|and|–|-|or|,|\/)?\s?$/.test(text.slice(last.to, number.from))) {
      result[result.length - 1] = { ...last, to: number.to };
    } else result.push(number);
  }
  return result;
}

function blank(text: string): string {
  return '\u0000'.repeat(text.length);
}
