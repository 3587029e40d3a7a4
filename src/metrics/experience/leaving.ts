import type { Period } from '../../calendar/period.ts';
import type { ScoreName } from '../../dataset/model.ts';
import type { Interval } from '../../statistics/interval.ts';
import { type CalibrationGroup, calibration, discrimination, rocCurve } from '../../statistics/prediction.ts';
import { type Analysis, isLack, type Lack, type Span, tooFew } from '../analysis.ts';
import type { Context } from '../definition.ts';
import { missingField } from '../missing-field.ts';
import { followedAnswers } from './followed-answers.ts';

const NEEDS = [
  'responses.customer_id',
  'responses.nps | responses.csat | responses.ces | responses.emotion',
  'customers.churned_at',
];

/** A customer who leaves within so many days of an answer counts as leaving. */
export const HORIZON_DAYS = 90;

/** Fewest customers who left, and fewest who stayed, for a score to be shown; and for scores to be compared. */
export const FEWEST_EVENTS = { show: 20, compare: 50 } as const;

/** What one score tells about leaving. */
export interface LeavingScore {
  readonly id: ScoreName;
  readonly name: string;
  readonly left: number;
  readonly stayed: number;
  readonly auc: number;
  /** Of 95 %; null where the score does not vary. */
  readonly interval: Interval | null;
  readonly standardError: number | null;
  /** Points of the curve, from (0, 0) to (1, 1); a low score warns. */
  readonly falsePositives: Float64Array;
  readonly truePositives: Float64Array;
  /** Share who left in each fifth of the score, from the lowest scores up. */
  readonly fifths: readonly CalibrationGroup[];
}

export interface LeavingResult {
  /** In the order of their areas, largest first. */
  readonly scores: readonly LeavingScore[];
  /** Scores that too few customers who left or stayed had given, in words. */
  readonly leftOut: readonly string[];
}

const SCORES: readonly (readonly [ScoreName, string])[] = [
  ['nps', 'NPS'],
  ['csat', 'CSAT'],
  ['ces', 'CES'],
  ['emotion', 'Emotion'],
];

/** What each score tells about who leaves (B30). */
export const leaving: Analysis<LeavingResult> = {
  id: 'leaving',
  name: 'What scores tell about who leaves',
  label: 'Area under the curve',
  lens: 'experience',
  question: 'Does a low score warn that a customer is about to leave?',
  definition:
    `For every score the latest answer of each customer whose following ${HORIZON_DAYS} days lie within the data, of ` +
    'customers who had not left when they answered. A customer who leaves within those days counts as leaving. The ' +
    'area under the curve is the chance that, of a customer who left and one who stayed, the one who left had given ' +
    'the lower score; equal scores count half. 0.50 means that the score tells nothing, 1 that it never errs. It is ' +
    'measured on the customers whose leaving is already known: no forecast has been put to the test.',
  formula: 'P(score of a customer who left < score of one who stayed) + ½ P(equal)',
  who: 'customers of the customer list whose days after the answer lie within the data',
  date: 'the day of the answer',
  tex: String.raw`\frac{1}{m n}\sum_i \sum_j \psi(x_i, y_j)`,
  symbols: [
    ['x_i', 'score of customer i, who left'],
    ['y_j', 'score of customer j, who stayed'],
    [String.raw`\psi`, '1 where the first is lower, ½ where both are equal, else 0'],
    ['m, n', 'customers who left, and who stayed'],
  ],
  elsewhere: [],
  needs: NEEDS,
  unit: 'coefficient',
  direction: 'neutral',
  counts: 'customers',
  minimum: `${FEWEST_EVENTS.show} customers who left and ${FEWEST_EVENTS.show} who stayed; ${FEWEST_EVENTS.compare} of each to compare scores.`,
  margin: 0.05,
  interval: 'DeLong’s interval at 95%.',
  source: 'DeLong, DeLong & Clarke-Pearson (1988). No score wins everywhere: published comparisons disagree.',
  analyse,
};

function analyse(context: Context, { all }: Span): LeavingResult | Lack {
  const missing = missingField(context.dataset, NEEDS);
  if (missing !== null) return { lacks: missing };
  const found = SCORES.filter(([score]) => context.dataset.responses?.columns[score] !== undefined).map(
    ([score, name]) => ({ name, result: scoreOf(context, all, score, name) }),
  );
  const scores = found.map(({ result }) => result).filter((result): result is LeavingScore => !isLack(result));
  if (scores.length === 0) return found[0]?.result as Lack;
  return {
    scores: scores.toSorted((a, b) => b.auc - a.auc),
    leftOut: found.filter(({ result }) => isLack(result)).map(({ name }) => name),
  };
}

function scoreOf(context: Context, all: Period, score: ScoreName, name: string): LeavingScore | Lack {
  const { answers, left } = followedAnswers(context.dataset, all, score, HORIZON_DAYS);
  const leaving = left.reduce((sum, event) => sum + event, 0);
  const stayed = left.length - leaving;
  const { show } = FEWEST_EVENTS;
  if (leaving < show) return tooFew(show, `customers who left within ${HORIZON_DAYS} days of an answer`, leaving);
  if (stayed < show) return tooFew(show, `customers who stayed for ${HORIZON_DAYS} days after an answer`, stayed);
  const warning = answers.map((answer) => -answer);
  const area = discrimination(warning, left);
  const curve = rocCurve(warning, left);
  if (area === null || curve === null) return { lacks: 'customers who left and customers who stayed' };
  return {
    id: score,
    name,
    left: leaving,
    stayed,
    auc: area.auc,
    interval: area.interval,
    standardError: area.variance === null ? null : Math.sqrt(area.variance),
    falsePositives: curve.falsePositives,
    truePositives: curve.truePositives,
    fifths: calibration(answers, left),
  };
}
