/**
 * Answers to questions with a scale.
 */
import type { Scale } from '../../dataset/column.ts';
import type { ScoreName } from '../../dataset/model.ts';
import { hasDecimalComma, parseNumber } from './number.ts';
import { foldWords } from './text.ts';

/** How the answers of one column are read. */
export interface ScoreRule {
  readonly scale: Scale;
  /** `down`: a low answer is the good one; answers are turned around. */
  readonly direction: 'up' | 'down';
  /** Only whole numbers are answers. */
  readonly whole: boolean;
  /** Folded words → points on the scale as the file uses it. */
  readonly labels: ReadonlyMap<string, number>;
}

/** What an answer is to: one of the scores, or how an aspect was. */
export type Question = ScoreName | 'aspect';

/** The question on its usual scale. */
export const DEFAULT_SCALES: Readonly<Record<Question, Scale>> = {
  csat: { min: 1, max: 5, positiveFrom: 4 },
  nps: { min: 0, max: 10, positiveFrom: 9 },
  ces: { min: 1, max: 7, positiveFrom: 5 },
  emotion: { min: -2, max: 2, positiveFrom: 1 },
  aspect: { min: 1, max: 5, positiveFrom: 4 },
};

export const EMOTION_WORDS: ReadonlyMap<string, number> = new Map([
  ['delighted', 2],
  ['happy', 1],
  ['neutral', 0],
  ['disappointed', -1],
  ['frustrated', -1],
  ['angry', -2],
]);

/** Of satisfaction, and of how an aspect was. */
const SATISFIED_FROM = { '1-5': 4, '1-3': 3, '1-2': 2, '1-7': 6, '1-10': 9, '0-10': 9, '0-1': 1 } as const;

/** Customary cut-points by question and scale (`min-max`). */
const POSITIVE_FROM: Readonly<Record<Question, Readonly<Record<string, number>>>> = {
  csat: SATISFIED_FROM,
  nps: { '0-10': 9 },
  ces: { '1-7': 5, '1-5': 4 },
  emotion: { '-2-2': 1 },
  aspect: SATISFIED_FROM,
};

/** The customary lowest answer that counts as positive; undefined where there is no custom and it must be declared. */
export function customaryPositiveFrom(score: Question, min: number, max: number): number | undefined {
  return POSITIVE_FROM[score][`${min}-${max}`];
}

/** The rule of a score that nobody declared otherwise. */
export function defaultScoreRule(score: Question): ScoreRule {
  return {
    scale: DEFAULT_SCALES[score],
    direction: 'up',
    whole: score === 'nps',
    labels: score === 'emotion' ? EMOTION_WORDS : new Map(),
  };
}

/** The answer in a trimmed, non-empty cell, turned so that more is better; NaN when it is not on the scale. */
export function parseScore(text: string, rule: ScoreRule, decimalComma: boolean): number {
  const { min, max } = rule.scale;
  const answer = rule.labels.get(foldWords(text)) ?? plainAnswer(text, rule, decimalComma);
  if (!(answer >= min && answer <= max) || (rule.whole && !Number.isInteger(answer))) return Number.NaN;
  return rule.direction === 'down' ? max + min - answer : answer;
}

function plainAnswer(text: string, { scale }: ScoreRule, decimalComma: boolean): number {
  const plain = parseNumber(decimalComma && hasDecimalComma(text) ? text.replace(',', '.') : text);
  if (!Number.isNaN(plain)) return plain;
  const labelled = LABELLED.exec(text)?.[1];
  if (labelled !== undefined) return Number(labelled);
  const [, points, outOf] = OUT_OF.exec(text) ?? [];
  if (points !== undefined) return Number(outOf) === scale.max ? Number(points) : Number.NaN;
  return STARS.test(text) ? [...text].filter((star) => star !== '☆' && star !== '\ufe0f').length : Number.NaN;
}

/** `5 - Very satisfied`: the number counts, the words explain it. */
const LABELLED = /^(\d{1,2})\s*[-–—:]\s*\p{L}/u;
/** `4 / 5`, `4 out of 5`. */
const OUT_OF = /^(\d{1,2})\s*(?:\/|out of)\s*(\d{1,2})$/i;
const STARS = /^(?:★|⭐\ufe0f?)+☆*$/u;

/** What `parseScore` takes, in words. */
export function expectedAnswer(rule: ScoreRule): string {
  const { min, max } = rule.scale;
  const words = rule.labels.size > 0 ? ` or one of ${[...rule.labels.keys()].join(', ')}` : '';
  return `a ${rule.whole ? 'whole ' : ''}number from ${min} to ${max}${words}`;
}
