/**
 * Every rule about writers' sentences, in the order of the guide. A new one is its own file here, one line, and its level
 * in `config/writing.schema.ts`.
 */
import type { Rule } from './rule.ts';
import { bareNumber } from './rules/bare-number.ts';
import { causalVerb } from './rules/causal-verb.ts';
import { claimWords } from './rules/claim-words.ts';
import { directionWord } from './rules/direction-word.ts';
import { longSentence } from './rules/long-sentence.ts';
import { missingHeadline } from './rules/missing-headline.ts';
import { readability } from './rules/readability.ts';
import { superlative } from './rules/superlative.ts';
import { unknownAbbreviation } from './rules/unknown-abbreviation.ts';

export const RULES: readonly Rule[] = [
  bareNumber,
  directionWord,
  superlative,
  causalVerb,
  claimWords,
  missingHeadline,
  unknownAbbreviation,
  longSentence,
  readability,
];
