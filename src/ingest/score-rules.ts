/**
 * From the declaration of a score to the rule its answers are read by.
 */
import { Mistake } from '../config/mistake.ts';
import type { ScoreMapping } from '../config/source-fields.schema.ts';
import { customaryPositiveFrom, defaultScoreRule, type Question, type ScoreRule } from './values/score.ts';
import { foldWords } from './values/text.ts';

type ScaleMapping = NonNullable<Exclude<ScoreMapping, string>['scale']>;

export interface ScoreDeclaration {
  readonly scale?: ScaleMapping | undefined;
  readonly labels?: Readonly<Record<string, number>> | undefined;
}

/**
 * @param field what messages call the score, such as `csat` or `items`.
 * @throws Mistake when the scale is not one the score can have, or its cut-point is neither declared nor customary.
 */
export function scoreRuleOf(file: string, field: string, score: Question, declared: ScoreDeclaration): ScoreRule {
  const usual = defaultScoreRule(score);
  const labels = new Map(Object.entries(declared.labels ?? {}).map(([word, points]) => [foldWords(word), points]));
  const { scale } = declared;
  if (scale === undefined) return { ...usual, labels: new Map([...usual.labels, ...labels]) };
  const { min, max } = scale;
  if (score === 'nps' && (min !== 0 || max !== 10)) {
    throw new Mistake({
      what: 'NPS has one scale only',
      file,
      field: `${field}.scale`,
      found: `${min} to ${max}`,
      expected: '0 to 10',
      remedy: 'Remove the scale, or read the column as csat when it is another question.',
    });
  }
  const positiveFrom = scale.positive_from ?? customaryPositiveFrom(score, min, max);
  if (positiveFrom === undefined || positiveFrom < min || positiveFrom > max) {
    throw new Mistake({
      what:
        positiveFrom === undefined
          ? `There is no customary cut-point for ${score} from ${min} to ${max}`
          : 'The cut-point does not lie on the scale',
      file,
      field: `${field}.scale.positive_from`,
      ...(positiveFrom === undefined ? {} : { found: String(positiveFrom) }),
      expected: `the lowest answer from ${min} to ${max} that counts as positive`,
      remedy: 'Declare `positive_from` in sources.yaml.',
    });
  }
  return { scale: { min, max, positiveFrom }, direction: scale.direction, whole: usual.whole, labels };
}
