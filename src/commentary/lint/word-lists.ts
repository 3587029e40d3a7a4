/**
 * Words that say more than a writer can know without the data. They are looked for, never printed; each list stands once.
 */

/** Words for a move upwards, whether that is good or bad. */
const UP = [
  'rose|risen|rises?|rising',
  'grew|grown|grows?|growing|growth',
  'increas(?:e|es|ed|ing)',
  'climb(?:s|ed|ing)?',
  'soar(?:s|ed|ing)?',
  'surg(?:e|es|ed|ing)',
  'jump(?:s|ed|ing)?',
  'doubl(?:ed|es|ing)|tripl(?:ed|es|ing)',
] as const;

/** Words for a move downwards. */
const DOWN = [
  'fell|fallen|falls?|falling',
  'decreas(?:e|es|ed|ing)',
  'declin(?:e|es|ed|ing)',
  'drop(?:s|ped|ping)?',
  'slip(?:s|ped|ping)?',
  'plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?',
  'sank|sunk|sinks?|sinking',
  'shrank|shrunk|shrinks?|shrinking',
  'halv(?:ed|es|ing)',
] as const;

/** Words for a move whose way depends on what is wanted. */
const MOVE = [
  'recover(?:s|ed|ing|y)?',
  'worsen(?:s|ed|ing)?',
  'deteriorat(?:e|es|ed|ing|ion)',
  'rebound(?:s|ed|ing)?',
  'improv(?:es?|ed|ing)',
  'gain(?:s|ed|ing)?|los(?:es|t|ing) ground',
  'peaked|new (?:heights|highs?|lows?)',
  'reduc(?:es?|ed|ing|tion)(?![-(])|shorten(?:s|ed|ing)?|lengthen(?:s|ed|ing)?',
] as const;

/** Words that set one figure beside another. */
const COMPARATIVES = ['higher|lower|better|worse|faster|slower|quicker|longer|shorter|larger|smaller'] as const;

/** Words that set one figure above another or above a number, whether that is good or bad. */
const ABOVE_IT = ['above|exceed(?:s|ed|ing)?|beyond|higher|greater|larger|longer|more than|majority'] as const;

/** Words that set it below. */
const BELOW_IT = ['below|beneath|short of|lower|smaller|shorter|fewer|less than|minority'] as const;

/** Words for the first and for the last place of figures; “largest” and “smallest” may be said of groups. */
const FIRST = ['highest'] as const;
const LAST = ['lowest'] as const;

/** Words for a figure that did not move, or is that of another. */
const LEVEL = [
  'same|alike|similar(?:ly)?|equal(?:s|led|ly)?|level|flat|steady|stable|unchanged|held|holds?|stay(?:s|ed)?|kept|where (?:it|they) (?:was|were)',
] as const;

/** Words that set one figure above or below all others. */
const SUPERLATIVES = [
  '(?:best|worst|top|highest|lowest)-(?:rated|scoring|performing)',
  'highest|lowest|best|worst|fastest|slowest|quickest|longest|shortest|largest|smallest|greatest|biggest',
  '(?<=\\b(?:the|our|its|their) )(?:most|least) satisfied',
  'record(?:[- ](?:high|low|level))?',
  'all-time (?:high|low)',
  'unprecedented|unrivalled|unbeaten',
] as const;

/** Verbs of cause, and words that stand for them. */
const CAUSES = [
  'drives?|drove|driven by',
  'leads? to|led to|leading to',
  'because of|due to|thanks to|owing to',
  'results? in|resulted in',
  'caus(?:es?|ed|ing)',
  'improv(?:es?|ed|ing)',
  'impact(?:s|ed|ing)?',
  'influenc(?:es?|ed|ing)',
  'boost(?:s|ed|ing)?',
  '(?:lifts|lifted|lifting|raises|raised|raising)(?= (?:our |the |overall )*(?:satisfaction|nps|csat|ces|scores?|ratings?))',
  'makes? customers',
  'pays? off',
] as const;

/** A verb of cause that is followed by no object, and so says only which way something moved: “NPS improved”. */
export const WITHOUT_OBJECT =
  /^improv(?:es?|ed|ing)?(?=\s*(?:[.,;:!?)]|$|(?:in|on|since|by|from|to|again|this|last|and|but|so|over|further|slightly|when|while|after|across|among|for|with|a|most|more|much|only|too)\b))/i;

function wordsOf(...lists: readonly (readonly string[])[]): RegExp {
  return new RegExp(`\\b(?:${lists.flat().join('|')})\\b`, 'gi');
}

export const UPWARD = wordsOf(UP);
export const DOWNWARD = wordsOf(DOWN);
export const MOVES = wordsOf(UP, DOWN, MOVE);
export const ABOVE = wordsOf(ABOVE_IT);
export const BELOW = wordsOf(BELOW_IT);
export const HIGHEST = wordsOf(FIRST);
export const LOWEST = wordsOf(LAST);
export const UNMOVED = wordsOf(LEVEL);
export const COMPARED = wordsOf(COMPARATIVES);
export const SUPERLATIVE = wordsOf(SUPERLATIVES);
export const CAUSE = wordsOf(CAUSES);
