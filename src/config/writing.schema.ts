/**
 * How strictly writers' sentences are checked: `writing` of `content/report.yaml`.
 */
import { z } from 'zod';
import { text } from './values.ts';

export const LEVELS = ['off', 'hint', 'warning', 'error'] as const;

/** What becomes of a sentence that a rule finds: an error stops a build, warnings and hints are printed at its end. */
export type Level = (typeof LEVELS)[number];

const level = (standard: Level, words: string) => z.enum(LEVELS).default(standard).describe(words);

const rules = z.strictObject({
  'bare-number': level('error', 'A number typed beside the name of a metric'),
  'direction-word': level('error', 'A word that says which way a metric moved or differs, outside a claim'),
  superlative: level('error', 'A word that puts a metric above or below all others, outside a claim'),
  'causal-verb': level('error', 'A word of cause beside the name of a metric'),
  'claim-words': level('warning', 'A claim whose sentence says the opposite of its tag'),
  'missing-headline': level(
    'warning',
    'A text without a title, or a heading that is no more than the name of a metric',
  ),
  'unknown-abbreviation': level('hint', 'An abbreviation that neither the glossary nor the report explains'),
  'long-sentence': level('hint', 'A sentence of more words than `longest_sentence`'),
  readability: level('hint', 'A text that asks for more years of school than `school_years`'),
});

export const writingSchema = z.strictObject({
  rules: rules.prefault({}).describe('Rule → what becomes of what it finds: off, hint, warning or error'),
  longest_sentence: z.int().min(10).default(35).describe('Words that a sentence may have'),
  school_years: z.int().min(5).default(12).describe('Years of school after which a text should be easy to read'),
  abbreviations: z.array(text).default([]).describe('Abbreviations that every reader of the report knows'),
});

export type WritingConfig = z.infer<typeof writingSchema>;

/** The name of a rule, as settings and excuses have it. */
export type RuleId = keyof WritingConfig['rules'];

/** In the order of the guide. */
export const RULE_IDS = Object.keys(rules.shape) as RuleId[];
